import type { OptOut } from 'group-invitations'
import { expect, test } from 'vitest'
import { stoppedBy } from '../../src/ports/stopped-by.js'
import { whilePolluted } from '../support/polluted.js'

test.each<[boolean, string, readonly OptOut[] | undefined]>([
  [false, 'nothing', undefined],
  [false, 'an empty list', []],
  [true, 'everything', ['all']],
  [true, 'this inviter', [{ inviterId: 'anna' }]],
  [false, 'another inviter', [{ inviterId: 'clara' }]],
  [false, 'an inviter with the identifier of the group', [{ inviterId: 'chess' }]],
  [false, 'an inviter of another spelling', [{ inviterId: 'Anna' }]],
  [true, 'this group', [{ groupId: 'chess' }]],
  [false, 'another group', [{ groupId: 'go' }]],
  [false, 'a group with the identifier of the inviter', [{ groupId: 'anna' }]],
  [false, 'others', [{ inviterId: 'clara' }, { groupId: 'go' }]],
  [true, 'others, and last this group', [{ inviterId: 'clara' }, { groupId: 'chess' }]],
  [true, 'others, and last this inviter', [{ groupId: 'go' }, { inviterId: 'anna' }]],
  [true, 'others, and last everything', [{ groupId: 'go' }, { inviterId: 'dora' }, 'all']],
])('%s for %s', (expected, _case, optOuts) => {
  expect(stoppedBy(optOuts)('anna', 'chess')).toBe(expected)
})

test('a row of a class counts as well', () => {
  class Row {
    get inviterId() {
      return 'anna'
    }
  }
  expect(stoppedBy([new Row()])('anna', 'chess')).toBe(true)
  expect(stoppedBy([new Row()])('clara', 'chess')).toBe(false)
})

test.each([
  ['inviterId', 'anna'],
  ['groupId', 'chess'],
])('what Object.prototype has as %s is nobody’s setting', async (key, value) => {
  await whilePolluted(key, value, () => {
    expect(stoppedBy([{ inviterId: 'x' }, { groupId: 'y' }])('anna', 'chess')).toBe(false)
    expect(stoppedBy([{ inviterId: 'anna' }])('anna', 'go')).toBe(true)
    expect(stoppedBy([{ groupId: 'chess' }])('clara', 'chess')).toBe(true)
  })
})
