import type { Excess } from '../text/measure.js'
import type { Formats } from './formats.js'

/** The parts of a draft, as the subject of a sentence. */
export const fields = { subject: 'Der Betreff', text: 'Der Text' }

/** That the subject or the text has more than it may have. */
export function tooLong(
  field: 'subject' | 'text',
  { length, limit, unit }: Excess,
  { number }: Formats,
): string {
  const tooMuch = `${number(length)} von höchstens ${number(limit)}`
  switch (unit) {
    case 'characters':
      return `${fields[field]} ist zu lang: ${tooMuch} Zeichen.`
    case 'bytes':
      return `${fields[field]} braucht zu viel Platz: ${tooMuch} Bytes. Kürzer oder mit weniger Emojis passt es.`
    case 'codePointsPerCharacter':
      return `${fields[field]} enthält ein Zeichen, das aus zu vielen Einzelzeichen besteht. Ein einfacheres hilft.`
  }
}
