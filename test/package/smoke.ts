// Installs the packed package in an empty folder, and uses it there as the README says.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { blocksIn } from '../support/markdown.js'

const folder = mkdtempSync(join(tmpdir(), 'group-invitations-'))
const inFolder = (command: string, ...args: string[]) =>
  execFileSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })

try {
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
      encoding: 'utf8',
    }),
  ) as [{ filename: string; files: { path: string; size: number }[] }]
  const { filename, files } = packed
  console.log(files.map(({ path, size }) => `${String(size).padStart(7)}  ${path}`).join('\n'))

  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  inFolder('npm', 'install', '--silent', `./${filename}`, 'neverthrow')

  const [quickStart = ''] = blocksIn('README.md', 'ts')
  writeFileSync(join(folder, 'quick-start.mjs'), quickStart)
  console.log(inFolder('node', 'quick-start.mjs'))

  writeFileSync(
    join(folder, 'quick-start.cjs'),
    `(async () => {${quickStart.replace(/^import (.*) from (.*)$/gm, 'const $1 = require($2)')}})()`,
  )
  console.log(inFolder('node', 'quick-start.cjs'))
} finally {
  rmSync(folder, { recursive: true })
}
