import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The path of a file or folder of the repository, whatever the working directory is. */
export const inRepository = (path: string) =>
  fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** The text of a file of the repository. */
export const textOf = (path: string) => readFileSync(inRepository(path), 'utf8')

/** The code of the site, and what it generates. */
const OF_SITE = ['docs/.vitepress', 'docs/reference']

/** The files with an ending below a folder of the repository, and below its folders, but for what is installed and for the site's own. */
export function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(inRepository(folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name)
    if (entry.name === 'node_modules' || OF_SITE.includes(path)) return []
    if (entry.isDirectory()) return filesBelow(path, ending)
    return entry.name.endsWith(ending) ? [path] : []
  })
}

/** The names of what is in a folder of the repository, sorted. */
export const namesIn = (folder: string) => readdirSync(inRepository(folder)).sort()
