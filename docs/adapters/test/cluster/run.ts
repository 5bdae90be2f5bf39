// Proves the adapters on clusters whose servers are killed: npm run test:cluster
//
//     npm run test:cluster -- postgres galera    only these, by the names of the files in parts/
//     npm run test:cluster -- --install          installs the Debian packages that are missing, by apt-get
//     npm run test:cluster -- --short            a fifth of the sends and answers
//
// All servers listen on loopback, keep their data in temporary folders, and are ended also on failure and on Ctrl-C. The
// command tsx would kill this process on Ctrl-C before they have ended: use node --import tsx.
import { readdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { endAll, stop } from './ending.js'
import type { Line, Part, Scale } from './part.js'
import { install, missingOf } from '../../../../test/support/system-packages.js'

const FULL: Scale = { sends: 6000, answers: 2000, pairs: 600, isShort: false }
const SHORT: Scale = { sends: 1200, answers: 400, pairs: 120, isShort: true }

interface Ran {
  readonly name: string
  readonly seconds: number
  readonly lines: readonly Line[]
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void stop().then(() => process.exit(1))
  })
}

const { values, positionals } = parseArgs({
  options: { install: { type: 'boolean' }, short: { type: 'boolean' } },
  allowPositionals: true,
})
const parts = await partsBy(positionals)
const missing = missingOf([...new Set(parts.flatMap(({ packages }) => packages))])
if (missing.length > 0 && !values.install) {
  console.error(`These Debian packages are missing: ${missing.join(' ')}
Install them with: npm run test:cluster -- --install`)
  process.exit(1)
}
if (missing.length > 0) install(missing)

const ran: Ran[] = []
for (const part of parts) ran.push(await timed(part, values.short ? SHORT : FULL))
print(ran)
if (ran.some(({ lines }) => lines.some(({ holds }) => !holds))) process.exitCode = 1

/** Those with these names; without names all. */
async function partsBy(names: readonly string[]): Promise<Part[]> {
  const folder = new URL('parts/', import.meta.url)
  const all = readdirSync(folder).map((file) => file.replace(/\.ts$/, ''))
  const unknown = names.filter((name) => !all.includes(name))
  if (unknown.length > 0) {
    console.error(`There is no ${unknown.join(', ')}, only ${all.join(', ')}`)
    process.exit(1)
  }
  const chosen = names.length > 0 ? names : all
  return Promise.all(
    chosen.map(async (name) => {
      // The files of the parts have this form.
      const { part } = (await import(`./parts/${name}.js`)) as { part: Part }
      return part
    }),
  )
}

async function timed(part: Part, scale: Scale): Promise<Ran> {
  const began = Date.now()
  let lines: readonly Line[]
  console.log(`\n${part.name} …`)
  try {
    lines = await part.run(scale)
  } catch (error) {
    console.error(error)
    lines = [{ what: `ran to its end`, figure: String(error), holds: false }]
  } finally {
    await endAll()
  }
  return { name: part.name, seconds: (Date.now() - began) / 1000, lines }
}

function print(all: readonly Ran[]): void {
  const widthOf = (texts: readonly string[]) => Math.max(0, ...texts.map(({ length }) => length))
  const lines = all.flatMap((part) => part.lines)
  const width = widthOf(lines.map(({ what }) => what))
  const figures = widthOf(lines.map(({ figure }) => shown(figure)))
  for (const { name, seconds, lines: ofPart } of all) {
    console.log(`\n${name}, ${seconds.toFixed(0)} s`)
    for (const { what, figure, holds } of ofPart) {
      console.log(
        `  ${what.padEnd(width)}  ${shown(figure).padStart(figures)}  ${holds ? 'holds' : 'DOES NOT HOLD'}`,
      )
    }
  }
}

function shown(figure: string | number): string {
  return typeof figure === 'number' ? figure.toLocaleString('en') : figure
}
