// Prints, as JSON, how far this process is behind UTC in January, and for each instant given the end of its window.
import { repeatableAt } from 'group-invitations'

const minutesBehind = new Date('2026-01-15T00:00:00Z').getTimezoneOffset()
const ends = process.argv.slice(2).map((sentAt) => repeatableAt(new Date(sentAt)).toISOString())
console.log(JSON.stringify({ minutesBehind, ends }))
