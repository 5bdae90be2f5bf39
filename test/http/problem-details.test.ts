import { forInviter, type InvitationDenial, type Disclosed } from 'group-invitations'
import { PROBLEM_MEDIA_TYPE, toProblemDetails, TYPE_BASE_URI } from 'group-invitations/http'
import { createMessages, de, en } from 'group-invitations/messages'
import { describe, expect, test } from 'vitest'
import { kinds } from '../../src/http/kinds.js'
import { oneAnswerErrorOfEach } from '../support/answer-errors.js'
import { oneOfEach, suspectedOnes } from '../support/denials.js'

const denied = (first: InvitationDenial, ...others: readonly InvitationDenial[]) =>
  forInviter({
    type: 'InvitationDenied',
    denials: [first, ...others],
    advisories: [],
    draft: { text: 'Lieber Bernd' },
  })

const outage = forInviter({
  type: 'DependencyFailed',
  dependency: 'profiles',
  operation: 'findProfiles',
  cause: new Error('password'),
  effect: 'none',
})

test('the media type is that of RFC 9457', () => {
  expect(PROBLEM_MEDIA_TYPE).toBe('application/problem+json')
})

const wordsIn = (text: string) => text.toLowerCase().match(/[a-z]+|\d+/g) ?? []

test.each(Object.entries(kinds))('the title of %s says the same in words', (type, { title }) => {
  expect(wordsIn(title)).toEqual(expect.arrayContaining(wordsIn(type.replace(/[A-Z]/g, ' $&'))))
})

describe('a denied invitation', () => {
  test('has all its reasons, each with its fields and its pointer', () => {
    const { TextTooLong, RateLimited6Months, AlreadyMember } = oneOfEach
    const disclosed = denied(TextTooLong, RateLimited6Months, AlreadyMember)
    expect(toProblemDetails(disclosed, { instance: '/invitations/i-1' })).toEqual({
      type: 'urn:uuid:7227bbf5-4a35-45e0-8648-777a92c772d6#TextTooLong',
      title: 'Text too long',
      status: 422,
      detail: en.describe(disclosed),
      instance: '/invitations/i-1',
      repeatableAt: RateLimited6Months.repeatableAt,
      errors: [
        {
          type: 'TextTooLong',
          length: 501,
          limit: 500,
          unit: 'characters',
          pointer: '#/text',
          detail: 'The text is too long: it has 501 of at most 500 characters.',
        },
        {
          type: 'RateLimited6Months',
          invitationId: 'i-1',
          sentAt: RateLimited6Months.sentAt,
          repeatableAt: RateLimited6Months.repeatableAt,
          pointer: '#/recipientId',
          detail: en.describe(denied(RateLimited6Months)),
        },
        {
          type: 'AlreadyMember',
          pointer: '#/recipientId',
          detail: 'This member is in the group already.',
        },
      ],
    })
  })

  test('has the status and the type of its first reason', () => {
    const { InviterNotInGroup, SubjectTooLong, RecipientOptedOut } = oneOfEach
    const first = (...denials: readonly [InvitationDenial, ...InvitationDenial[]]) => {
      const { status, type } = toProblemDetails(denied(...denials), {
        typeBaseUri: 'https://e.example/',
      })
      return [status, type]
    }
    expect(first(SubjectTooLong, RecipientOptedOut)).toEqual([
      422,
      'https://e.example/SubjectTooLong',
    ])
    expect(first(InviterNotInGroup, SubjectTooLong)).toEqual([
      403,
      'https://e.example/InviterNotInGroup',
    ])
    expect(first(RecipientOptedOut)).toEqual([409, 'https://e.example/RecipientUnavailable'])
  })

  test('has no key without a value', () => {
    const problem = toProblemDetails(denied(oneOfEach.TextEmpty))
    expect(Object.keys(problem)).toEqual(['type', 'title', 'status', 'detail', 'errors'])
  })

  test('is in the reader’s language and time zone', () => {
    const disclosed = denied(oneOfEach.RateLimited6Months)
    const { detail, errors, title } = toProblemDetails(disclosed, {
      locale: 'de-AT',
      timeZone: 'Europe/Vienna',
    })
    expect(detail).toBe(de.describe(disclosed, { timeZone: 'Europe/Vienna' }))
    expect(detail).toContain('ab dem 2. September 2026 wieder möglich (11:30 MESZ)')
    expect(errors[0]?.detail).toBe(detail)
    expect(title).toBe('Rate limited to once in 6 months')
  })

  test('points to the field that a denial names', () => {
    const pointerOf = (denial: InvitationDenial) =>
      toProblemDetails(denied(denial)).errors[0]?.pointer
    const { UnsafeCharacter, UnfilledPlaceholder, LinkInText } = oneOfEach
    expect(pointerOf(UnsafeCharacter)).toBe('#/text')
    expect(pointerOf({ ...UnsafeCharacter, field: 'subject' })).toBe('#/subject')
    expect(pointerOf(UnfilledPlaceholder)).toBe('#/text')
    expect(pointerOf({ ...LinkInText, field: 'subject' })).toBe('#/subject')
  })

  test('has the advisories', () => {
    const disclosed = forInviter({
      type: 'InvitationDenied',
      denials: [oneOfEach.SelfInvitation],
      advisories: [oneOfEach.LinkInText],
      draft: { text: '' },
    })
    expect(toProblemDetails(disclosed).advisories).toEqual([
      {
        ...oneOfEach.LinkInText,
        pointer: '#/text',
        detail:
          'A personal invitation needs no links or e-mail addresses. Please leave this out: “elbschach.de”.',
      },
    ])
  })

  test.each(Object.entries(suspectedOnes))('says that %s is only suspected', (type, finding) => {
    const disclosed = forInviter({
      type: 'InvitationDenied',
      denials: [oneOfEach.SelfInvitation],
      advisories: [finding],
      draft: { text: '' },
    })
    const [advised] = en.advice({ audience: 'inviter', advisories: [finding] })
    const { advisories } = toProblemDetails(JSON.parse(JSON.stringify(disclosed)) as Disclosed)
    expect(advisories).toEqual([{ ...finding, type, pointer: '#/text', detail: advised }])
    expect(advisories).toMatchObject([{ certainty: 'suspected' }])
  })

  test('says that ProhibitedContent is sure, and which evidence', () => {
    const [sure] = oneOfEach.ProhibitedContent.evidence
    const [suspected] = suspectedOnes.ProhibitedContent.evidence
    const { errors } = toProblemDetails(
      denied({ ...oneOfEach.ProhibitedContent, evidence: [suspected, sure] }),
    )
    expect(errors).toMatchObject([{ certainty: 'sure', evidence: [suspected, sure] }])
    expect(errors[0]?.detail).toContain('neither is allowed')
  })

  test('has the category of a service’s own, and words that accuse of nothing in particular', () => {
    const evidence = [
      { ...oneOfEach.ProhibitedContent.evidence[0], category: 'harassment' },
    ] as const
    const problem = toProblemDetails(denied({ ...oneOfEach.ProhibitedContent, evidence }))
    const { errors } = JSON.parse(JSON.stringify(problem)) as typeof problem
    expect(errors).toEqual([
      {
        ...{ type: 'ProhibitedContent', certainty: 'sure', evidence, pointer: '#/text' },
        detail:
          'Wording such as “finanziellen Freiheit” is not allowed here. Please write your invitation differently.',
      },
    ])
  })

  test('loses nothing in JSON', () => {
    const problem = toProblemDetails(denied(...(Object.values(oneOfEach) as [InvitationDenial])))
    expect(JSON.parse(JSON.stringify(problem))).toEqual({
      ...problem,
      repeatableAt: '2026-09-02T09:30:00.000Z',
      errors: problem.errors.map((error) => JSON.parse(JSON.stringify(error)) as unknown),
    })
  })
})

