export interface Link {
  readonly link: string
  readonly index: number
}

const SENTENCE_END = '.,;:!?)]}’…*'

/** The first link, domain or e-mail address of a text. Linear in the text. */
export function findLink(text: string): Link | undefined {
  const [first] = [withSchemeIn(text), withoutSchemeIn(text)]
    .filter((match) => match !== null)
    .sort((one, other) => one.index - other.index)
  if (first === undefined) return undefined
  const [match] = first
  let end = match.length
  while (SENTENCE_END.includes(match.charAt(end - 1))) end -= 1
  return { link: match.slice(0, end), index: first.index }
}

function withSchemeIn(text: string): RegExpExecArray | null {
  return /(?<![\p{L}\p{N}])(?:[A-Za-z]{2,12}:\/\/|[Ww]{3}\.)[^\s<>"„“”«»]+/u.exec(text)
}

/** Endings in lower case leave ASP.NET out, and the list of endings leaves Node.js out. */
function withoutSchemeIn(text: string): RegExpExecArray | null {
  return /(?<![\p{L}\p{N}.@_-])[\p{L}\p{N}][\p{L}\p{N}.@_-]*\.(?:de|at|ch|li|eu|com|net|org|info|biz|io|co|uk|me|ly|gl|tv|app|dev|xyz|club|shop|online|site|link|live|group|page|be|fr|nl|pl|example)(?:\.[a-z]{2})?(?![\p{L}\p{N}_-])(?:[/?#:][^\s<>"„“”«»]*)?/u.exec(
    text,
  )
}
