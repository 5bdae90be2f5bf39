import {
  type Disclosed,
  type DisclosedToRecipient,
  forInviter,
  forRecipient,
  type InvitationDenied,
  type RecipientBanned,
  type Serialized,
} from 'group-invitations'
import { toProblemDetails, TYPE_BASE_URI } from 'group-invitations/http'
import { createMessages, de, deInformal, en } from 'group-invitations/messages'
import { describe, expect, test } from 'vitest'
import { oneAnswerErrorOfEach, oneOfEachForRecipient } from '../support/answer-errors.js'
import { NOW } from '../support/builders.js'

const throughJson = <Value>(value: Value) => JSON.parse(JSON.stringify(value)) as Serialized<Value>

interface Row {
  readonly error: Disclosed | DisclosedToRecipient
  readonly title: string
  readonly status: number
  /** The only item of `errors`, without its words. */
  readonly item: object
}

const toRecipient: readonly Row[] = [
  {
    error: oneOfEachForRecipient.InvitationExpired,
    title: 'Invitation expired',
    status: 410,
    item: { type: 'InvitationExpired', repeatableAt: NOW },
  },
  {
    error: oneOfEachForRecipient.InvitationAccepted,
    title: 'Invitation accepted',
    status: 409,
    item: { type: 'InvitationAccepted', invitationId: 'i-1' },
  },
  {
    error: oneOfEachForRecipient.RecipientBanned,
    title: 'Recipient banned',
    status: 403,
    item: { type: 'RecipientBanned' },
  },
  {
    error: oneOfEachForRecipient.InvitationGone,
    title: 'Invitation gone',
    status: 410,
    item: { type: 'InvitationGone' },
  },
  {
    error: oneOfEachForRecipient.ServiceUnavailable,
    title: 'Service unavailable',
    status: 503,
    item: { type: 'ServiceUnavailable' },
  },
]

const toInviter: readonly Row[] = [
  {
    error: forInviter(oneAnswerErrorOfEach.InvitationAccepted),
    title: 'Invitation accepted',
    status: 409,
    item: { type: 'InvitationAccepted', invitationId: 'i-1' },
  },
  {
    error: forInviter(oneAnswerErrorOfEach.InvitationNotFound),
    title: 'Invitation gone',
    status: 410,
    item: { type: 'InvitationGone' },
  },
  {
    error: forInviter(oneAnswerErrorOfEach.DependencyFailed),
    title: 'Service unavailable',
    status: 503,
    item: { type: 'ServiceUnavailable' },
  },
]

const rows = [...toRecipient, ...toInviter].map((row) => ({
  ...row,
  name: `${row.title} to the ${row.error.audience}`,
}))

describe.each(rows)('$name', ({ error, title, status, item }) => {
  test.each([
    ['en', en],
    ['de', de],
  ])('has its status, its words and no pointer, in %s', (locale, messages) => {
    const detail = messages.describe(error)
    expect(toProblemDetails(error, { locale, instance: '/invitations/i-1' })).toStrictEqual({
      type: `${TYPE_BASE_URI}${error.type}`,
      title,
      status,
      detail,
      instance: '/invitations/i-1',
      errors: [{ ...item, detail }],
    })
  })

  test('is the same after a way through JSON', () => {
    const problem = toProblemDetails(throughJson(error))
    expect(JSON.stringify(problem)).toBe(JSON.stringify(toProblemDetails(error)))
  })

  test('has the words of the service’s own language', () => {
    expect(toProblemDetails(error, { messages: deInformal }).detail).toBe(
      deInformal.describe(error),
    )
  })
})

test('a wrong request of the recipient has a pointer to each value, as that of the inviter', () => {
  const { InvalidRequest } = oneAnswerErrorOfEach
  const problem = toProblemDetails(forRecipient(InvalidRequest), { locale: 'de' })
  expect(problem).toStrictEqual({
    type: `${TYPE_BASE_URI}InvalidRequest`,
    title: 'Invalid request',
    status: 400,
    detail: de.language.toRecipient.InvalidRequest,
    errors: [
      { type: 'InvalidRequest', pointer: '#/memberId', detail: 'memberId must be a string' },
    ],
  })
  expect(toProblemDetails(forInviter(InvalidRequest), { locale: 'de' })).toStrictEqual({
    ...problem,
    detail: de.language.noDecision.InvalidRequest,
  })
})

test('a ban is the recipient’s own, or a reason of the inviter if it is revealed', () => {
  const messages = createMessages<RecipientBanned>(en.language, {
    RecipientBanned: () => 'Banned.',
  })
  const error: InvitationDenied = {
    type: 'InvitationDenied',
    denials: [{ type: 'RecipientBanned' }],
    advisories: [],
    draft: { text: '' },
  }
  const revealed = forInviter(error, { reveal: ['RecipientBanned'] })
  const own = oneOfEachForRecipient.RecipientBanned
  expect(toProblemDetails(own, { messages })).toStrictEqual({
    type: `${TYPE_BASE_URI}RecipientBanned`,
    title: 'Recipient banned',
    status: 403,
    detail: 'You cannot join this group.',
    errors: [{ type: 'RecipientBanned', detail: 'You cannot join this group.' }],
  })
  expect(toProblemDetails(revealed, { messages })).toStrictEqual({
    type: `${TYPE_BASE_URI}RecipientBanned`,
    title: 'Recipient banned',
    status: 409,
    detail: 'Banned.',
    errors: [{ type: 'RecipientBanned', pointer: '#/recipientId', detail: 'Banned.' }],
  })
})

test('nothing of an outage leaves the service', () => {
  const problem = toProblemDetails(forRecipient(oneAnswerErrorOfEach.DependencyFailed))
  expect(JSON.stringify(problem)).not.toMatch(/password|answers|change|unknown/)
})
