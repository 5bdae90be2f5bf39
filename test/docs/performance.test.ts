import { expect, test } from 'vitest'
import postgres from '../../docs/adapters/postgres/test/bench/figures.json' with { type: 'json' }
import performance from '../bench/figures.json' with { type: 'json' }
import { imports } from '../package/sizes.js'
import { tableUnder } from '../support/markdown.js'

const page = 'docs/performance.md'

test('the page has the figures as the bench has written them', () => {
  const rows = performance.figures.map((figure) => Object.values(figure))
  expect(tableUnder(page, '## The table')).toEqual(rows)
})

test('what is felt where takes as long as the bench has measured', () => {
  const times = new Map([
    ...performance.figures.map(({ what, took }) => [what, took] as const),
    ...postgres.sends.map(({ what, together }) => [what, together] as const),
  ])
  const felt = tableUnder(page, '## What is felt where')
  expect(felt.map(([what, takes]) => [what, takes])).toEqual(
    felt.map(([what = '']) => [what, times.get(what)]),
  )
})

test.each([
  ['### One send', postgres.sends],
  ['### Many at once', postgres.burst],
  ['### Many past invitations', postgres.growth],
])(
  'the page has the figures over PostgreSQL as the bench has written them: %s',
  (heading, figures) => {
    const rows = figures.map((figure) => Object.values(figure).map(String))
    expect(tableUnder(page, heading)).toEqual(rows)
  },
)

test('the page has the sizes as the bench has written them, and the limits as they are held', () => {
  const rows = performance.sizes.map((size) => Object.values(size).map(String))
  expect(tableUnder(page, '## Sizes')).toEqual(rows)
  const limits = performance.sizes.map(({ what, atMost }) => [what, atMost])
  expect(imports.map(({ what, atMost }) => [what, atMost])).toEqual(limits)
})
