import { readdirSync, readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the pages, with `/` at its end. */
export const docs = fileURLToPath(new URL('..', import.meta.url))

/** The page that shows a file of code. Its name has no dot, behind which a server would look for a type of file. */
export const pageOf = (path: string) => `source/${path.replaceAll('.', '-')}`

/** What VitePress makes a page of: the route's parameter, and the Markdown. */
export interface SourcePage {
  readonly params: { readonly path: string; readonly title: string }
  readonly content: string
}

/** A page for each file of code that a reader may copy, and one for each of their folders. */
export const sourcePages = (): readonly SourcePage[] =>
  ['adapters', 'examples'].flatMap((folder) => pagesBelow(folder))

const LANGUAGES: Readonly<Record<string, string>> = {
  '.js': 'js',
  '.json': 'json',
  '.jsonl': 'json',
  '.sql': 'sql',
  '.ts': 'ts',
}

function pagesBelow(folder: string): SourcePage[] {
  const entries = readdirSync(docs + folder, { withFileTypes: true }).filter(
    ({ name }) => !/^(node_modules|test|dist|package-lock\.json)$/.test(name),
  )
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  const files = entries.filter(({ name }) => extname(name) in LANGUAGES).map(({ name }) => name)
  const lines = [
    ...folders.map((name) => `- [${name}/](/source/${folder}/${name}/)`),
    ...files.map((name) => `- [${name}](/${pageOf(`${folder}/${name}`)})`),
  ]
  return [
    { params: { path: `${folder}/index`, title: folder }, content: lines.join('\n') },
    ...files.map((name) => pageFor(`${folder}/${name}`)),
    ...folders.flatMap((name) => pagesBelow(`${folder}/${name}`)),
  ]
}

function pageFor(path: string): SourcePage {
  const code = readFileSync(docs + path, 'utf8')
  const fence = `\`\`\`\`${LANGUAGES[extname(path)] ?? ''}\n${code}\`\`\`\``
  return { params: { path: pageOf(path).slice('source/'.length), title: path }, content: fence }
}
