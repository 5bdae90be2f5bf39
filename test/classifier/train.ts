// Trains the classifier, and compares its table with `src/content/classifier-weights.ts`; `--write` writes it.
import { readFileSync, writeFileSync } from 'node:fs'
import { inRepository } from '../support/repository.js'
import { examples } from './examples.js'
import { trained } from './table.js'

const file = inRepository('src/content/classifier-weights.ts')
const DIGITS_A_LINE = 90

const all = await examples()
const { bias, unit, table } = trained(all)
const lines = table.match(new RegExp(`.{1,${DIGITS_A_LINE}}`, 'g')) ?? []
const source = `/** Made by \`npm run train -- --write\` of ${all.length} texts: \`docs/content-rules.md\` says how. */
export const CLASSIFIER = {
  bias: ${bias},
  unit: ${unit},
  /** Two digits for each place. */
  table: \`
${lines.join('\n')}
\`,
} as const
`
const isSame = readFileSync(file, 'utf8') === source
if (process.argv.includes('--write')) writeFileSync(file, source)
else if (!isSame) throw new Error('The table is not what the texts make: npm run train -- --write')
console.log(`${all.length} texts, ${table.length} digits, ${isSame ? 'as they were' : 'new'}`)
