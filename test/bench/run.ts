// npm run bench: prints one table of ratios, and one of sizes; with --write puts both into docs/performance.md.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { sizes } from '../package/sizes.js'
import type { Figure } from './figures.js'
import { startUpFigure } from './start-up.js'
import { writePage } from './write-page.js'

const { values } = parseArgs({ options: { write: { type: 'boolean' } } })
const folder = mkdtempSync(join(tmpdir(), 'group-invitations-bench-'))

/** Runs a part of the bench over the built package, in a process of its own, without a loader in between. */
async function figuresOf(part: string, ...flags: string[]): Promise<Figure[]> {
  const outfile = join(folder, `${part}.mjs`)
  await build({
    entryPoints: [`test/bench/${part}.ts`],
    alias: {
      'group-invitations/content': './dist/content.js',
      'group-invitations': './dist/index.js',
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    outfile,
    // For the CommonJS of the peers.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  })
  const output = execFileSync(process.execPath, ['--max-old-space-size=8192', ...flags, outfile], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1e8,
  })
  return JSON.parse(output) as Figure[]
}

const rounded = (ratio: number) => (ratio < 0.1 ? `1/${(1 / ratio).toFixed(0)}` : ratio.toFixed(2))

/** A figure as a row of the table. */
function rowOf({ what, against, ratio, spread, atMost, absolute }: Figure) {
  return {
    what,
    against,
    ratio: rounded(ratio),
    'middle half': spread ? spread.map(rounded).join(' – ') : '',
    'at most': atMost === undefined ? '' : rounded(atMost),
    took: absolute,
  }
}

try {
  const figures = [
    ...(await figuresOf('compare')),
    ...(await figuresOf(
      'allocation',
      '--expose-gc',
      '--min-semi-space-size=256',
      '--max-semi-space-size=256',
    )),
    startUpFigure(),
  ]
  const measured = {
    machine: `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
    figures: figures.map(rowOf),
    sizes: await sizes(),
  }
  console.log(measured.machine)
  console.table(measured.figures)
  console.table(measured.sizes)
  if (values.write) writePage(measured)
} finally {
  rmSync(folder, { recursive: true })
}
