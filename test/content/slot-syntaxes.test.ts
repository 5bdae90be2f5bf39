import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { slotNameIn, slotSyntaxes } from '../../src/content/slot-syntaxes.js'
import { runs } from '../support/runs.js'

const patterns = slotSyntaxes.flatMap(({ signs, patterns }) =>
  patterns().map((pattern) => ({ signs, pattern })),
)

const LETTERS = 'A-Za-zÄßж'

describe('every match has one of the signs', () => {
  test.each(patterns)('$pattern', ({ signs, pattern }) => {
    fc.assert(
      fc.property(matchesOf(pattern), (match) => {
        expect(signs.filter((sign) => match.includes(sign))).not.toEqual([])
      }),
      runs(2000),
    )
  })
})

describe('what a slot names', () => {
  test.each([
    ['[Vorname]', 'personal'],
    ['{firstName}', 'personal'],
    ['[Firma und Stadt]', 'personal'],
    ['[Stadt]', 'general'],
    ['[bitte Stadt nennen]', 'general'],
    ['[Text einfügen]', 'task'],
    ['[einfügen]', undefined],
    ['[bitte hier]', undefined],
    ['[Stadt am Fluss]', undefined],
    ['(20)', undefined],
  ])('%s: %s', (slot, name) => {
    expect(slotNameIn(slot)).toBe(name)
  })
})

/** All matches of a pattern and more: what has to stand around them, and what is repeated, may be missing. */
function matchesOf({ source }: RegExp): fc.Arbitrary<string> {
  let free = ''
  // Within a condition on what stands around.
  let depth = 0
  for (const [part] of source.matchAll(/\\p\{\w+\}|\\.|\[(?:\\.|[^\]\\])*\]|\(\?<?[=!]|[^]/gu)) {
    if (/^\(\?<?[=!]/.test(part) || (depth > 0 && part === '(')) depth += 1
    else if (depth > 0) depth -= part === ')' ? 1 : 0
    else if (part.startsWith('[')) free += part.replace('\\p{L}', LETTERS).replace('\\p{N}', '0-9²')
    else if (part === '\\p{L}') free += `[${LETTERS}]`
    else if (part !== '\\1' && part !== '\\b') free += part
  }
  return fc.stringMatching(new RegExp(`^(?:${free})$`, 'u'))
}
