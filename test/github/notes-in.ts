/** The section of a version, each paragraph and each item in one line: a release breaks a line where its notes do. */
export function notesIn(changelog: string, version: string): string {
  const section = changelog.split(/^## /m).find((part) => part.startsWith(`[${version}]`))
  const [, ...lines] = section?.split('\n') ?? []
  const notes = lines.join('\n').trim()
  if (notes === '') throw new Error(`The changelog says nothing of ${version}`)
  return notes.replace(/(?<=\S)\n(?!\n|#| *- ) */g, ' ')
}
