import { createMessages, de, deInformal, en } from 'group-invitations/messages'
import { describe, expect, test } from 'vitest'
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
    // A copy has the type of what it copies.
    const changed = changedAt(language, path.split('.')) as typeof language
    expect(saidBy(createMessages(changed, {}))).not.toEqual(said)
  })
})

/** The path of each word and of each sentence. */
function pathsIn(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, field]) => pathsIn(field, `${path}.${key}`))
}

/** A copy with another word in one place. */
function changedAt(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return typeof value === 'string' ? `${value} Never.` : () => 'Never.'
  const copy: unknown = Array.isArray(value) ? [...(value as unknown[])] : { ...Object(value) }
  const record = copy as Record<string, unknown>
  record[key] = changedAt(record[key], rest)
  return copy
}
