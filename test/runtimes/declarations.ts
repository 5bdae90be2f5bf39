import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Check, Outcome } from './check.js'

/** How consumers find the package: Node's way from both kinds of module, and a bundler's. */
const settings = [
  { module: 'nodenext', moduleResolution: 'nodenext', files: ['consumer.ts', 'consumer.cts'] },
  { module: 'esnext', moduleResolution: 'bundler', files: ['consumer.ts'] },
]

/** The strict consumer, compiled against the installed declarations by the oldest TypeScript and by newer ones. */
export const declarationChecks: readonly Check[] = ['5.0', '5.4', '5.9', '6.0'].map((asked) => ({
  part: 'types',
  what: `typescript@${asked}`,
  module: 'both',
  run(folder) {
    const home = mkdtempSync(join(tmpdir(), 'group-invitations-typescript-'))
    try {
      writeFileSync(join(home, 'package.json'), '{ "private": true }')
      execFileSync('npm', ['install', '--silent', `typescript@${asked}`], { cwd: home })
      return compiled(join(home, 'node_modules/typescript/lib/tsc.js'), asked, folder)
    } finally {
      rmSync(home, { recursive: true })
    }
  },
}))

function compiled(tsc: string, asked: string, folder: string): Outcome {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [tsc, ...args], { cwd: folder, encoding: 'utf8' })
  const version = run('--version').stdout.trim().replace('Version ', '')
  if (!version.startsWith(`${asked}.`)) return { version, problem: 'is not what was asked for' }
  const problems = projectsIn(folder).flatMap((project) => {
    const { status, stdout, stderr } = run('--project', project)
    return status === 0 ? [] : [`${project}:\n${stdout}${stderr}`]
  })
  return { version, problem: problems.join('\n') || undefined }
}

/** Writes the consumer beside the installed package, with a project for each way and kind of optional properties. */
function projectsIn(folder: string): string[] {
  const home = join(folder, 'consumer')
  mkdirSync(home, { recursive: true })
  writeFileSync(join(home, 'package.json'), '{ "type": "module" }')
  for (const name of ['consumer.ts', 'consumer.cts']) {
    copyFileSync('test/runtimes/consumer.ts', join(home, name))
  }
  return settings.flatMap(({ files, ...modules }) =>
    [true, false].map((exactOptionalPropertyTypes) => {
      const project = `consumer/${modules.moduleResolution}-${exactOptionalPropertyTypes}.json`
      const compilerOptions = {
        ...modules,
        exactOptionalPropertyTypes,
        strict: true,
        skipLibCheck: false,
        noEmit: true,
        target: 'ES2022',
        // Nothing of the DOM, and nothing of Node.
        lib: ['ES2022'],
        types: [],
      }
      writeFileSync(join(folder, project), JSON.stringify({ compilerOptions, files }))
      return project
    }),
  )
}
