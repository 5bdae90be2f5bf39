import { expect, test } from 'vitest'
import manifest from '../../../package.json' with { type: 'json' }
import { codeIn, tableUnder } from '../../../test/support/markdown.js'

test('the reference begins with what can be imported from where', () => {
  const doors = Object.keys(manifest.exports).filter((path) => path !== './package.json')
  const listed = tableUnder('docs/.vitepress/reference.md', '# Reference').flatMap(([from = '']) =>
    codeIn(from),
  )
  expect(listed).toEqual(doors.map((path) => manifest.name + path.slice(1)))
})
