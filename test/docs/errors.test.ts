import {
  DENIAL_TYPES,
  type Disclosed,
  type DisclosedToRecipient,
  forInviter,
  forRecipient,
  type InvitationDenial,
  toLogRecord,
} from 'group-invitations'
import { toProblemDetails, TYPE_BASE_URI } from 'group-invitations/http'
import { createMessages, en } from 'group-invitations/messages'
import { expect, test } from 'vitest'
import {
  type AnswerError,
  oneAnswerErrorOfEach,
  oneOfEachForRecipient,
} from '../support/answer-errors.js'
import { oneOfEach } from '../support/denials.js'
import { rows } from '../support/logged-errors.js'
import { codeIn, tableUnder } from '../support/markdown.js'
import { textOf } from '../support/repository.js'

/** What the page says under each heading: its lines in one, by what they begin with. */
const sections = textOf('docs/errors.md')
  .split(/^## /m)
  .slice(1)
  // A heading of several words is about no type.
  .filter((section) => /^\w+\n/.test(section))
  .map((section) => {
    const [type = '', ...lines] = section.trim().split('\n')
    const items = lines
      .join(' ')
      .replace(/ {2,}/g, ' ')
      .split(/ - (?=[A-Z][\w ]*: )/)
    const item = (name: string) =>
      items.find((text) => text.startsWith(`${name}: `))?.slice(name.length + 2)
    return {
      type,
      disclosed: item('Disclosed to the inviter'),
      toRecipient: item('Disclosed to the recipient'),
      status: item('HTTP'),
      pointers: item('Points to'),
      toDo: item('To do'),
    }
  })

const denials: readonly InvitationDenial[] = DENIAL_TYPES.map((type) => oneOfEach[type])

const deniedBy = (denial: { readonly type: string }) =>
  // As a service that reveals it would hand it over.
  ({
    audience: 'inviter',
    type: 'InvitationDenied',
    denials: [denial],
    advisories: [],
    draft: { text: '' },
  }) as unknown as Disclosed<InvitationDenial>

type Answer = Disclosed<InvitationDenial> | DisclosedToRecipient

/** An answer to the inviter of each type on the page, with the denials first. */
const answers: readonly (readonly [type: string, answer: Disclosed<InvitationDenial>])[] = [
  ...denials.map((denial) => [denial.type, deniedBy(denial)] as const),
  ['RecipientUnavailable', deniedBy({ type: 'RecipientUnavailable' })],
  [
    'InvalidRequest',
    forInviter({
      type: 'InvalidRequest',
      issues: [{ message: 'text must be a string', path: ['text'] }],
    }),
  ],
  ['InvitationIdReused', forInviter({ type: 'InvitationIdReused', invitationId: 'i-1' })],
  ['InvitationAccepted', forInviter(oneAnswerErrorOfEach.InvitationAccepted)],
  ['InvitationGone', forInviter(oneAnswerErrorOfEach.InvitationNotFound)],
  ['ServiceUnavailable', { audience: 'inviter', type: 'ServiceUnavailable' }],
]

/** What the recipient gets of each type on the page. */
const toRecipient: Readonly<Partial<Record<string, DisclosedToRecipient>>> = oneOfEachForRecipient

const messages = createMessages<InvitationDenial>(en.language, {
  ...en.language.toInviter,
  ...en.language.toStaff,
})
const problemOf = (answer: Answer) => toProblemDetails(answer, { messages })
const onPage = (part: 'disclosed' | 'toRecipient' | 'status' | 'pointers' | 'toDo') =>
  Object.fromEntries(sections.map((section) => [section.type, section[part]]))

test('the page has a heading for each type that an answer can have, in the rulebook’s order', () => {
  const first = DENIAL_TYPES.indexOf('RecipientNotFound')
  expect(sections.map(({ type }) => type)).toEqual([
    ...DENIAL_TYPES.slice(0, first),
    'RecipientUnavailable',
    ...DENIAL_TYPES.slice(first),
    ...['InvalidRequest', 'InvitationIdReused'],
    ...['InvitationAccepted', 'InvitationExpired', 'InvitationGone', 'ServiceUnavailable'],
  ])
  const types = [...answers.map(([type]) => type), ...Object.keys(oneOfEachForRecipient)]
  expect(sections.map(({ type }) => type).sort()).toEqual([...new Set(types)].sort())
})

test('the page names the beginning of the URIs, which belongs to nobody else', () => {
  expect(textOf('docs/errors.md')).toContain(TYPE_BASE_URI)
  expect(TYPE_BASE_URI).toMatch(/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}#$/)
})

test('the types end with the headings', () => {
  const types = answers.map(([, answer]) => problemOf(answer).type)
  expect(types).toEqual(answers.map(([type]) => `${TYPE_BASE_URI}${type}`))
  for (const [type, answer] of Object.entries(oneOfEachForRecipient)) {
    expect(problemOf(answer).type).toBe(`${TYPE_BASE_URI}${type}`)
  }
})

test('the page says of each type what to do', () => {
  expect(sections.filter(({ toDo }) => toDo?.endsWith('.') !== true)).toEqual([])
})

test('the page says the status of each type', () => {
  const toInviter = new Map(answers)
  const statuses = sections.map(({ type }) => {
    const [first, other] = [toInviter.get(type), toRecipient[type]].flatMap((answer) =>
      answer === undefined ? [] : problemOf(answer).status,
    )
    const isOther = other !== undefined && other !== first
    return [type, isOther ? `${first}; to the recipient ${other}.` : `${first}.`]
  })
  expect(onPage('status')).toEqual(Object.fromEntries(statuses))
})

test('the table of status codes has each type once for each status', () => {
  const recipients = Object.entries(oneOfEachForRecipient)
  const statuses = new Set(
    [...answers, ...recipients].map(([, answer]) => problemOf(answer).status),
  )
  const typesWith = (status: number) => {
    const toInviter = new Set(
      answers.filter(([, answer]) => problemOf(answer).status === status).map(([type]) => type),
    )
    const others = recipients
      .filter(([type, answer]) => problemOf(answer).status === status && !toInviter.has(type))
      .map(([type]) => type)
    const inOrder = (types: readonly string[]) =>
      sections.flatMap(({ type }) => (types.includes(type) ? [type] : []))
    const isRecipientsAlone = (type: string) => !new Map<string, Answer>(answers).has(type)
    return {
      types: inOrder([...toInviter, ...others.filter(isRecipientsAlone)]),
      toRecipient: inOrder(others.filter((type) => !isRecipientsAlone(type))),
    }
  }
  const written = tableUnder('docs/errors.md', '## HTTP status codes').map(
    ([status, cell = '']) => {
      const [types = '', toRecipient = ''] = cell.split('; to the recipient ')
      return [Number(status), { types: codeIn(types), toRecipient: codeIn(toRecipient) }]
    },
  )
  const raised = [...statuses].sort().map((status) => [status, typesWith(status)])
  expect(written).toEqual(raised)
})

test('the page says what each type points to', () => {
  // About the text or, if it has an index, about the subject too.
  const pointersOf = (denial: InvitationDenial) => {
    const cases = 'index' in denial ? [denial, { ...denial, field: 'subject' }] : [denial]
    return cases.flatMap((about) => problemOf(deniedBy(about)).errors[0]?.pointer ?? [])
  }
  const written = sections
    .filter(({ type }) => type in oneOfEach)
    .map(({ type, pointers = '' }) => [
      type,
      codeIn(pointers)
        .filter((code) => code.startsWith('#'))
        .sort(),
    ])
  const raised = denials.map((denial) => [denial.type, pointersOf(denial).sort()])
  expect(Object.fromEntries(written)).toEqual(Object.fromEntries(raised))
  expect(onPage('pointers')).toMatchObject({
    RecipientUnavailable: '`#/recipientId`.',
    InvalidRequest: 'the value.',
    InvitationIdReused: undefined,
    InvitationAccepted: undefined,
    InvitationExpired: undefined,
    InvitationGone: undefined,
    ServiceUnavailable: undefined,
  })
  const pointing = Object.values(oneOfEachForRecipient).filter((answer) =>
    problemOf(answer).errors.some((error) => error.pointer !== undefined),
  )
  expect(pointing.map(({ type }) => type)).toEqual(['InvalidRequest'])
  const toNothing = sections.filter(({ pointers }) =>
    pointers?.includes('to the recipient nothing'),
  )
  expect(toNothing.map(({ type }) => type)).toEqual(['RecipientBanned'])
})

test('the page says to whom each type is disclosed', () => {
  const typesFor = (...given: readonly [InvitationDenial, ...InvitationDenial[]]) => {
    const draft = { text: '' }
    const answer = forInviter({ type: 'InvitationDenied', denials: given, advisories: [], draft })
    if (answer.type !== 'InvitationDenied') return []
    return answer.denials.map(({ type }): string => type)
  }
  const { InviterNotInGroup, RecipientOptedOut, AlreadyMember, RateLimited6Months } = oneOfEach
  const isBeside = (
    other: InvitationDenial,
    denial: InvitationDenial,
    type: string = denial.type,
  ) => typesFor(other, denial).includes(type)
  const audienceOf = (denial: InvitationDenial) => {
    if (isBeside(InviterNotInGroup, denial)) return 'always.'
    if (!typesFor(denial).includes(denial.type)) {
      const isModerators = typesFor(asToModerator(denial)).includes(denial.type)
      const unless = 'never, unless revealed: `RecipientUnavailable` stands for it.'
      return isModerators ? `to a moderator of the group; else ${unless}` : unless
    }
    const others = [RecipientOptedOut, AlreadyMember, RateLimited6Months]
    if (others.every((other) => isBeside(other, denial))) return insideTheGroup
    expect(others.filter((other) => isBeside(other, denial))).toEqual([])
    return 'to an inviter who is in the group, unless the recipient is unavailable, in the group, or in the cooldown.'
  }
  const asToModerator = (denial: InvitationDenial) =>
    Object.assign({}, denial, { inviterMayAdmit: true })
  const insideTheGroup = 'to an inviter who is in the group.'
  const isUnavailable = (other: InvitationDenial) =>
    isBeside(other, RecipientOptedOut, 'RecipientUnavailable')
  expect([InviterNotInGroup, AlreadyMember, RateLimited6Months].filter(isUnavailable)).toEqual([])
  expect(onPage('disclosed')).toEqual({
    ...Object.fromEntries(denials.map((denial) => [denial.type, audienceOf(denial)])),
    RecipientUnavailable:
      'to an inviter who is in the group, unless the recipient is in the group or in the cooldown.',
    InvalidRequest: 'always.',
    InvitationIdReused: 'always.',
    InvitationAccepted: 'always.',
    InvitationExpired: 'never.',
    InvitationGone: 'always.',
    ServiceUnavailable: 'always.',
  })
  const others: Readonly<Partial<Record<string, string>>> = en.language.noDecision
  const always = sections.filter(({ type }) => type in others)
  expect(always.map(({ disclosed }) => disclosed)).toEqual(always.map(() => 'always.'))
  expect(always).toHaveLength(Object.keys(others).length)
})

test('the page says which types are disclosed to the recipient, and what stands for the others', () => {
  const errors: readonly AnswerError[] = Object.values(oneAnswerErrorOfEach)
  const audienceOf = (type: string) => {
    if (toRecipient[type]) return 'always.'
    const error = errors.find((one) => one.type === type)
    return error && `never, \`${forRecipient(error).type}\` stands for it.`
  }
  const audiences = sections.map(({ type }) => [type, audienceOf(type)])
  expect(onPage('toRecipient')).toEqual(Object.fromEntries(audiences))
})

test('the page names all that InvitationGone stands for, and what has no heading', () => {
  const text = textOf('docs/errors.md').replace(/\s+/g, ' ')
  const [, gone = ''] = text.split('## InvitationGone')
  const types = Object.values(oneAnswerErrorOfEach)
    .filter((error) => forRecipient(error).type === 'InvitationGone')
    .map(({ type }) => type)
  expect(codeIn(gone.split(' - ')[0] ?? '')).toEqual(types)
  const written = sections.map(({ type }) => type)
  for (const type of ['InvitationClosed', 'InvitationNotFound', 'InvitationWithdrawn']) {
    expect(written).not.toContain(type)
    expect(text).toContain(`\`${type}\``)
  }
})

test('the page says which status a ban has for whom', () => {
  const text = textOf('docs/errors.md').replace(/\s+/g, ' ')
  const { status, errors } = toProblemDetails(oneOfEachForRecipient.RecipientBanned)
  expect(errors[0]).not.toHaveProperty('pointer')
  expect(text).toContain(
    `\`RecipientBanned\` is ${status} to the recipient, and without a pointer;`,
  )
})

test('the page about disclosing names every private denial', () => {
  const isPrivate = (denial: InvitationDenial) => {
    const draft = { text: '' }
    const given = [denial] as const
    const disclosed = forInviter({
      type: 'InvitationDenied',
      denials: given,
      advisories: [],
      draft,
    })
    const [first] = disclosed.type === 'InvitationDenied' ? disclosed.denials : []
    return first?.type === 'RecipientUnavailable'
  }
  const situations = tableUnder('docs/telling.md', '## What the inviter may know')
  const [situation = ''] = situations.find(([, disclosed]) => disclosed?.includes('for all')) ?? []
  expect(codeIn(situation)).toEqual(denials.filter(isPrivate).map(({ type }) => type))
})

test('the page names every field of a record for the log', () => {
  const fieldsIn = (value: unknown): string[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, child]) => [
          ...(Array.isArray(value) ? [] : [key]),
          ...fieldsIn(child),
        ])
      : []
  const cause = Object.assign(new AggregateError([1], '', { cause: 1 }), { code: 'ECONNREFUSED' })
  const records = [...Object.values(rows).map(({ error }) => error), cause].map(toLogRecord)
  const written = tableUnder('docs/errors.md', '## In the log').flatMap(([, fields = '']) =>
    codeIn(fields).filter((code) => code !== 'AggregateError'),
  )
  expect([...new Set(written)].sort()).toEqual([...new Set(fieldsIn(records))].sort())
})
