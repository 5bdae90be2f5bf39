import { forInviter, forRecipient, type LogRecord, toLogRecord } from 'group-invitations'
import { describe, expect, test } from 'vitest'
import { NOW } from '../support/builders.js'
import { CAUSE, denied, rows, WORD } from '../support/logged-errors.js'
import { whilePolluted } from '../support/polluted.js'
import { inRepository } from '../support/repository.js'

const cases = Object.values(rows).map(({ error, record }) => [error.type, error, record] as const)

/** All that a log line has of the record. */
function lineOf(record: LogRecord): string {
  const line = JSON.stringify(record)
  expect(JSON.parse(line)).toStrictEqual(record)
  return line
}

/** What only a whole error has: none of its reasons has more inside. */
const OF_WHOLE = [
  ...['audience', 'denials', 'advisories', 'reasons', 'issues'],
  ...['dependency', 'operation', 'effect', 'cause'],
]
const ofReason = (record: object) =>
  Object.fromEntries(Object.entries(record).filter(([field]) => !OF_WHOLE.includes(field)))

describe('the record of an error', () => {
  test.each(cases)('%s has its type, and what may be logged', (type, error, record) => {
    expect(toLogRecord(error)).toStrictEqual({ type, ...record })
    expect(lineOf(toLogRecord(error))).not.toMatch(WORD)
  })

  test('is tried with words of members in all fields that they write', () => {
    const wordy = cases.filter(([, error]) => WORD.test(JSON.stringify(error)))
    expect(wordy.map(([type]) => type)).toEqual([
      ...['UnfilledPlaceholder', 'SalutationMissing', 'ProfileReferenceMissing'],
      ...['WantsAndHavesNotAddressed', 'LinkInText', 'ProhibitedContent'],
      ...['InviterBlocked', 'InvitationDenied', 'DeliveryCancelled'],
    ])
  })

  test.each(cases)('%s is the same as a denial, an advisory or a reason', (type, error, record) => {
    const logged = ofReason(record)
    const both = { type: 'InvitationDenied', denials: [error], advisories: [error] }
    expect(toLogRecord(both)).toStrictEqual({
      type: 'InvitationDenied',
      denials: [{ type, ...logged }],
      advisories: [{ type, ...logged }],
    })
    const cancelled = { type: 'DeliveryCancelled', reasons: [error] }
    expect(toLogRecord(cancelled)).toStrictEqual({
      type: 'DeliveryCancelled',
      reasons: [{ type, ...logged }],
    })
  })

  test.each(cases)('%s is the same if it comes out of JSON', (_type, error) => {
    const { cause: _cause, ...record } = toLogRecord(error)
    const { cause: _other, ...parsed } = toLogRecord(JSON.parse(JSON.stringify(error)))
    expect(parsed).toStrictEqual(record)
  })

  test('is that of what is disclosed, with its audience', () => {
    expect(toLogRecord(forInviter(denied))).toStrictEqual({
      type: 'InvitationDenied',
      audience: 'inviter',
      denials: [{ type: 'GroupNotFound', groupId: 'chess' }, { type: 'RecipientUnavailable' }],
      advisories: [],
    })
    expect(toLogRecord(forRecipient(rows.InvitationExpired.error))).toStrictEqual({
      ...{ type: 'InvitationExpired', repeatableAt: NOW.toISOString(), audience: 'recipient' },
    })
  })
})

