// Installs the packed package in an empty folder, and runs the README's first example there, in both module formats.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { blocksIn } from '../support/markdown.js'
import { whileInstalled } from './installed.js'

const [quickStart = ''] = blocksIn('README.md', 'ts')
const asCommonJs = `(async () => {${quickStart.replace(/^import (.*) from (.*)$/gm, 'const $1 = require($2)')}})()`

await whileInstalled((folder) => {
  for (const [file, program] of [
    ['quick-start.mjs', quickStart],
    ['quick-start.cjs', asCommonJs],
  ] as const) {
    writeFileSync(join(folder, file), program)
    execFileSync('node', [file], { cwd: folder, stdio: 'inherit' })
  }
})
