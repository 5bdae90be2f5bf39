import { millisecondsInMinute } from 'date-fns/constants'
import { displayed } from './displayed.js'

/**
 * How a language writes what stands in its sentences.
 *
 * @since 0.1.0
 */
export interface Formats {
  /** An instant as people write it, to the minute that has begun; `undefined` where there is no such date. */
  readonly moment: (instant: Instant) => Moment | undefined
  /** From when on something is so: the first full minute in which it is. */
  readonly momentFrom: (instant: Instant) => Moment | undefined
  /** A number: `5.000`. */
  readonly number: (value: number) => string
  /** The form that goes with a number of things. */
  readonly plural: (count: number, forms: PluralForms) => string
  /** What members have written, in quotation marks: the first three, joined by "or"; of none `''`. */
  readonly anyOf: (texts: readonly string[]) => string
}

/**
 * An instant as people write it.
 *
 * @since 0.1.0
 */
export interface Moment {
  /** `28. Februar 2027` */
  readonly day: string
  /** With the zone: `10:30 UTC` */
  readonly time: string
}

/**
 * An instant: a `Date`, or through JSON its ISO string.
 *
 * @since 0.1.0
 */
export type Instant = Date | string

/**
 * What is said of each kind of number that the language tells apart; of a kind that is not given, `other`.
 *
 * @since 0.1.0
 */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
  readonly other: string
}

/**
 * How a language is written.
 *
 * @since 0.1.0
 */
export interface Writing {
  /** The language as a BCP 47 tag, such as `de`: what texts are marked with, and how `Intl` formats. */
  readonly locale: string
  /** From left to right, or from right to left. */
  readonly direction: 'ltr' | 'rtl'
  readonly quotationMarks: readonly [opening: string, closing: string]
}

/** The most examples that a sentence names. */
const MOST_EXAMPLES = 3

/**
 * The formats of a language, times in the given zone (an IANA name); in UTC where it is not given, or unknown.
 *
 * Whatever needs `Intl` is made when it is asked for: most sentences need nothing of it.
 */
export function formatsOf(
  { locale, direction, quotationMarks }: Writing,
  timeZone: string | undefined,
): Formats {
  const [opening, closing] = quotationMarks
  return {
    moment: (instant) => momentOf(timeOf(instant), locale, timeZone),
    momentFrom: (instant) => momentOf(fullMinuteFrom(timeOf(instant)), locale, timeZone),
    number: (value) => new Intl.NumberFormat(locale).format(value),
    plural: (count, forms) => forms[new Intl.PluralRules(locale).select(count)] ?? forms.other,
    anyOf: (texts) =>
      new Intl.ListFormat(locale, { type: 'disjunction' }).format(
        texts
          .slice(0, MOST_EXAMPLES)
          .map((text) => `${opening}${displayed(text, direction)}${closing}`),
      ),
  }
}

/** The instant in milliseconds; NaN: it is none, as when an invalid `Date` has come through JSON. */
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
    return new Intl.DateTimeFormat(locale, { ...parts, timeZone: timeZone ?? 'UTC' })
  } catch {
    return new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC' })
  }
}
