import { DENIAL_TYPES } from 'group-invitations'
import { describe, expect, test } from 'vitest'
import { filesBelow, textOf } from '../../../test/support/repository.js'
import { wordsDe } from '../playground/words-de.js'
import { wordsEn } from '../playground/words-en.js'

/** Each text of the words with its path; a function is called with something for each parameter. */
function textsIn(words: unknown, path = ''): [path: string, text: string][] {
  if (typeof words === 'string') return [[path, words]]
  if (typeof words === 'function') {
    const called: unknown = Reflect.apply(words, undefined, ['1', '2', '3'])
    return [[path, String(called)]]
  }
  return Object.entries(words as object).flatMap(([key, value]) => textsIn(value, `${path}.${key}`))
}

test('both languages have the same words, and all of them', () => {
  const [en, de] = [textsIn(wordsEn), textsIn(wordsDe)]
  expect(de.map(([path]) => path)).toEqual(en.map(([path]) => path))
  for (const [path, text] of [...en, ...de]) expect([path, text.trim()]).not.toEqual([path, ''])
})

test('each of them is used', () => {
  const code = ['.ts', '.vue']
    .flatMap((ending) => filesBelow('docs/.vitepress/playground', ending))
    .filter((file) => !file.includes('words-'))
    .map(textOf)
    .join('\n')
  const names = Object.values(wordsEn).flatMap((words) => Object.keys(words))
  expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(code))).toEqual([])
})

describe.each([
  ['English', wordsEn],
  ['German', wordsDe],
])('in %s', (_, { verdict }) => {
  test('each rule has its claim once, in the rulebook’s order', () => {
    const rules = verdict.chapters.flatMap((chapter) => Object.keys(chapter.rules))
    expect(rules).toEqual(DENIAL_TYPES)
  })

  test('one reason is not “1 reasons”', () => {
    expect(verdict.denied(1)).not.toContain('1')
    expect(verdict.denied(2)).toContain('2')
    expect(verdict.approvedWithAdvice(1)).not.toContain('1')
    expect(verdict.approvedWithAdvice(3)).toContain('3')
  })
})
