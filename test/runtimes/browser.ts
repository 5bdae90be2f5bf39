import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { findChromium } from '../support/chromium.js'
import { install } from '../support/system-packages.js'
import type { Check } from './check.js'
import { env, outcomeOf, smokeProgram } from './smoke.js'

/** The program as a bundle in a page, in a real browser. */
export const browserCheck: Check = {
  part: 'browser',
  what: 'chromium',
  module: 'bundle',
  async run(folder) {
    const page = join(folder, 'page.html')
    writeFileSync(page, pageOf(await bundled(folder)))
    const printed = printedOn(page, join(folder, 'profile'))
    return outcomeOf(printed, (version) => /^\d+\./.test(version))
  },
}

async function bundled(folder: string): Promise<string> {
  const version = String.raw`/Chrome\/([\d.]+)/.exec(navigator.userAgent)?.[1]`
  const { outputFiles } = await build({
    stdin: { contents: await smokeProgram('esm', version), resolveDir: folder },
    bundle: true,
    format: 'esm',
    platform: 'browser',
    write: false,
  })
  return outputFiles.map(({ text }) => text).join('')
}

/** A page that writes into itself what is printed or has failed, in percent encoding: nothing of it is HTML. */
function pageOf(script: string): string {
  return `<!doctype html>
<meta charset="utf-8">
<output></output>
<script>
  const print = (line) => document.querySelector('output').append(encodeURIComponent(line + '\\n'))
  console.log = print
  addEventListener('error', ({ message }) => print(message))
  addEventListener('unhandledrejection', ({ reason }) => print(reason))
</script>
<script type="module">${script}</script>`
}

function printedOn(page: string, profile: string): string {
  const args = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    `--user-data-dir=${profile}`,
    // Time that only timers see: the page is printed once it has nothing left to do.
    '--virtual-time-budget=10000',
    '--dump-dom',
    `file://${page}`,
  ]
  const chromium = installedChromium()
  const { stdout, stderr, error } = spawnSync(chromium, args, {
    env,
    encoding: 'utf8',
    timeout: 120_000,
  })
  const [, printed] = /<output>([^<]*)<\/output>/.exec(stdout) ?? []
  if (printed === undefined)
    throw new Error(`${chromium} printed no page: ${error?.message ?? stderr}`)
  return decodeURIComponent(printed)
}

/** The browser of the machine; where there is none, CI installs Debian's. */
function installedChromium(): string {
  if (findChromium() === undefined && process.env['CI'] !== undefined) install(['chromium'])
  const found = findChromium()
  if (found !== undefined) return found
  throw new Error(
    'There is no Chromium here: install it (apt-get install chromium), or name one in CHROME.',
  )
}
