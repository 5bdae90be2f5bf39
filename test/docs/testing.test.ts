import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { survivors } from '../mutation/survivors.js'
import { codeIn, tableUnder } from '../support/markdown.js'
import { ROWS, thousands } from '../table/rows.js'

const page = 'docs/testing.md'
const text = readFileSync(page, 'utf8')

test('the page says how many rows the tables have', () => {
  for (const rows of Object.values(ROWS)) expect(text).toContain(thousands(rows))
})

test('each command of the page is one of the package’s, or runs its tests', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    scripts: Record<string, string>
  }
  const commands = tableUnder(page, '## What is proved').flatMap((row) => codeIn(row.at(-1) ?? ''))
  expect(commands.length).toBeGreaterThan(10)
  for (const command of commands) {
    const [, script] = /^npm run ([\w:]+)/.exec(command) ?? []
    if (script !== undefined) expect(Object.keys(scripts)).toContain(script)
    else expect(command).toMatch(/^(?:npm test|npx vitest run test\/[\w/.-]+|bash \.ci\/run)/)
  }
})

test('the page lists every mutant that is known to survive, with its reason', () => {
  expect(tableUnder(page, '## Mutants that survive')).toEqual(
    survivors.map(({ file, code, mutants, reason }) => [
      `\`${file}\``,
      `\`${code}\``,
      String(mutants),
      reason,
    ]),
  )
})
