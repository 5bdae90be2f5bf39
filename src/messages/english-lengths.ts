import type { Excess } from '../text/measure.js'
import type { Formats } from './formats.js'

/** That the subject or the text has more than it may have. */
export function tooLong(
  field: 'subject' | 'text',
  { length, limit, unit }: Excess,
  { number }: Formats,
): string {
  const tooMuch = `${number(length)} of at most ${number(limit)}`
  switch (unit) {
    case 'characters':
      return `The ${field} is too long: it has ${tooMuch} characters.`
    case 'bytes':
      return `The ${field} takes up too much space: ${tooMuch} bytes. Shorten it, or use fewer emojis.`
    case 'codePointsPerCharacter':
      return `The ${field} has a character that is combined from too many signs. A simpler one will work.`
  }
}
