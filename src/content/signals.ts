import type { Word } from '../text/words.js'
import type { ProhibitedCategory } from './content-evidence.js'

/** Something typical of prohibited content that is not a term. */
export interface Signal {
  readonly name: string
  readonly category: ProhibitedCategory
  readonly weight: 'signal'
  find(text: string, words: readonly Word[]): Place | undefined
}

interface Place {
  readonly index: number
  readonly end: number
}

/** Amounts of money from 100 on, in the usual currencies: 5.000 €, $10k, 1.5 million dollars. */
const amount =
  /[€$£] ?(?:\d{3,9}|\d{1,3}(?:[.,' ]\d{3}){1,2}|[\d.,]{1,6} ?(?:k|m|million)\b)|(?<![\d.,])(?:\d{3,9}|\d{1,3}(?:[.,' ]\d{3}){1,2}|\d{1,4}k|[\d.,]{1,6} ?(?:million(?:en)?|mio\.?))(?:[.,]\d\d)?[- ]?(?:[€$£]|(?:euros?|dollars?|us-dollars?|usdt?|pounds|franken|chf)\b)/i

const exclamation = /!!+/

/** Long words in capitals in a row; abbreviations are shorter, or fewer. */
const SHOUTED_WORDS = 3

export const SIGNALS: readonly Signal[] = [
  {
    name: 'amount of money',
    category: 'spam',
    weight: 'signal',
    find: (text) => placeOf(amount.exec(text)),
  },
  {
    name: 'exclamation marks',
    category: 'spam',
    weight: 'signal',
    find: (text) => placeOf(exclamation.exec(text)),
  },
  {
    name: 'shouting',
    category: 'spam',
    weight: 'signal',
    find: (_text, words) => firstShout(words),
  },
]

function placeOf(match: RegExpExecArray | null): Place | undefined {
  return match === null ? undefined : { index: match.index, end: match.index + match[0].length }
}

function firstShout(words: readonly Word[]): Place | undefined {
  let run = 0
  for (const [at, word] of words.entries()) {
    run = isShouted(word) ? run + 1 : 0
    if (run < SHOUTED_WORDS) continue
    const [first = word] = words.slice(at + 1 - run, at)
    return { index: first.index, end: word.index + word.written.length }
  }
  return undefined
}

function isShouted({ written }: Word): boolean {
  return written.length > 3 && /^\p{Lu}+$/u.test(written)
}
