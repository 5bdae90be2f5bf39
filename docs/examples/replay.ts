/**
 * Decides recorded decisions anew, and prints what has changed.
 *
 *     npm run replay                                             replays docs/examples/decisions.jsonl
 *     npm run replay -- my.jsonl                                 replays a file of your own, a decision in each line
 *     npm run replay -- my.jsonl LinkInText=deny MassMessage=off does so under another enforcement
 *
 * A line that cannot be replayed is named, and all others are counted.
 */
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { type EnforcementOptions, InvitationPolicy } from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { replay, ReplayCounts } from './replaying.js'
import { printable } from './terminal.js'

const [file = 'docs/examples/decisions.jsonl', ...settings] = process.argv.slice(2)
const enforcement: EnforcementOptions = Object.fromEntries(
  settings.map((each) => {
    const [type = '', setting = ''] = each.split('=')
    return [type, setting]
  }),
)

try {
  // Checks the settings once, before any line.
  new InvitationPolicy(createInMemoryRepositories(), { enforcement })
  await replayAll()
} catch (error) {
  fail(error)
}

async function replayAll(): Promise<void> {
  const counts = new ReplayCounts()
  let number = 0
  for await (const line of createInterface({ input: createReadStream(file) })) {
    number += 1
    try {
      counts.add(replay(line, enforcement))
    } catch (error) {
      fail(`${file}:${number}: ${String(error)}`)
    }
  }
  for (const line of counts.lines()) console.log(line)
}

function fail(problem: unknown): void {
  console.error(printable(String(problem)))
  process.exitCode = 1
}