describe('a value of a field', () => {
  test.each([
    [new Date(Number.NaN), null],
    [new Date(8.64e15), '+275760-09-13T00:00:00.000Z'],
    [null, null],
    ['Quassel', null],
    ['2026-05-12T14:00:00+02:00', '2026-05-12T12:00:00.000Z'],
  ])('that is a date is its instant, or null: %s', (repeatableAt, logged) => {
    const record = toLogRecord({ type: 'InvitationExpired', repeatableAt })
    expect(record).toStrictEqual({ type: 'InvitationExpired', repeatableAt: logged })
  })

  test('of another kind is left out', () => {
    const wrong = {
      type: 'RateLimited6Months',
      invitationId: { toString: () => 'Quassel' },
      sentAt: Symbol('Quassel'),
      repeatableAt: undefined,
      length: 'Quassel',
      index: Number.NaN,
      limit: Number.POSITIVE_INFINITY,
      inviterMayAdmit: 'Quassel',
      evidence: 'Quassel',
      denials: { length: 1, 0: { type: 'AlreadyMember' } },
    }
    expect(toLogRecord(wrong)).toStrictEqual({ type: 'RateLimited6Months' })
  })

  test('of a list is left out if it has no type', () => {
    const denials = ['Quassel', undefined, null, 1, { type: 1 }, { type: 'AlreadyMember' }]
    expect(toLogRecord({ type: 'InvitationDenied', denials })).toStrictEqual({
      type: 'InvitationDenied',
      denials: [{ type: 'AlreadyMember' }],
    })
  })

  test('of a list is left out if it throws, and the others are not', () => {
    const denials = Object.defineProperty([1, { type: 'AlreadyMember' }], 0, {
      get: () => {
        throw new Error('looked at')
      },
    })
    expect(toLogRecord({ type: 'InvitationDenied', denials }).denials).toStrictEqual([
      { type: 'AlreadyMember' },
    ])
  })

  test('is one of the first 100 of a list', () => {
    const issues = Array.from({ length: 101 }, (_, index) => ({
      message: `contactIds.${index} must be a string`,
      path: ['contactIds', String(index)],
    }))
    expect(toLogRecord({ type: 'InvalidRequest', issues }).issues).toEqual(issues.slice(0, 100))
  })

  test('is not zero with a sign, which JSON does not have', () => {
    const record = toLogRecord({ type: 'LinkInText', index: -0 })
    expect(record).toStrictEqual({ type: 'LinkInText', index: 0 })
  })

  test('is none that something has put on Object.prototype', async () => {
    await whilePolluted('groupId', 'Quassel', () => {
      expect(toLogRecord({ type: 'AlreadyMember' })).toStrictEqual({ type: 'AlreadyMember' })
    })
    await whilePolluted('type', 'AlreadyMember', () => {
      expect(toLogRecord({}).type).toBe('UnknownError')
    })
    // Also one that a loop over the fields would find.
    Object.assign(Object.prototype, { text: (value: unknown) => value })
    try {
      const record = toLogRecord({ type: 'AlreadyMember', text: 'Quassel' })
      expect(Object.keys(record)).toEqual(['type'])
    } finally {
      Reflect.deleteProperty(Object.prototype, 'text')
    }
  })
})

describe('no error of the library', () => {
  test('with a type has its type alone', () => {
    const custom = { type: 'QuotaUsedUp', left: 0, groupId: 'Quassel', cause: CAUSE }
    expect(toLogRecord(custom)).toStrictEqual({ type: 'QuotaUsedUp' })
  })

  test.each([
    [undefined, 'undefined'],
    [null, 'null'],
    [1, 'number'],
    [{ text: 'Quassel' }, 'object'],
    [{ type: 1, message: 'Quassel' }, 'object'],
    [() => 'Quassel', 'function'],
  ])('and no type says so: %s', (value, name) => {
    expect(toLogRecord(value)).toStrictEqual({ type: 'UnknownError', cause: { name } })
  })

  test('is what was thrown, with its message and stack', () => {
    const thrown = Object.assign(new TypeError('request is no object'), { type: 'entity.broken' })
    const { stack } = thrown
    const cause = { name: 'TypeError', message: 'request is no object', stack }
    expect(stack).toContain(inRepository('test/disclosure/to-log-record.test.ts'))
    expect(toLogRecord(thrown)).toStrictEqual({ type: 'UnknownError', cause })
  })

  test('is an error of the library if it was thrown as one', () => {
    const thrown = Object.assign(new Error('Quassel'), rows.InvitationDenied.error)
    expect(toLogRecord(thrown)).toStrictEqual(toLogRecord(rows.InvitationDenied.error))
  })
})
