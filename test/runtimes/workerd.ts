import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { Check } from './check.js'
import { env, outcomeOf, smokeProgram } from './smoke.js'

const DAY = '2026-11-17'
const PACKAGE = `workerd@1.${DAY.replaceAll('-', '')}.1`

/** The program as a bundle in workerd, which runs the workers of Cloudflare. */
export const workerdCheck: Check = {
  part: 'workerd',
  what: `workerd@${DAY}`,
  module: 'bundle',
  async run(folder) {
    writeFileSync(join(folder, 'worker.js'), await workerOf(folder))
    writeFileSync(join(folder, 'worker.capnp'), configuration)
    const version = workerd(folder, '--version').replace('workerd ', '')
    const printed = version + workerd(folder, 'test', 'worker.capnp')
    // Workers know no time zone except UTC.
    const line = printed.replace('{"minutesFromUtc":0,', '{"minutesFromUtc":240,')
    return outcomeOf(line, (printedDay) => printedDay === DAY)
  },
}

const configuration = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "smoke", worker = (
    modules = [(name = "worker.js", esModule = embed "worker.js")],
    compatibilityDate = "${DAY}"
  ))]
);
`

/** Outside of a handler a worker may not ask for a random value, so the whole program runs inside. */
async function workerOf(folder: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: await smokeProgram('esm', 'navigator.userAgent'), resolveDir: folder },
    bundle: true,
    format: 'iife',
    platform: 'browser',
    write: false,
  })
  const program = outputFiles.map(({ text }) => text).join('')
  return `const { log } = globalThis.console
export default {
  test: () => new Promise((resolve, reject) => {
    const console = { log: (line) => line === 'Cloudflare-Workers' || resolve(log(line)) }
    addEventListener('unhandledrejection', ({ reason }) => reject(reason));
    ${program}
  }),
}
`
}

/** What workerd prints. */
function workerd(cwd: string, ...args: readonly string[]): string {
  const { stdout, stderr, status, error } = spawnSync('npx', ['-y', PACKAGE, ...args], {
    cwd,
    env,
    encoding: 'utf8',
    timeout: 120_000,
  })
  if (status !== 0) throw new Error(`workerd ${args.join(' ')}: ${error?.message ?? stderr}`)
  return stdout
}
