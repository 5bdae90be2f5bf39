import { existsSync } from 'node:fs'
import { posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { linksIn } from '../support/markdown.js'
import { filesBelow, inRepository, namesIn, textOf } from '../support/repository.js'

const FOLDER = 'docs/adapters'

/** The folders to copy. */
const folders = namesIn(FOLDER).filter(
  (name) => !name.includes('.') && !['node_modules', 'shared', 'test'].includes(name),
)

/** What a README says, after what the folder is. */
const PARTS = ['Install', 'Needs', 'Promises', 'Does not promise', 'Proof']

/** What the files to copy import that is to be installed beside the library, and is no part of Node. */
function packagesOf(folder: string): string[] {
  const files = filesBelow(`${FOLDER}/${folder}`, '.ts').filter((file) => !file.includes('/test/'))
  const imported = files.flatMap((file) =>
    [...textOf(file).matchAll(/^(?:import|} from|export .* from).*'([^'.][^']*)'$/gm)].map(
      ([, name = '']) => name,
    ),
  )
  const names = imported
    .filter((name) => !name.startsWith('node:'))
    .map((name) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    )
  return [...new Set(names)]
    .filter((name) => !['group-invitations', 'neverthrow'].includes(name))
    .sort()
}

describe.each(folders)('docs/adapters/%s', (folder) => {
  const readme = `${FOLDER}/${folder}/README.md`

  test('has a README that names what is to be installed, and the command that proves it', () => {
    const text = textOf(readme)
    for (const name of packagesOf(folder)) expect(text, name).toContain(`\`${name}\``)
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: object }
    const commands = [...text.matchAll(/npm run (test:\w+)/g)].map(([, name = '']) => name)
    expect(commands).not.toEqual([])
    for (const command of commands) expect(Object.keys(scripts)).toContain(command)
  })

  test('has a README with the same parts as the others, in the same order', () => {
    const parts = [...textOf(readme).matchAll(/^- \*\*([^*]+)\*\*/gm)].map(([, name]) => name)
    expect(parts.slice(0, PARTS.length)).toEqual(PARTS)
  })

  test('imports nothing that a user would not copy with it', () => {
    const offenders = filesBelow(`${FOLDER}/${folder}`, '.ts')
      .filter((file) => !file.includes('/test/'))
      .flatMap((file) =>
        [...textOf(file).matchAll(/'(\.\.?\/[^']+)'/g)].map(([, path = '']) =>
          posix.join(posix.dirname(file), path),
        ),
      )
      .filter((target) => {
        const of = /^docs\/(?:adapters|examples)\/([^/]+)/.exec(target)?.[1] ?? target
        return of !== folder && !textOf(readme).includes(of.replace(/\.js$/, '')) && of !== 'shared'
      })
    expect(offenders).toEqual([])
  })

  test('is on the page that chooses', () => {
    expect(linksIn('docs/adapters.md')).toContain(`adapters/${folder}`)
    expect(existsSync(inRepository(readme))).toBe(true)
  })
})
