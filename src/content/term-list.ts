/** The terms of a list that is written as one text, separated by commas. */
export function termsIn(list: string): string[] {
  return list.trim().split(/\s*,\s*/)
}
