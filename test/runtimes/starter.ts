import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ESLint } from 'eslint'
import type { Check } from './check.js'
import { env } from './smoke.js'
import { problemOfReadme } from './starter-readme.js'
import { inRepository } from '../support/repository.js'

/** The starter, copied out of the installed package: its own tests, both TypeScripts, our lint, and its README. */
export const starterCheck: Check = {
  part: 'starter',
  what: 'starter',
  module: 'esm',
  async run(folder) {
    const home = mkdtempSync(join(tmpdir(), 'group-invitations-starter-'))
    try {
      const starter = join(folder, 'node_modules/group-invitations/docs/examples/starter')
      cpSync(starter, home, { recursive: true })
      takeTarball(home, folder)
      await runIn(home, 'npm', 'install', '--prefer-offline', '--no-audit', '--no-fund')
      const [lint, readme] = await Promise.all([
        problemOfLint(home),
        // Both compile into one folder.
        runIn(home, 'npm', 'test').then(() => problemOfReadme(home)),
        runIn(home, process.execPath, inRepository('node_modules/typescript/bin/tsc'), '--noEmit'),
      ])
      return { version: process.version, problem: lint ?? readme }
    } finally {
      rmSync(home, { recursive: true })
    }
  },
}

/** Takes what is tested in the place of the version in the registry, which must be the same. */
function takeTarball(home: string, folder: string): void {
  const [tarball = ''] = readdirSync(folder).filter((name) => name.endsWith('.tgz'))
  const [, version = ''] = /-([\d.]+)\.tgz$/.exec(tarball) ?? []
  const file = join(home, 'package.json')
  const manifest = readFileSync(file, 'utf8')
  const dependency = `"group-invitations": "^${version}"`
  if (!manifest.includes(dependency)) throw new Error(`The starter does not need ${dependency}`)
  const tested = `"group-invitations": ${JSON.stringify(`file:${join(folder, tarball)}`)}`
  writeFileSync(
    file,
    manifest.replace(dependency, () => tested),
  )
}

const execute = promisify(execFile)

/** Rejects with what was printed if the command fails. */
async function runIn(cwd: string, command: string, ...args: readonly string[]): Promise<void> {
  try {
    await execute(command, args, { cwd, env })
  } catch (error) {
    // Compilers and tests print what is wrong on the standard output.
    const { message, stdout } = error as Error & { stdout: string }
    throw new Error(`${message}\n${stdout}`, { cause: error })
  }
}

/** What ESLint finds by the rules of the repository. The types of what the starter uses are known only here. */
async function problemOfLint(home: string): Promise<string | undefined> {
  const safe = ['afterEach', 'beforeEach', 'test'] as const
  const eslint = new ESLint({
    cwd: home,
    overrideConfigFile: inRepository('eslint.config.js'),
    overrideConfig: {
      languageOptions: {
        parserOptions: {
          projectService: { allowDefaultProject: ['copy-adapter.js'] },
          tsconfigRootDir: home,
        },
      },
      rules: {
        '@typescript-eslint/no-floating-promises': [
          'error',
          {
            checkThenables: true,
            allowForKnownSafeCalls: [{ from: 'package', package: 'node:test', name: [...safe] }],
          },
        ],
      },
    },
  })
  const results = await eslint.lintFiles(['src/*.ts', 'copy-adapter.js'])
  const problems = results.flatMap(({ filePath, messages }) =>
    messages.map(({ line, message }) => `${filePath}:${line} ${message}`),
  )
  return problems.join('\n') || undefined
}
