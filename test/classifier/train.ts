// Trains the classifier, and compares its table with `src/content/classifier-weights.ts`; `--write` writes it.
import { writeFileSync } from 'node:fs'
import { examples } from './examples.js'
import { committed, file, sourceOf } from './source.js'

const all = await examples()
const source = sourceOf(all)
const isSame = source === committed()
if (process.argv.includes('--write')) writeFileSync(file, source)
else if (!isSame) throw new Error('The table is not what the texts make: npm run train -- --write')
console.log(`${all.length} texts, ${isSame ? 'the table as it was' : 'a new table'}`)
