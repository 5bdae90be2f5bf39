import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

interface Counted {
  readonly name: string
  /** How often blocks of code were run, at one size and at twice the size. */
  readonly work: readonly [number, number]
}

const inSource = (file: string) => fileURLToPath(new URL(`../../src/${file}`, import.meta.url))

/** The program in one file, as a thread without a loader runs it. */
async function bundled(program: string): Promise<string> {
  const rooms = ['content', 'form', 'http', 'memory']
  const doors = rooms.map((room) => [`group-invitations/${room}`, inSource(`${room}/index.ts`)])
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(program, import.meta.url))],
    alias: Object.fromEntries([...doors, ['group-invitations', inSource('index.ts')]]) as Record<
      string,
      string
    >,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}

async function countWork(): Promise<Counted[]> {
  const code = await bundled('count-work.ts')
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`))
  const counted: Counted[] = []
  worker.on('message', (message: Counted) => counted.push(message))
  await new Promise((resolve, reject) => worker.on('exit', resolve).on('error', reject))
  return counted
}

// What the engine does by itself (a regular expression, a search, composing) is not counted: `npm run bench:growth` times it.
test('twice the input is about twice the work', async () => {
  const counted = await countWork()
  expect(counted.length).toBeGreaterThan(200)
  const tooMuch = counted.filter(({ work: [one, two] }) => two > 2.3 * one)
  expect(tooMuch).toEqual([])
})