describe('an error without a decision', () => {
  test('has each value of the wrong shape, by its path', () => {
    const issues = [
      { message: 'The request must be an object', path: [] },
      {
        message: "reference.field must be 'wants', 'haves' or 'other'",
        path: ['reference', 'field'],
      },
    ]
    expect(
      toProblemDetails(forInviter({ type: 'InvalidRequest', issues }), { locale: 'de' }),
    ).toEqual({
      type: `${TYPE_BASE_URI}InvalidRequest`,
      title: 'Invalid request',
      status: 400,
      detail: de.language.noDecision.InvalidRequest,
      errors: [
        { type: 'InvalidRequest', pointer: '#', detail: 'The request must be an object' },
        {
          type: 'InvalidRequest',
          pointer: '#/reference/field',
          detail: "reference.field must be 'wants', 'haves' or 'other'",
        },
      ],
    })
  })

  test('has the identifier that is used', () => {
    const disclosed = forInviter({ type: 'InvitationIdReused', invitationId: 'i-1' })
    expect(toProblemDetails(disclosed)).toEqual({
      type: `${TYPE_BASE_URI}InvitationIdReused`,
      title: 'Invitation id reused',
      status: 422,
      detail: en.language.noDecision.InvitationIdReused,
      errors: [
        {
          type: 'InvitationIdReused',
          invitationId: 'i-1',
          detail: en.language.noDecision.InvitationIdReused,
        },
      ],
    })
  })

  test('shows only that there is an outage', () => {
    expect(toProblemDetails(outage)).toEqual({
      type: `${TYPE_BASE_URI}ServiceUnavailable`,
      title: 'Service unavailable',
      status: 503,
      detail: en.language.noDecision.ServiceUnavailable,
      errors: [{ type: 'ServiceUnavailable', detail: en.language.noDecision.ServiceUnavailable }],
    })
    expect(toProblemDetails(outage).errors[0]).not.toHaveProperty('pointer')
  })
})

