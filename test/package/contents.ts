// Holds what is packed to the list in `test/package/contents.txt`; `--write` writes the list anew.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { inRepository } from '../support/repository.js'

const list = 'test/package/contents.txt'
const file = inRepository(list)
const [packed] = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: inRepository(''),
    encoding: 'utf8',
  }),
) as [{ size: number; unpackedSize: number; files: { path: string }[] }]

// Declarations that entry points share are named after what is in them.
const paths = packed.files.map(({ path }) => path.replace(/-[\w-]{8}(\.d\.c?ts)$/, '-*$1'))
const contents = `${paths.sort().join('\n')}\n`
if (process.argv.includes('--write')) writeFileSync(file, contents)

console.log(
  `${contents}${paths.length} files, packed ${packed.size} bytes, unpacked ${packed.unpackedSize}`,
)
if (contents !== readFileSync(file, 'utf8')) throw new Error(`That is not what ${list} lists.`)
