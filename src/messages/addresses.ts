// The joints of addresses, with what looks like them or is taken for them.
const DOT = '.\u2024\u3002\uFE52\uFF0E\uFF61'
const COLON = ':\uFF1A'
const SLASH = '/\uFF0F'
const AT = '@\uFE6B\uFF20'

const joint = new RegExp(`([${DOT}${COLON}${SLASH}${AT}])`)

/** An e-mail address, or a name of somebody in front of one. */
const at = new RegExp(`[${AT}]`)
/** What is behind the scheme of a URL, or in front of a host without one. */
const slashes = new RegExp(`[${SLASH}]{2}`)
/** A scheme or a port; but no time, which has digits on both sides. */
const colon = new RegExp(`\\D[${COLON}].|.[${COLON}]\\D`)
/** Four numbers, as hosts have them. */
const numbers = new RegExp(`(?:\\d[${DOT}]\\d{0,3}){3}`)

/**
 * A word, which has no spaces, in parts: of what a program could take for an address and link, the joints stand at
 * every other place; anything else is one part. In doubt it is an address. Times, dates and abbreviations are none.
 */
export function partsOf(word: string): string[] {
  return isAddressLike(word) ? word.split(joint) : [word]
}

function isAddressLike(word: string): boolean {
  if (at.test(word) || slashes.test(word) || colon.test(word) || numbers.test(word)) return true
  return hasDomain(word) && !isAbbreviation(word)
}

/** Whether there is a letter behind a full stop, with little in between. */
function hasDomain(word: string): boolean {
  return new RegExp(`.[${DOT}]\\P{L}{0,30}\\p{L}`, 'u').test(word)
}

/** `z.B.`, `(d.h.`: single letters, with a full stop behind each. */
function isAbbreviation(word: string): boolean {
  return /^\P{L}*(?:\p{L}\.)+\p{L}\P{L}*$/u.test(word)
}
