import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { replay } from '../../replaying.js'

let folder: string
let serving: ChildProcess | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'serve-'))
})
afterEach(() => {
  serving?.kill()
  rmSync(folder, { recursive: true })
})

/** Starts the service as `npm run serve` does, at free ports. Returns its addresses, and what it logs. */
async function start(record: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'docs/examples/service/serve.ts'], {
    env: { ...process.env, PORT: '0', METRICS_PORT: '0', RECORD: record },
  })
  serving = child
  const found = new Map<string, string>()
  for await (const line of linesOf(child.stdout)) {
    const [, name, address] = /^(Listening|Metrics) at (http:\S+)$/.exec(line) ?? []
    if (name !== undefined && address !== undefined) found.set(name, address)
    if (found.size === 2) break
  }
  const { Listening: site = '', Metrics: metrics = '' } = Object.fromEntries(found)
  return { site, metrics, logged: linesOf(child.stderr)[Symbol.asyncIterator]() }
}

const linesOf = (input: Readable) => createInterface({ input })

const send = (site: string, number: number) =>
  fetch(`${site}/invitations/form-${number}`, {
    method: 'PUT',
    headers: { 'X-Member': 'anna', 'Content-Type': 'application/json' },
    body: JSON.stringify({
      ...{ recipientId: `guest-${number}`, groupId: 'typescript-hamburg', route: 'profile' },
      text: `Dear Kim, we talk TypeScript, ${number} already!`,
    }),
  })

test('npm run serve serves the network of the examples, records and counts', async () => {
  const record = join(folder, 'decisions.jsonl')
  const { site, metrics } = await start(record)
  const groups = await fetch(`${site}/members/emil/groups`, { headers: { 'X-Member': 'anna' } })
  expect(await groups.json()).toMatchObject([
    { groupId: 'typescript-hamburg', denials: [{ type: 'AlreadyMember' }] },
    { groupId: 'elbe-chess', denials: [] },
  ])

  const statuses: number[] = []
  for (let number = 1; number <= 21; number += 1) statuses.push((await send(site, number)).status)
  expect(statuses).toEqual([...Array.from({ length: 20 }, () => 201), 429])
  const counters = await (await fetch(metrics)).text()
  expect(counters).toContain('{type="TooManyInvitations"} 1\n')
  expect(new URL(metrics).port).not.toBe(new URL(site).port)

  const lines = readFileSync(record, 'utf8').trimEnd().split('\n')
  const replays = lines.map((line) => replay(line))
  for (const { before, after } of replays) expect(after).toEqual(before)
  expect(replays.map(({ before }) => before.denials.join())).toEqual([
    ...Array.from({ length: 20 }, () => ''),
    'TooManyInvitations',
  ])
  expect(statSync(record).mode & 0o777).toBe(0o600)
})

test('npm run serve logs an outage as a line of JSON', async () => {
  const { site, logged } = await start(folder)
  expect((await send(site, 1)).status).toBe(503)
  const { value } = (await logged.next()) as IteratorResult<string, string>
  expect(JSON.parse(value)).toMatchObject({
    ...{ type: 'DependencyFailed', dependency: 'observe', cause: { code: 'EISDIR' } },
  })
})
