// Prints, as JSON, how far this process is behind UTC in January, and what all windows come to.
import { createHash } from 'node:crypto'
import { repeatableAt } from 'group-invitations'
import { everyHour, randomInstants } from './instants.js'

const minutesBehind = new Date('2026-01-15T00:00:00Z').getTimezoneOffset()
const hash = createHash('sha256')
for (const instant of [...everyHour, ...randomInstants]) {
  hash.update(`${+repeatableAt(new Date(instant))} `)
}
console.log(JSON.stringify({ minutesBehind, windows: hash.digest('hex') }))
