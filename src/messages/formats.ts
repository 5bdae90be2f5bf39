import { millisecondsInMinute } from 'date-fns/constants'
import { codePointName } from '../text/code-points.js'
import { ownFieldsOf } from '../validation/assert.js'
import { displayed, type Writing } from './displayed.js'

/**
 * How a language writes dates, numbers and quotations in its sentences.
 *
 * @since 0.1.0
 */
export interface Formats {
  /** An instant as people write it, rounded down to the minute. `undefined` if the instant is no valid date. */
  readonly moment: (instant: Instant) => Moment | undefined
  /** An instant from which something holds, rounded up to the minute. `undefined` if the instant is no valid date. */
  readonly momentFrom: (instant: Instant) => Moment | undefined
  /** A number as people write it, such as `5.000` in German. */
  readonly number: (value: number) => string
  /** A character that may be invisible, by its code point: `U+202E`. */
  readonly character: (codePoint: number) => string
  /** The plural form for a number of things. */
  readonly plural: (count: number, forms: PluralForms) => string
  /**
   * The first three texts in quotation marks, joined by "or"; `''` for none. Of texts that differ in case alone only the
   * first one counts.
   *
   * Members may have written the texts: each is on one line, has at most 100 characters (a longer one ends in an
   * ellipsis), cannot turn the words around it, and has inner quotation marks instead of those that could close its own.
   */
  readonly anyOf: (texts: readonly string[]) => string
}

/**
 * An instant as people write it, in parts.
 *
 * @since 0.1.0
 */
export interface Moment {
  /** The day, such as `28. Februar 2027`. */
  readonly day: string
  /** The time with its zone, such as `10:30 UTC`. */
  readonly time: string
}

/**
 * An instant: a `Date`, or its ISO string if it has come through JSON.
 *
 * @since 0.1.0
 */
export type Instant = Date | string

/**
 * The words for each plural category of a language. A category that is not given uses `other`.
 *
 * @since 0.1.0
 */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
  readonly other: string
}

const MOST_EXAMPLES = 3

/** Times are in UTC if the zone is not given or unknown. `Intl` objects are made on use: most sentences need none. */
export function formatsOf(writing: Writing, timeZone: string | undefined): Formats {
  const { locale } = writing
  const [opening, closing] = writing.quotationMarks
  return {
    moment: (instant) => momentOf(timeOf(instant), locale, timeZone),
    momentFrom: (instant) => momentOf(fullMinuteFrom(timeOf(instant)), locale, timeZone),
    number: (value) => new Intl.NumberFormat(locale).format(value),
    character: codePointName,
    plural: (count, forms) =>
      ownFieldsOf(forms)[new Intl.PluralRules(locale).select(count)] ?? forms.other,
    anyOf: (texts) =>
      new Intl.ListFormat(locale, ownFieldsOf({ type: 'disjunction' })).format(
        onceEach(texts)
          .slice(0, MOST_EXAMPLES)
          .map((text) => `${opening}${displayed(text, writing)}${closing}`),
      ),
  }
}

function onceEach(texts: readonly string[]): readonly string[] {
  const seen = new Set<string>()
  return texts.filter((text) => {
    const before = seen.size
    return seen.add(text.toLowerCase()).size > before
  })
}

/** NaN if there is no such instant: an invalid `Date` comes out of JSON as `null`. */
function timeOf(instant: unknown): number {
  const isInstant = typeof instant === 'string' || instant instanceof Date
  return isInstant ? new Date(instant).getTime() : Number.NaN
}

function fullMinuteFrom(time: number): number {
  return Math.ceil(time / millisecondsInMinute) * millisecondsInMinute
}

function momentOf(time: number, locale: string, timeZone: string | undefined): Moment | undefined {
  if (Number.isNaN(time)) return undefined
  const written = (parts: Intl.DateTimeFormatOptions) =>
    dateFormat(locale, parts, timeZone).format(time)
  return {
    day: written({ dateStyle: 'long' }),
    time: written({ hour: 'numeric', minute: '2-digit', timeZoneName: 'short' }),
  }
}

function dateFormat(
  locale: string,
  parts: Intl.DateTimeFormatOptions,
  timeZone: string | undefined,
): Intl.DateTimeFormat {
  try {
    // Stryker disable next-line StringLiteral: a time zone that is unknown becomes UTC below
    return new Intl.DateTimeFormat(locale, ownFieldsOf({ ...parts, timeZone: timeZone ?? 'UTC' }))
  } catch {
    return new Intl.DateTimeFormat(locale, ownFieldsOf({ ...parts, timeZone: 'UTC' }))
  }
}
