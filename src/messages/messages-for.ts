import type { Denial } from '../rules/rule.js'
import { assert, fieldOf } from '../validation/assert.js'
import { english } from './english.js'
import { german } from './german.js'
import { builtInMessages } from './create-messages.js'
import type { Messages } from './messages.js'

/**
 * English.
 *
 * @since 0.1.0
 */
export const en: Messages = /* @__PURE__ */ builtInMessages(english)

/**
 * German that addresses the reader by "Sie" (formal).
 *
 * @since 0.1.0
 */
export const de: Messages = /* @__PURE__ */ builtInMessages(/* @__PURE__ */ german('formal'))

/**
 * German that addresses the reader by "du" (informal). Its locale is `de` too: use it in the place of `de`.
 *
 * @since 0.1.0
 */
export const deInformal: Messages = /* @__PURE__ */ builtInMessages(
  // Stryker disable next-line StringLiteral: what is not formal is informal
  /* @__PURE__ */ german('informal'),
)

/**
 * At least one language to choose from. The first is the fallback.
 *
 * @since 0.1.0
 */
export type Languages<Extra extends Denial = never> = readonly [
  Messages<Extra>,
  ...Messages<Extra>[],
]

/**
 * A reader's language as a BCP 47 tag, or several tags in the reader's order of preference.
 *
 * @since 0.1.0
 */
export type Locales = string | readonly string[] | undefined

/**
 * Returns the messages for a reader.
 *
 * Each tag is looked up whole, then without its last part, and so on (RFC 4647 lookup). If none of the reader's tags is
 * found, the first of `languages` is returned. Case does not matter, and `_` is read as `-`. By default `de-AT` gets
 * formal German; `fr`, `undefined` and an empty list get English. Never throws on strings.
 *
 * @throws TypeError if `languages` is no list of messages, or empty.
 *
 * @since 0.1.0
 */
export function messagesFor<Extra extends Denial>(
  locales: Locales,
  languages: Languages<Extra>,
): Messages<Extra>
export function messagesFor(locales: Locales, languages?: Languages): Messages
export function messagesFor(locales: Locales, languages: Languages = [en, de]): Messages {
  assertLanguages(languages, 'languages')
  const [fallback] = languages
  // Stryker disable next-line ArrayDeclaration: what is put there is no language
  for (const locale of [locales ?? []].flat()) {
    const found = lookUp(locale, languages)
    if (found) return found
  }
  return fallback
}

/** A language tag needs no more (RFC 5646, 4.4.1). */
const MOST_OF_A_TAG = 35

/** Throws a `TypeError` if there is none to choose from, or one is no messages. */
export function assertLanguages(languages: unknown, path: string): void {
  const isList = Array.isArray(languages) && languages.length > 0 && languages.every(areMessages)
  assert(isList, path, 'a non-empty list of messages')
}

export function areMessages(value: unknown): boolean {
  const locale = fieldOf(fieldOf(value, 'language'), 'locale')
  return typeof locale === 'string' && typeof fieldOf(value, 'reasons') === 'function'
}

function lookUp(locale: string, languages: Languages): Messages | undefined {
  const parts = locale.slice(0, MOST_OF_A_TAG).toLowerCase().split(/[-_]/)
  while (parts.length > 0) {
    const tag = parts.join('-')
    const found = languages.find(({ language }) => language.locale.toLowerCase() === tag)
    if (found) return found
    parts.pop()
  }
  return undefined
}
