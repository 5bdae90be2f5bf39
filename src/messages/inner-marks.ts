/** The double quotation marks of all languages, and what looks like them, each with its single counterpart. */
const INNER: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  ['"', "'"],
  ['«', '‹'],
  ['»', '›'],
  ['“', '‘'],
  ['”', '’'],
  ['„', '‚'],
  ['‟', '‛'],
  ['″', '′'],
  ['‶', '‵'],
  ['״', '׳'],
  ...Array.from('ʺ˝ˮ❝❞⹂〝〞〟＂🙶🙷🙸', (mark) => [mark, "'"] as const),
])

/**
 * The text with inner quotation marks, as typographers write a quotation within another: „Die ‚Besten‘“. So it has no
 * mark that could close the quotation around it. Apostrophes stay, unless they are the marks of the language.
 */
export function withInnerMarks(text: string, marks: readonly string[]): string {
  const own = new Set(marks.join('').replace(/\s/g, ''))
  const inner = (character: string) => {
    const single = INNER.get(character)
    if (single === undefined && !own.has(character)) return character
    // No language has all of these.
    return [single ?? "'", "'", '’', 'ʼ'].find((mark) => !own.has(mark))
  }
  return withoutPairs(Array.from(text, inner).join(''))
}

/** Two single marks side by side look like a double one, also with something invisible between them. */
function withoutPairs(text: string): string {
  return text.replace(
    /(['`´‘’‚‛‹›′‵ʹʻʼʽˈ׳＇])(?:\p{Default_Ignorable_Code_Point}*['`´‘’‚‛‹›′‵ʹʻʼʽˈ׳＇])+/gu,
    '$1',
  )
}
