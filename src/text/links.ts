import { isDomainEnding, isFileName, isWord } from './domain-endings.js'
import { once } from './once.js'

export interface Link {
  readonly link: string
  readonly index: number
}

const SENTENCE_END = '.,;:!?)]}’…*_'

/** A form of links that may have any ending. Most texts have none of its signs, and expressions for signs are cheap. */
interface LinkForm {
  readonly signs: RegExp
  /** A function, because Unicode classes cost time when they are made. */
  readonly link: () => RegExp
}

// In `localho.t` and `pun.t`, `.` is also a letter that equals "s" or "k" if case is ignored: U+017F, U+212A.
const forms: readonly LinkForm[] = [
  // With a scheme or `www.`.
  {
    signs: /:\/\/|mailto:|localho.t|www/i,
    link: once(
      () => /(?<![\p{L}\p{N}])(?:[a-z]{2,12}:\/\/|localhost[:/]|mailto:|www\d?\.)[^\s<>"„“”«»]+/iu,
    ),
  },
  // With `@`, or with dots spelled out.
  {
    signs: /@|[([{<] ?(?:[aä]t|dot|pun.t|\.) ?[)\]}>]| (?:dot|pun.t) | \./i,
    link: once(
      () =>
        /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}][\p{L}\p{N}._%+-]*(?:(?:@| ?[([{<] ?(?:at|ät|@) ?[)\]}>] ?)[\p{L}\p{N}-]+(?:(?:\.| ?[([{<] ?(?:dot|punkt|\.) ?[)\]}>] ?)[\p{L}\p{N}-]{2,})+|(?: ?[([{<] ?(?:dot|punkt|\.) ?[)\]}>] ?[\p{L}\p{N}._/-]+)+| (?:(?:dot |punkt |\. ?)(?:com|org|de|eu|info|io|ch)|punkt (?:at|net))(?![\p{L}\p{N}-]))/iu,
    ),
  },
]

/** The first link, domain, IP address or e-mail address of a text. Linear in the text. */
export function findLink(text: string): Link | undefined {
  const hasInnerDot = /[^\s.]\.[^\s.]/.test(text)
  // Stryker disable next-line MethodExpression: sorting puts what is undefined last
  const [first] = [
    ...forms.map((form) => linkIn(text, form)),
    hasInnerDot ? hostIn(text) : undefined,
  ]
    // Stryker disable next-line ConditionalExpression: the same
    .filter((link) => link !== undefined)
    .sort((one, other) => one.index - other.index)
  if (first === undefined) return undefined
  let end = first.link.length
  while (SENTENCE_END.includes(first.link.charAt(end - 1))) end -= 1
  return { link: first.link.slice(0, end), index: first.index }
}

function linkIn(text: string, { signs, link }: LinkForm): Link | undefined {
  // Stryker disable next-line ConditionalExpression: only saves looking for the link
  const match = signs.test(text) ? link().exec(text) : null
  return match ? { link: match[0], index: match.index } : undefined
}

/** Joined by dots. A dot before "Wir" ends a sentence, though no space follows it. */
const labels = once(
  () => /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}_-]|\.(?=[\p{L}\p{N}])(?!\p{Lu}\p{Ll}))*/gu,
)

function hostIn(text: string): Link | undefined {
  for (const { 0: host, index } of text.matchAll(labels())) {
    // Stryker disable next-line ConditionalExpression, StringLiteral: only saves looking at words without a dot
    if (!host.includes('.')) continue
    const before = text.slice(Math.max(0, index - 12), index)
    const after = text.slice(index + host.length)
    const hasTail = /^(?::\d|[/?#][^\s<>"„“”«»])/.test(after)
    if (!isHost(host, hasTail, before, after)) continue
    const end = after.search(/(?!^)[\s<>"„“”«»]|$/)
    return { link: hasTail ? host + after.slice(0, end) : host, index }
  }
  return undefined
}

/** So abbreviations, technologies and the beginnings of sentences look. */
const NO_HOST =
  // Stryker disable next-line Regex: two letters are no more than the ending
  /^(?:bzw|co|dipl|dr|et|etc|evtl|ggf|inkl|mag|nr|prof|tel|usw)\.|^(?:ado|asp|microsoft|ml|paint|vb)\.net$|(?:^|\.)(?:\d+|.)\.(?!(?:ai|de|gg|io|tv)$)[^.]{2}$/u

/** Short ones that everybody knows. */
// Stryker disable next-line Regex: no ending that is a word goes on like one of these
const KNOWN = /^(?:t\.co|(?:about|paypal|t|wa)\.me|lnkd\.in|notion\.so|youtu\.be)$/

/** What stands before a host rather than before the last word of a sentence. */
const CUE =
  /(?:^|\s)(?:at|auf|on|see|siehe|über|unter|via|visit) $|(?:blog|page|seite|site) $|[:(>→] ?$/i

/** Leiter.in is a form for all genders. */
const allGenders = once(() => /^\p{Lu}\p{Ll}+\.in$/u)

const goesOn = once(() => /^[^\S\n]+[\p{L}\p{N}]/u)

function isHost(host: string, hasTail: boolean, before: string, after: string): boolean {
  const lower = host.toLowerCase()
  // Stryker disable next-line StringLiteral: a host has a dot
  const [stem = '', ending = ''] = lower.split('.').slice(-2)
  if (hasTail && /^\d+(?:\.\d+){3}$/.test(host)) return true
  if (!isDomainEnding(ending) || before.endsWith('@') || after.startsWith('(')) return false
  if (hasTail || KNOWN.test(lower)) return true
  if (NO_HOST.test(lower) || isFileName(stem, ending) || allGenders().test(host)) return false
  return !isWord(ending) || /[\d-]|\..*\./.test(host) || CUE.test(before) || !goesOn().test(after)
}
