import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inRepository } from '../support/repository.js'
import { figures } from './figures.js'

test('the page has the figures of the rules as they are', { timeout: 120_000 }, async () => {
  const page = readFileSync(inRepository('docs/content-rules.md'), 'utf8')
  expect(page).toContain(`<!-- figures -->\n\n${await figures()}\n\n<!-- /figures -->`)
})
