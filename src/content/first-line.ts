/** The line with which a text begins, where a salutation stands: the first one that has a letter or digit. */
export function firstLineOf(text: string): { readonly line: string; readonly start: number } {
  const match = /^.*[\p{L}\p{N}].*/mu.exec(text)
  return { line: match?.[0] ?? '', start: match?.index ?? 0 }
}
