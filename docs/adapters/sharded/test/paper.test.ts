import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { paperOf } from './paper.js'

test('the README has the figures that follow from what was measured', () => {
  const words = (text: string) => text.replaceAll(/[ -]{2,}/g, ' ')
  const readme = readFileSync('docs/adapters/sharded/README.md', 'utf8')
  expect(words(readme)).toContain(words(paperOf([1, 8, 32])))
})
