import { type Disclosed, forInviter, type InvitationDenial } from 'group-invitations'
import { toProblemDetails } from 'group-invitations/http'
import { createMessages, en } from 'group-invitations/messages'
import { describe, expect, test } from 'vitest'
import { oneOfEach } from '../support/denials.js'

const denied = (first: InvitationDenial, ...others: readonly InvitationDenial[]) =>
  forInviter({
    type: 'InvitationDenied',
    denials: [first, ...others],
    advisories: [],
    draft: { text: 'Lieber Bernd' },
  })

const at = (retryAt: Date): InvitationDenial => ({ type: 'TooManyInvitations', retryAt })

test('too many invitations are 429, and say when one more may be sent', () => {
  const { TooManyInvitations } = oneOfEach
  const disclosed = denied(TooManyInvitations)
  expect(toProblemDetails(disclosed)).toEqual({
    type: 'urn:uuid:7227bbf5-4a35-45e0-8648-777a92c772d6#TooManyInvitations',
    title: 'Too many invitations',
    status: 429,
    detail: en.describe(disclosed),
    errors: [{ ...TooManyInvitations, detail: en.describe(disclosed) }],
    retryAfter: 'Tue, 12 May 2026 13:12:00 GMT',
  })
})

describe('the header', () => {
  test.each([
    ['a full second is that second', '13:12:00.000', '13:12:00'],
    ['1 ms after it is the next', '13:12:00.001', '13:12:01'],
    ['1 ms before it is that second', '13:11:59.999', '13:12:00'],
  ])('%s', (_case, time, header) => {
    const { retryAfter } = toProblemDetails(denied(at(new Date(`2026-05-12T${time}Z`))))
    expect(retryAfter).toBe(`Tue, 12 May 2026 ${header} GMT`)
  })

  test('is the same after JSON, where a Date is a string', () => {
    const disclosed = denied(oneOfEach.TooManyInvitations)
    const afterJson = JSON.parse(JSON.stringify(disclosed)) as Disclosed
    expect(toProblemDetails(afterJson).retryAfter).toBe(toProblemDetails(disclosed).retryAfter)
  })

  test.each([undefined, null, '', 'soon', new Date(Number.NaN), {}])(
    'is absent if the instant is %o, as JavaScript may pass it',
    (retryAt) => {
      const problem = toProblemDetails(denied(at(retryAt as Date)))
      expect(problem.status).toBe(429)
      expect(problem).not.toHaveProperty('retryAfter')
    },
  )

  test('is absent after the year 9999, which an HTTP date cannot say', () => {
    const last = new Date('9999-12-31T23:59:59.000Z')
    expect(toProblemDetails(denied(at(last))).retryAfter).toBe('Fri, 31 Dec 9999 23:59:59 GMT')
    const later = toProblemDetails(denied(at(new Date(+last + 1))))
    expect(later.status).toBe(429)
    expect(later).not.toHaveProperty('retryAfter')
  })

  test('belongs to the status 429: it is absent if another reason comes first', () => {
    const { TooManyInvitations, InviterNotInGroup, TextEmpty } = oneOfEach
    const forbidden = toProblemDetails(denied(InviterNotInGroup, TooManyInvitations))
    expect(forbidden.status).toBe(403)
    expect(forbidden).not.toHaveProperty('retryAfter')
    expect(toProblemDetails(denied(TooManyInvitations, TextEmpty)).retryAfter).toBeDefined()
  })

  test('is absent from the denial of a custom rule, which is not 429, whatever its fields are', () => {
    interface NotBefore {
      readonly type: 'NotBefore'
      readonly retryAt: Date
    }
    const messages = createMessages<NotBefore>(en.language, { NotBefore: () => 'Not yet.' })
    const denials = [{ type: 'NotBefore', retryAt: new Date() }] as const
    const draft = { text: '' }
    const error = { type: 'InvitationDenied', denials, advisories: [], draft } as const
    const problem = toProblemDetails(forInviter(error, { reveal: ['NotBefore'] }), { messages })
    expect(problem.status).toBe(403)
    expect(problem).not.toHaveProperty('retryAfter')
  })

  test('is absent from an error without a decision', () => {
    const reused = forInviter({ type: 'InvitationIdReused', invitationId: 'i-1' })
    expect(toProblemDetails(reused)).not.toHaveProperty('retryAfter')
  })
})

test('the inviter learns it in any case, also outside the group and in the cooldown', () => {
  const { TooManyInvitations, InviterNotInGroup, RateLimited6Months, AlreadyMember } = oneOfEach
  const typesOf = (disclosed: Disclosed) =>
    disclosed.type === 'InvitationDenied' ? disclosed.denials.map(({ type }) => type) : []
  expect(typesOf(denied(InviterNotInGroup, TooManyInvitations, AlreadyMember))).toEqual([
    'InviterNotInGroup',
    'TooManyInvitations',
  ])
  expect(typesOf(denied(TooManyInvitations, RateLimited6Months))).toEqual([
    'TooManyInvitations',
    'RateLimited6Months',
  ])
})
