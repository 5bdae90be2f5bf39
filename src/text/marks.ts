// Composing and decomposing sort the marks behind a letter, in a time that is quadratic in their number. A character has
// at most 32 code points, so that no honest text has a run of 64.

/** Composes a text to NFC, except for runs of 64 marks and more, which stay as they are. */
export function compose(text: string): string {
  return text
    .split(/(\p{M}{64,})/u)
    .map((part, at) => (at % 2 === 0 ? part.normalize('NFC') : part))
    .join('')
}

/** Removes runs of 64 marks and more. */
export function withoutMarkRuns(text: string): string {
  return text.length < 64 ? text : text.replace(/\p{M}{64,}/gu, '')
}
