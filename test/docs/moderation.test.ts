import { expect, test } from 'vitest'
import { COMPLAINTS } from '../../docs/examples/complaining.js'
import { statementOf } from '../../docs/examples/statement-of-reasons.js'
import { NOW } from '../support/builders.js'
import { codeIn, linksIn, tableUnder } from '../support/markdown.js'
import { namesIn, textOf } from '../support/repository.js'

const PAGE = 'docs/moderation.md'

test('the page lists the measures that can be stored', () => {
  const [, measures = ''] = /measure IN \(([^)]*)\)/.exec(COMPLAINTS) ?? []
  const stored = [...measures.matchAll(/'(\w+)'/g)].map(([, measure]) => measure)
  const rows = tableUnder(PAGE, '## What can follow')
  expect(rows.map(([measure = '']) => codeIn(measure)[0])).toEqual(stored)
})

test('the page says which field of the statement has what Article 17 asks for', () => {
  const statement = statementOf({
    ...{ invitation_id: 'i-1', inviter_id: 'anna', ground: 'rules' },
    ...{ provision: '3', reason: 'Spam', measure: 'Freeze', frozen_until: NOW },
  })
  const rows = tableUnder(PAGE, '## What European law asks for')
  expect(rows.flatMap(([, , fields = '']) => codeIn(fields))).toEqual(Object.keys(statement))
  expect(rows.map(([article]) => article).join()).toBe('(a),(b),(c),(d), (e),(f)')
})

test('the page leads to each example of moderation, and says that none of it is API', () => {
  const examples = [
    ...['carrying-out.ts', 'complaining.ts', 'forgetting-complaints.ts', 'inviter-freeze.ts'],
    ...['masking.ts', 'moderating.ts', 'removing-a-member.ts', 'statement-of-reasons.ts'],
  ]
  expect(namesIn('docs/examples')).toEqual(expect.arrayContaining(examples))
  const linked = tableUnder(PAGE, '# Moderation').flatMap(([, cell = '']) => codeIn(cell))
  expect(linked.sort()).toEqual(examples)
  expect(linksIn(PAGE)).toEqual(expect.arrayContaining(examples.map((name) => `examples/${name}`)))
  expect(textOf(PAGE)).toContain('**None of it is API.**')
})

test('the page says what masking leaves, in the words of its comment', () => {
  const inOneLine = (text: string) => text.replace(/\s+(?:\* )?/g, ' ')
  const [, left = ''] =
    /does not mask (the names of others.*?), and what is spelled out/.exec(
      inOneLine(textOf('docs/examples/masking.ts')),
    ) ?? []
  expect(left).not.toBe('')
  expect(inOneLine(textOf(PAGE))).toContain(left.replace('the names', 'names'))
})
