import { expect, test } from 'vitest'
import { codeIn, tableUnder } from '../support/markdown.js'
import { contractsOf } from '../support/contracts-of.js'
import { browserCheck } from '../runtimes/browser.js'
import { declarationChecks } from '../runtimes/declarations.js'
import { processChecks } from '../runtimes/processes.js'
import { workerdCheck } from '../runtimes/workerd.js'
import { namesIn, textOf } from '../support/repository.js'
import { ROWS, thousands } from '../table/rows.js'

const page = 'docs/testing.md'

test('the page says how many rows the tables have', () => {
  const counts = Object.values(ROWS).map(thousands)
  expect(counts.filter((count) => !textOf(page).includes(count))).toEqual([])
})

test('the page says how many cases each contract has', () => {
  const never = () => Promise.reject(new Error('is not opened'))
  const counts = contractsOf(() => never).map(([port, cases]) => [
    `${port.slice(0, -1)}RepositoryContract`,
    `${cases.length}`,
  ])
  const rows = tableUnder(page, '## What the kit proves of an adapter')
  expect(rows.map(([contract = '', cases]) => [...codeIn(contract), cases])).toEqual(counts)
})

test('the page says in which versions of what the package was run', () => {
  const rows = tableUnder(page, '## Where it was run').map(([what = '', versions = '']) => ({
    names: what.toLowerCase().split(/[ ,]+/),
    versions: versions.split(', '),
  }))
  const checks = [...processChecks, browserCheck, workerdCheck, ...declarationChecks]
  const unsaid = checks.filter(({ what }) => {
    const [name = '', asked = ''] = what.split('@')
    const row = rows.find(({ names }) => names.includes(name))
    return !row?.versions.some((version) => `${version}.`.startsWith(asked && `${asked}.`))
  })
  expect(unsaid.map(({ what }) => what)).toEqual([])
})

test('each command of the pages is one of the package’s, or runs its tests', () => {
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: object }
  const commands = [
    ...tableUnder(page, '## What is proved').flatMap((row) => codeIn(row.at(-1) ?? '')),
    ...tableUnder('test/README.md', '## Commands').flatMap(([command = '']) => codeIn(command)),
  ]
  const isKnown = (command: string) => {
    const [, script] = /^npm run ([\w:]+)/.exec(command) ?? []
    if (script !== undefined) return Object.hasOwn(scripts, script)
    return /^(?:npm test|npx vitest run test\/[\w/.-]+|bash \.ci\/run)$/.test(command)
  }
  expect(commands.length).toBeGreaterThan(20)
  expect(commands.filter((command) => !isKnown(command))).toEqual([])
})

test('the page about the tests names every helper and every folder, and nothing else', () => {
  const named = (heading: string) =>
    tableUnder('test/README.md', heading).flatMap(([cell = '']) => codeIn(cell))
  expect(named('## Helpers').sort()).toEqual(namesIn('test/support'))

  const rooms = namesIn('src')
  const inTest = namesIn('test').filter((name) => !rooms.includes(name))
  const folders = named('## What is where').filter((name) => name.endsWith('/'))
  expect(folders.sort()).toEqual(
    ['<room>/', ...inTest.filter((name) => !name.includes('.')).map((name) => `${name}/`)].sort(),
  )
})
