import { readFileSync } from 'node:fs'
import { inRepository } from '../support/repository.js'
import type { Example } from './fit.js'
import { trained } from './table.js'

export const file = inRepository('src/content/classifier-weights.ts')

export const committed = () => readFileSync(file, 'utf8')

const DIGITS_A_LINE = 90

/** What the file should have. */
export function sourceOf(examples: readonly Example[]): string {
  const { bias, unit, table } = trained(examples)
  const lines = table.match(new RegExp(`.{1,${DIGITS_A_LINE}}`, 'g')) ?? []
  return `/** Made by \`npm run train -- --write\` of ${examples.length} texts: \`docs/content-rules.md\` says how. */
export const CLASSIFIER = {
  bias: ${bias},
  unit: ${unit},
  /** Two digits for each place. */
  table: \`
${lines.join('\n')}
\`,
} as const
`
}
