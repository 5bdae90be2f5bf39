/** A link in a text. */
export interface Link {
  readonly link: string
  /** Where it begins: a UTF-16 index into the text. */
  readonly index: number
}

/** Punctuation that ends a sentence rather than a link. */
const CLOSING = '.,;:!?)]}’…*'

/** The first link, domain or e-mail address of a text. Linear in the text. */
export function findLink(text: string): Link | undefined {
  const [first] = [explicitIn(text), bareIn(text)]
    .filter((match) => match !== null)
    .sort((one, other) => one.index - other.index)
  if (first === undefined) return undefined
  const [match] = first
  let end = match.length
  while (CLOSING.includes(match.charAt(end - 1))) end -= 1
  return { link: match.slice(0, end), index: first.index }
}

/** A scheme or www., and whatever follows it up to a space. */
function explicitIn(text: string): RegExpExecArray | null {
  return /(?<![\p{L}\p{N}])(?:[A-Za-z]{2,12}:\/\/|[Ww]{3}\.)[^\s<>"„“”«»]+/u.exec(text)
}

/**
 * A domain or an e-mail address, with or without a path. Its ending is in lower case, which keeps ASP.NET out, and one
 * of the usual ones, which keeps Node.js out.
 */
function bareIn(text: string): RegExpExecArray | null {
  return /(?<![\p{L}\p{N}.@_-])[\p{L}\p{N}][\p{L}\p{N}.@_-]*\.(?:de|at|ch|li|eu|com|net|org|info|biz|io|co|uk|me|ly|gl|tv|app|dev|xyz|club|shop|online|site|link|live|group|page|be|fr|nl|pl|example)(?:\.[a-z]{2})?(?![\p{L}\p{N}_-])(?:[/?#:][^\s<>"„“”«»]*)?/u.exec(
    text,
  )
}
