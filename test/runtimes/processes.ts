import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Check } from './check.js'
import { env, outcomeOf, smokeProgram } from './smoke.js'

interface Runtime {
  readonly part: string
  readonly what: string
  /** Runs a file that follows. */
  readonly command: readonly string[]
  /** Gives the version inside. */
  readonly version: string
  readonly isAskedFor: (version: string) => boolean
}

const nodes = ['20', '22', '24', '26'].map((major): Runtime => {
  const isAskedFor = (version: string) => version.startsWith(`v${major}.`)
  return {
    part: `node@${major}`,
    what: `node@${major}`,
    command: isAskedFor(process.version) ? [process.execPath] : ['npx', '-y', `node@${major}`],
    version: 'process.version',
    isAskedFor,
  }
})

const runtimes: readonly Runtime[] = [
  ...nodes,
  {
    part: 'bun',
    what: 'bun@1.4.5',
    command: ['npx', '-y', 'bun@1.4.5'],
    version: 'Bun.version',
    isAskedFor: (version) => version === '1.4.5',
  },
  {
    part: 'deno',
    what: 'deno@2.9.6',
    command: ['npx', '-y', 'deno@2.9.6', 'run'],
    version: 'Deno.version.deno',
    isAskedFor: (version) => version === '2.9.6',
  },
]

/** The program on every runtime, as a module and as CommonJS. */
export const processChecks: readonly Check[] = runtimes.flatMap((runtime) =>
  (['esm', 'cjs'] as const).map((module) => ({
    part: runtime.part,
    what: runtime.what,
    module,
    run: async (folder) => {
      const file = join(folder, module === 'esm' ? 'smoke.mjs' : 'smoke.cjs')
      writeFileSync(file, await smokeProgram(module, runtime.version))
      return outcomeOf(printedBy([...runtime.command, file], folder), runtime.isAskedFor)
    },
  })),
)

/** What a command prints. */
function printedBy([command = '', ...args]: readonly string[], cwd: string): string {
  const { stdout, stderr, status, error } = spawnSync(command, args, {
    cwd,
    env,
    encoding: 'utf8',
    timeout: 120_000,
  })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr}`)
  return stdout
}