test('a denial of a custom rule cannot replace the fields of the response', () => {
  const denial = { type: 'Zu viel', detail: 'x', pointer: '/evil', field: 'text' }
  const disclosed = {
    audience: 'inviter',
    type: 'InvitationDenied',
    denials: [denial],
    advisories: [],
  }
  const messages = createMessages<typeof denial>(en.language, { [denial.type]: () => 'Too much.' })
  expect(toProblemDetails(disclosed as unknown as Disclosed<typeof denial>, { messages })).toEqual({
    type: `${TYPE_BASE_URI}Zu%20viel`,
    title: 'Zu viel',
    status: 403,
    detail: 'Too much.',
    errors: [{ type: 'Zu viel', detail: 'Too much.', field: 'text' }],
  })
})

test('a denial of a custom rule is forbidden, in the words of the service', () => {
  interface QuotaUsedUp {
    readonly type: 'QuotaUsedUp'
    readonly limit: number
  }
  const messages = createMessages<QuotaUsedUp>(de.language, {
    QuotaUsedUp: ({ limit }) => `Mehr als ${limit} Einladungen am Tag sind nicht möglich.`,
  })
  const disclosed: Disclosed<QuotaUsedUp> = {
    audience: 'inviter',
    type: 'InvitationDenied',
    denials: [{ type: 'QuotaUsedUp', limit: 20 }],
    advisories: [],
    draft: { text: '' },
  }
  expect(toProblemDetails(disclosed, { messages })).toEqual({
    type: `${TYPE_BASE_URI}QuotaUsedUp`,
    title: 'QuotaUsedUp',
    status: 403,
    detail: 'Mehr als 20 Einladungen am Tag sind nicht möglich.',
    errors: [
      {
        type: 'QuotaUsedUp',
        limit: 20,
        detail: 'Mehr als 20 Einladungen am Tag sind nicht möglich.',
      },
    ],
  })
})

test.each([
  ...[null, undefined, {}, [], 7, 'SelfInvitation'],
  { type: 'InvitationDenied', denials: [oneOfEach.RecipientOptedOut], advisories: [] },
  { type: 'DependencyFailed', cause: 1 },
  { audience: 'inviter' },
  { audience: 'inviter', type: 'DependencyFailed' },
  { audience: 'inviter', type: 'Other', denials: [oneOfEach.SelfInvitation] },
  { audience: 'inviter', type: 'InvitationDenied', denials: [], advisories: [] },
  { audience: 'inviter', groupId: 'chess', denials: [] },
  { audience: 'inviter', groupId: 'chess', denials: [oneOfEach.SelfInvitation] },
  { audience: 'inviter', advisories: [oneOfEach.LinkInText] },
  ...Object.values(oneAnswerErrorOfEach),
  { audience: 'staff', type: 'InvitationGone' },
  { audience: 'recipient' },
  { audience: 'recipient', type: 'InvitationWithdrawn', invitationId: 'i-1' },
  { audience: 'recipient', type: 'InvitationIdReused', invitationId: 'i-1' },
  { audience: 'recipient', type: 'InvitationDenied', denials: [oneOfEach.SelfInvitation] },
  { audience: 'inviter', type: 'InvitationExpired', repeatableAt: new Date() },
  { audience: 'inviter', type: 'RecipientBanned' },
])('%j is no error that was disclosed, so that it is a TypeError', (value) => {
  expect(() => toProblemDetails(value as Disclosed)).toThrow(TypeError)
})

test('a choice is a TypeError that says what is expected', () => {
  const choice = { audience: 'inviter', groupId: 'chess', denials: [oneOfEach.SelfInvitation] }
  expect(() => toProblemDetails(choice as unknown as Disclosed)).toThrow(
    new TypeError('disclosed must be what forInviter or forRecipient returns'),
  )
})

test('an unknown option is a TypeError that names it', () => {
  const options = { locales: ['de'] } as object
  expect(() => toProblemDetails(outage, options)).toThrow(
    new TypeError(
      'options.locales is unknown; known are instance, typeBaseUri, locale, timeZone, messages',
    ),
  )
})

test.each([
  ['options.instance must be a string', { instance: 5 }],
  ['options.typeBaseUri must be a string', { typeBaseUri: 5 }],
  ['options.messages must be messages', { messages: {} }],
  ['options.messages must be messages', { messages: 'de' }],
])('%s', (message, options) => {
  expect(() => toProblemDetails(outage, options as object)).toThrow(new TypeError(message))
})
