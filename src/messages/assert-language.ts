import { assert } from '../validation/assert.js'
import type { Language } from './language.js'

/**
 * @throws TypeError where the locale is no language tag, or that names the words in which something to be filled in is
 * missing, or is unknown.
 */
export function assertLanguage({ locale, mail }: Language): void {
  assert(isTag(locale), 'language.locale', 'a BCP 47 tag')
  const { reference, ...others } = mail
  const templates: Readonly<Record<string, string>> = {
    ...others,
    'reference.wants': reference.wants,
    'reference.haves': reference.haves,
    'reference.other': reference.other,
  }
  for (const [name, template] of Object.entries(templates)) {
    const expected = filledIn[name] ?? []
    const given = new Set(template.match(/\{\w+\}/g))
    const isComplete = given.size === expected.length && expected.every((gap) => given.has(gap))
    const wish =
      expected.length === 0 ? 'without anything to be filled in' : `with ${expected.join(' and ')}`
    assert(isComplete, `language.mail.${name}`, wish)
  }
}

function isTag(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length === 1
  } catch {
    return false
  }
}

/** What is filled into the words, by their name; into others nothing. */
const filledIn: Readonly<Record<string, readonly string[]>> = {
  invitation: ['{inviter}', '{group}'],
  message: ['{inviter}'],
  because: ['{platform}', '{inviter}'],
  'reference.wants': ['{entry}'],
  'reference.haves': ['{entry}'],
  'reference.other': ['{entry}'],
}
