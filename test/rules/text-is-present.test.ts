import { expect, test } from 'vitest'
import { textIsPresent } from '../../src/rules/text-is-present.js'

test.each([
  ['nothing', '', { type: 'TextEmpty' }],
  ['one character', 'a', undefined],
])('%s', (_case, text, denial) => {
  expect(textIsPresent({ text })).toEqual(denial)
})
