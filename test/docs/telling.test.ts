import { type AnswerAction, forRecipient } from 'group-invitations'
import { en } from 'group-invitations/messages'
import { expect, test } from 'vitest'
import { oneAnswerErrorOfEach } from '../support/answer-errors.js'
import { codeIn, tableUnder } from '../support/markdown.js'

test('the page says what the recipient may know of each error', () => {
  const rows = tableUnder('docs/telling.md', '## What the recipient may know')
  const written = rows.flatMap(([errors = '', disclosed = '']) =>
    codeIn(errors).map((type) => [type, disclosed === 'as it is' ? type : codeIn(disclosed)[0]]),
  )
  const found = Object.values(oneAnswerErrorOfEach).map((error) => [
    error.type,
    forRecipient(error).type,
  ])
  expect(Object.fromEntries(written)).toEqual(Object.fromEntries(found))
  expect(written).toHaveLength(found.length)
})

test('the page says what somebody reads who has just answered', () => {
  const rows = tableUnder('docs/telling.md', '## Words after an answer')
  const standings = ['member', 'moderator', 'pending', 'banned', undefined] as const
  const standingsIn = (cell: string) =>
    standings.filter((standing) =>
      standing === undefined ? /none|any/.test(cell) : cell.includes(standing) || cell === 'any',
    )
  const written = rows.flatMap(([action = '', standing = '', said]) =>
    codeIn(action).flatMap((name) => standingsIn(standing).map((one) => [`${name} ${one}`, said])),
  )
  const actions: readonly AnswerAction[] = ['accept', 'decline', 'withdraw']
  const found = actions.flatMap((action) =>
    standings.map((standing) => [`${action} ${standing}`, en.describeAnswer(action, { standing })]),
  )
  expect(Object.fromEntries(written)).toEqual(Object.fromEntries(found))
  expect(written).toHaveLength(found.length)
})
