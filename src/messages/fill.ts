/** Fills a template: what the language says goes through `say`, and what members have written through `show`. */
export function filled(
  template: string,
  values: Readonly<Record<string, string>>,
  say: (words: string) => string,
  show: (value: string) => string,
): string {
  // Words of the language, and names of what is to be filled in, by turns.
  return template
    .split(/\{(\w+)\}/)
    .map((part, index) => (index % 2 === 0 ? say(part) : show(String(values[part]))))
    .join('')
}
