// The joints of addresses, with the characters that look like them or are taken for them.
const DOT = '.\u2024\u3002\uFE52\uFF0E\uFF61'
const COLON = ':\uFF1A'
const SLASH = '/\uFF0F'
const AT = '@\uFE6B\uFF20'

const joint = new RegExp(`([${DOT}${COLON}${SLASH}${AT}])`)

const at = new RegExp(`[${AT}]`)
const slashes = new RegExp(`[${SLASH}]{2}`)
/** A scheme or a port, but not a time, which has digits on both sides. */
const colon = new RegExp(`\\D[${COLON}].|.[${COLON}]\\D`)
const ipAddress = new RegExp(`(?:\\d[${DOT}]\\d{0,3}){3}`)

/** Splits a word that a program may link, with its joints at the odd places. In doubt a word is such an address. */
export function partsOf(word: string): string[] {
  return isAddressLike(word) ? word.split(joint) : [word]
}

function isAddressLike(word: string): boolean {
  if (at.test(word) || slashes.test(word) || colon.test(word) || ipAddress.test(word)) return true
  return hasDomain(word) && !isAbbreviation(word)
}

/** Whether a letter follows a full stop, with little in between. */
function hasDomain(word: string): boolean {
  return new RegExp(`.[${DOT}]\\P{L}{0,30}\\p{L}`, 'u').test(word)
}

/** `z.B.`, `(d.h.`: single letters, each before a full stop. */
function isAbbreviation(word: string): boolean {
  return /^\P{L}*(?:\p{L}\.)+\p{L}\P{L}*$/u.test(word)
}
