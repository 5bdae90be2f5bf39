import { createMessages, de, deInformal, en } from 'group-invitations/messages'
import { describe, expect, test } from 'vitest'
import { changedAt, pathsIn } from '../support/words-at.js'
import { english } from './words/english.js'
import { germanInformal } from './words/german-informal.js'
import { german } from './words/german.js'
import { saidBy } from './words/said-by.js'

// No two words of a language can be exchanged unnoticed: each stands in its place, and no two are equal.
describe.each([
  ['English', en, english],
  ['German', de, german],
  ['informal German', deInformal, germanInformal],
])('%s', (_name, messages, said) => {
  const { language } = messages

  test('says each word in its place', () => {
    expect(saidBy(messages)).toEqual(said)
  })

  const parts = [
    ...(['toInviter', 'toStaff', 'otherCategories', 'noDecision', 'toRecipient'] as const),
    ...(['answered', 'statuses', 'invalidValue', 'hints', 'mail'] as const),
  ] as const

  test.each(parts.flatMap((part) => pathsIn(language[part], part)))('says %s', (path) => {
    expect(saidBy(createMessages(changedAt(language, path), {}))).not.toEqual(said)
  })
})
