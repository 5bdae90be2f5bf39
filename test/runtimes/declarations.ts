import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Check, Outcome } from './check.js'

interface Settings {
  readonly module: string
  readonly moduleResolution: string
  readonly exactOptionalPropertyTypes: boolean
  readonly ignoreDeprecations?: string
  readonly files: readonly string[]
}

/** How consumers find the package: Node's way from both kinds of module, and a bundler's. */
const today = [true, false].flatMap((exactOptionalPropertyTypes): readonly Settings[] => [
  {
    ...{ module: 'nodenext', moduleResolution: 'nodenext', exactOptionalPropertyTypes },
    files: ['consumer.ts', 'consumer.cts'],
  },
  {
    ...{ module: 'esnext', moduleResolution: 'bundler', exactOptionalPropertyTypes },
    files: ['consumer.ts'],
  },
])
/** The way of Node 10, which reads `typesVersions` in the place of `exports`. TypeScript 7 has it no more. */
const node10: Settings = {
  ...{ module: 'commonjs', moduleResolution: 'node10', exactOptionalPropertyTypes: true },
  files: ['consumer.ts'],
}

const compilers: readonly (readonly [asked: string, settings: readonly Settings[]])[] = [
  ['5.0', [...today, node10]],
  ['5.4', [...today, node10]],
  ['5.9', [...today, node10]],
  ['6.0', [...today, { ...node10, ignoreDeprecations: '6.0' }]],
  ['7.0', today],
]

/** The strict consumer, compiled against the installed declarations by the oldest TypeScript and by newer ones. */
export const declarationChecks: readonly Check[] = compilers.map(([asked, settings]) => ({
  part: 'types',
  what: `typescript@${asked}`,
  module: 'both',
  run(folder) {
    const home = mkdtempSync(join(tmpdir(), 'group-invitations-typescript-'))
    try {
      writeFileSync(join(home, 'package.json'), '{ "private": true }')
      execFileSync('npm', ['install', '--silent', `typescript@${asked}`], { cwd: home })
      const projects = projectsIn(folder, settings)
      return compiled(join(home, 'node_modules/typescript/lib/tsc.js'), asked, folder, projects)
    } finally {
      rmSync(home, { recursive: true })
    }
  },
}))

function compiled(
  tsc: string,
  asked: string,
  folder: string,
  projects: readonly string[],
): Outcome {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [tsc, ...args], { cwd: folder, encoding: 'utf8' })
  const version = run('--version').stdout.trim().replace('Version ', '')
  if (!version.startsWith(`${asked}.`)) return { version, problem: 'is not what was asked for' }
  const problems = projects.flatMap((project) => {
    const { status, stdout, stderr } = run('--project', project)
    return status === 0 ? [] : [`${project}:\n${stdout}${stderr}`]
  })
  return { version, problem: problems.join('\n') || undefined }
}

/** Writes the consumer beside the installed package, with a project for each of the settings. */
function projectsIn(folder: string, settings: readonly Settings[]): string[] {
  const home = join(folder, 'consumer')
  mkdirSync(home, { recursive: true })
  writeFileSync(join(home, 'package.json'), '{ "type": "module" }')
  for (const name of ['consumer.ts', 'consumer.cts']) {
    copyFileSync('test/runtimes/consumer.ts', join(home, name))
  }
  return settings.map(({ files, ...chosen }) => {
    const project = `consumer/${chosen.moduleResolution}-${chosen.exactOptionalPropertyTypes}.json`
    const compilerOptions = {
      ...chosen,
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
  })
}
