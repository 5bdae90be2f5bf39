import { once } from './once.js'
import { type Word, wordsIn } from './words.js'

/** The words of a text in the letters that people see, and those of them that deceive programs: "V1agra". */
export interface PlainWords {
  readonly words: readonly Word[]
  readonly disguised: ReadonlySet<Word>
}

/** Cyrillic and Greek letters, each before the Latin one that it looks like. */
const LOOK_ALIKES =
  'аa еe оo рp сc уy хx іi јj ѕs ԁd һh ӏl кk мm нh тt вb гr пn αa εe οo ρp ιi κk νv τt υu χx βb ηn ωw σo γy'

/** Digits and signs, each before the letter for which it stands inside a word. */
const STAND_INS = '0o 1i 3e 4a 5s 7t @a €e $s !i'

const mapOf = (pairs: string): ReadonlyMap<string, string> =>
  new Map(pairs.split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)]))

const lookAlikes = mapOf(LOOK_ALIKES)
const standIns = mapOf(STAND_INS)

/** Single letters with one and the same sign between them: "G E W I N N", "c.a.s.i.n.o". */
const spaced = once(
  () => /(?<![\p{L}\p{N}])\p{L}([ .\-_*·])(?:\p{L}\1){2,40}\p{L}(?![\p{L}\p{N}])/gu,
)

/**
 * Inside a word, between letters of one case: "Sales4Good" is none. `!` and `@` also divide words, and stand for a letter
 * only behind the first letter or before the last one or two: "m@rketing", "kred!t". A currency may also be the first letter.
 */
const standIn = once(
  () =>
    /(?<=(?<!\p{L})\p{Lu}|\p{Ll})[013457€$]{1,2}(?=\p{Ll}{2})|(?<=\p{Ll}{2})[013457€$]{1,2}(?=\p{Ll})|(?<=\p{Lu})[013457€$]{1,2}(?=\p{Lu}{2})|(?<=\p{Lu}{2})[013457€$]{1,2}(?=\p{Lu})|(?<=(?<!\p{L})\p{L})[@!](?=\p{L}{3})|(?<=\p{L}{3})(?:@(?=\p{Ll}{1,2}(?!\p{L}))|!(?=\p{Ll}(?!\p{L})))|^€(?=\p{L}{3})/gu,
)

/** Full-width and mathematical letters. */
const styled = once(() => /[\uFF21-\uFF5A\u{1D400}-\u{1D7FF}]/gu)

/** Invisible between Latin letters, and of use only in other scripts. */
const joiner = once(() => /(?<=\p{Script=Latin})[\u200C-\u200D](?=\p{Script=Latin})/gu)

/** Words with the signs that may be letters of them. */
const run = once(() => /[\p{L}\p{N}€][\p{L}\p{N}\p{M}@€$!\u200C-\u200D]{2,}[\p{L}\p{N}\p{M}]/gu)

/** Whether single letters with one sign between them may be in a text. Cheap, since it knows no letters. */
const spacedHint = /([ .\-_*·])\S\1\S\1/u

/** Whether any word may have a letter in disguise. Cheap, since its letters are all units that may be of a letter. */
const hint =
  /[A-Za-z\xAA-\u1FFF\u2060-\uFFFF][013457@€$!]{1,2}[A-Za-z\xAA-\u1FFF\u2060-\uFFFF]|€[A-Za-z\xAA-\u1FFF\u2060-\uFFFF]|[\u0370-\u052F\u200C-\u200D\uFF21-\uFF5A\uD835]/

/** Undoes what may be disguises in the words of a text, except in addresses. */
export function plainWords(text: string, words: readonly Word[]): PlainWords {
  const disguised = new Set<Word>()
  const undo = (written: string, plain: string, index: number): string => {
    if (plain === written) return written
    for (const { folded } of wordsIn(plain)) disguised.add({ written, folded, index })
    return ' '.repeat(written.length)
  }
  let rest = text
  // Stryker disable next-line ConditionalExpression: only saves looking at each letter
  if (spacedHint.test(text)) {
    rest = text.replace(spaced(), (written, sign: string, index: number) =>
      undo(written, written.replaceAll(sign, ''), index),
    )
  }
  // Stryker disable next-line ConditionalExpression: only saves looking at each word
  if (hint.test(text)) {
    rest = rest.replace(/\S{4,}/g, (token, at: number) =>
      address().test(token)
        ? token
        : token.replace(run(), (written, index: number) =>
            undo(written, plainOf(written), at + index),
          ),
    )
  }
  if (disguised.size === 0) return { words, disguised }
  const all = [...disguised, ...wordsIn(rest)]
  return { words: all.sort((one, other) => one.index - other.index), disguised }
}

/** A link, an e-mail address, or the name of an account. */
const address = once(() => /(?<!\p{L})@|@[^\s@]*\.|:\/\/|^www\.|\.\p{L}{2,}\//u)

function plainOf(written: string): string {
  return written
    .replace(styled(), (letter) => letter.normalize('NFKC'))
    .replace(joiner(), '')
    .replace(standIn(), lettersFor)
    .replace(/\p{L}{4,}/gu, latin)
}

/** The Latin word that looks the same, if the letters are of two scripts. */
function latin(word: string): string {
  if (!/\p{Script=Latin}/u.test(word)) return word
  const plain = Array.from(word.toLowerCase(), (letter) => lookAlikes.get(letter) ?? letter).join(
    '',
  )
  return plain === word.toLowerCase() || /\P{Script=Latin}/u.test(plain) ? word : plain
}

function lettersFor(signs: string): string {
  return Array.from(signs, (sign) => String(standIns.get(sign))).join('')
}
