import type { RequestIssue } from 'group-invitations'
import { describe, expect, test } from 'vitest'
import { anOptOut, parseOptOut } from '../../src/validation/an-opt-out.js'
import { whilePolluted } from '../support/polluted.js'

const angry = {
  get inviterId(): string {
    throw new Error('looked at')
  },
}

function parsed(value: unknown, earlier: readonly RequestIssue[] = []) {
  const issues = [...earlier]
  return { optOut: parseOptOut(value, issues), issues }
}

const none = { message: "optOut must be 'all', { inviterId } or { groupId }", path: ['optOut'] }
const notAn = (key: string): RequestIssue => ({
  message: `optOut.${key} must be a well-formed string of 1 to 255 code points without control characters`,
  path: ['optOut', key],
})

describe('what a caller hands over', () => {
  test.each([
    ['all', 'all'],
    [{ inviterId: 'anna' }, { inviterId: 'anna' }],
    [{ groupId: 'chess' }, { groupId: 'chess' }],
    [{ groupId: 'chess', inviterId: undefined, note: 'noise' }, { groupId: 'chess' }],
    [{ inviterId: 'anna', groupId: undefined }, { inviterId: 'anna' }],
  ])('%o is parsed to its own fields', (value, optOut) => {
    expect(parsed(value)).toStrictEqual({ optOut, issues: [] })
  })

  test.each<[string, unknown, RequestIssue[]]>([
    ['nothing', undefined, [none]],
    ['null', null, [none]],
    ['another word', 'ALL', [none]],
    ['a switch', true, [none]],
    ['no field', {}, [none]],
    ['a list', ['all'], [none]],
    ['both fields', { inviterId: 'anna', groupId: 'chess' }, [none]],
    ['a number', { inviterId: 7 }, [notAn('inviterId')]],
    ['null as a field', { groupId: null }, [notAn('groupId')]],
    ['an empty identifier', { groupId: '' }, [notAn('groupId')]],
    ['two wrong fields', { inviterId: '', groupId: 7 }, [notAn('inviterId'), notAn('groupId')]],
    ['one right field and one wrong', { inviterId: 'anna', groupId: 7 }, [notAn('groupId')]],
    ['inherited fields', Object.create({ inviterId: 'anna' }), [none]],
    ['a getter that throws', angry, [notAn('inviterId')]],
  ])('%s is an issue, and no opt-out', (_case, value, issues) => {
    expect(parsed(value)).toStrictEqual({ optOut: undefined, issues })
    const earlier = { message: 'memberId must be a string', path: ['memberId'] }
    expect(parsed(value, [earlier])).toStrictEqual({
      optOut: undefined,
      issues: [earlier, ...issues],
    })
  })

  test('what Object.prototype has is ignored', async () => {
    await whilePolluted('inviterId', 'anna', () => {
      expect(parsed({ groupId: 'chess' }).optOut).toStrictEqual({ groupId: 'chess' })
      expect(parsed({})).toStrictEqual({ optOut: undefined, issues: [none] })
    })
  })
})

test.each<[boolean, unknown]>([
  [true, 'all'],
  [true, { inviterId: 'anna' }],
  [true, { groupId: 'chess', since: 2026 }],
  [true, { groupId: 'chess', inviterId: undefined }],
  [false, 'none'],
  [false, ''],
  [false, undefined],
  [false, null],
  [false, {}],
  [false, { inviterId: 'anna', groupId: 'chess' }],
  [false, { inviterId: 'anna', groupId: null }],
  [false, { inviterId: null, groupId: 'chess' }],
  [false, { inviterId: '' }],
  [false, { groupId: '' }],
  [false, { groupId: 'chess\n' }],
  [false, { groupId: 7 }],
  [false, { memberId: 'anna' }],
])('of a store: %s for %o', (expected, value) => {
  expect(anOptOut.accepts(value)).toBe(expected)
})
