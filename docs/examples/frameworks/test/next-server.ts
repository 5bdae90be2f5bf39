import { spawn, spawnSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const inPackage = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const inRoot = (path: string) => inPackage(`../../../${path}`)
const cwd = inPackage('dist/next-app')
const next = createRequire(import.meta.url).resolve('next/dist/bin/next')
const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' }

/** Builds the app of `test/next-app`, and serves it. It is built in a copy, since Next writes settings into its folder. */
export async function serveNextApp() {
  rmSync(cwd, { recursive: true, force: true })
  cpSync(inPackage('test/next-app'), cwd, { recursive: true })
  await build({
    entryPoints: ['', 'content/', 'form/', 'http/', 'memory/', 'messages/', 'testing/'].map(
      (door) => inRoot(`src/${door}index.ts`),
    ),
    ...{ outdir: `${cwd}/doors`, bundle: true, splitting: true, format: 'esm' },
  })
  const built = spawnSync(process.execPath, [next, 'build'], { cwd, env, encoding: 'utf8' })
  if (built.status !== 0) throw new Error(`${built.stdout}${built.stderr}`)

  const server = spawn(process.execPath, [next, 'start', '-p', '0', '-H', '127.0.0.1'], {
    cwd,
    env,
  })
  let output = ''
  const origin = await new Promise<string>((resolve, reject) => {
    const read = (data: Buffer) => {
      output += data.toString()
      const [, found] = /(http:\/\/[\w.]+:\d+)[^]*Ready/.exec(output) ?? []
      if (found !== undefined) resolve(found)
    }
    server.stdout.on('data', read)
    server.stderr.on('data', read)
    server.once('exit', () => {
      reject(new Error(output))
    })
  })
  return {
    origin,
    outputSoFar: () => output,
    close: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill()
      await ended
      rmSync(inPackage('dist'), { recursive: true, force: true })
    },
  }
}
