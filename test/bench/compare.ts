// Times this library against other ways to write the same rules, and prints the figures as JSON. Bundled and run by run.ts.
import { compareChoosing } from './compare-choosing.js'
import { compareEvaluating } from './compare-evaluating.js'
import { compareGrowth } from './compare-growth.js'
import { comparePeers } from './compare-peers.js'
import { figures } from './table.js'

await compareEvaluating()
await comparePeers()
await compareChoosing()
await compareGrowth()
console.log(JSON.stringify(figures))
