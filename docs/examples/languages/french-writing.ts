import type { SubjectTooLong, TextTooLong } from 'group-invitations'
import type { Formats, Moment } from 'group-invitations/messages'

/**
 * Words as people type them, with narrow no-break spaces where French has them: before `; : ! ?` and within « ».
 *
 * What is filled in stays as it is.
 */
export function phrase(words: TemplateStringsArray, ...filledIn: readonly string[]): string {
  const spaced = words.map((part) => part.replace(/ (?=[;:!?»])|(?<=«) /g, '\u202F'))
  return String.raw({ raw: spaced }, ...filledIn)
}

/** The first day of a month is an ordinal, which `Intl` does not know: 1er mars 2027. */
export function dayOf({ day }: Moment): string {
  return day.replace(/^1(?=\s)/, '1er')
}

export function tooLong(
  { type, length, limit, unit }: SubjectTooLong | TextTooLong,
  { number, plural }: Formats,
): string {
  const field = type === 'SubjectTooLong' ? 'L’objet' : 'Le texte'
  switch (unit) {
    case 'characters': {
      // A million is a noun: "un million de caractères".
      const characters = plural(length, { many: 'de caractères', other: 'caractères' })
      return phrase`${field} est trop long : ${number(length)} ${characters}, pour un maximum de ${number(limit)}.`
    }
    case 'bytes':
      return phrase`${field} prend trop de place : ${number(length)} octets, pour un maximum de ${number(limit)}. Raccourcissez-le, ou utilisez moins d’émojis.`
    case 'codePointsPerCharacter':
      return phrase`${field} contient un caractère composé de trop de signes. Un caractère plus simple conviendra.`
  }
}
