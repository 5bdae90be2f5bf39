import type { Denial } from '../rules/rule.js'
import { english } from './english.js'
import { german } from './german.js'
import { createMessages, type Messages } from './messages.js'

/**
 * English.
 *
 * @since 0.1.0
 */
export const en: Messages = /* @__PURE__ */ createMessages(english, {})

/**
 * German, which addresses the reader by "Sie".
 *
 * @since 0.1.0
 */
export const de: Messages = /* @__PURE__ */ createMessages(/* @__PURE__ */ german('formal'), {})

/**
 * German, which addresses the reader by "du". Its locale is `de` too: it goes in the place of `de`.
 *
 * @since 0.1.0
 */
export const deInformal: Messages = /* @__PURE__ */ createMessages(
  /* @__PURE__ */ german('informal'),
  {},
)

/**
 * Languages to choose from, at least one: the first is the one to fall back on.
 *
 * @since 0.1.0
 */
export type Languages<Extra extends Denial = never> = readonly [
  Messages<Extra>,
  ...Messages<Extra>[],
]

/**
 * A reader's language as a BCP 47 tag, or several, the one that they like best first.
 *
 * @since 0.1.0
 */
export type Locales = string | readonly string[] | undefined

/**
 * The words for a reader: of the tag as it is, else without its last part, and so on; else of the reader's next
 * language; else the first of `languages`. Tags are compared without case, and `_` is `-`. By default `de-AT` gets
 * formal German, and `fr` English, as `undefined` and an empty list do. Never throws on strings.
 *
 * @since 0.1.0
 */
export function messagesFor<Extra extends Denial>(
  locales: Locales,
  languages: Languages<Extra>,
): Messages<Extra>
export function messagesFor(locales: Locales, languages?: Languages): Messages
export function messagesFor(locales: Locales, languages: Languages = [en, de]): Messages {
  const [fallback] = languages
  for (const locale of [locales ?? []].flat()) {
    const found = lookUp(locale, languages)
    if (found) return found
  }
  return fallback
}

/** The most that a language tag needs (RFC 5646, 4.4.1); whatever is behind it is no language. */
const MOST_OF_A_TAG = 35

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
