import {
  AnswerService,
  defineRule,
  DENIAL_TYPES,
  type InvitationDenied,
  InvitationPolicy,
  type InvitationRequest,
  InvitationService,
  type PolicyOptions,
  toLogRecord,
} from 'group-invitations'
import { createInMemoryRepositories, type Network } from 'group-invitations/memory'
import type { ResultAsync } from 'neverthrow'
import { expect, test } from 'vitest'
import { after, NOW } from '../support/builders.js'
import { placesIn, replaced } from '../support/replaced.js'

/** In all that members have written here, each word has this; no identifier has. */
const WORD = /quassel/i

const NETWORK: Network = {
  members: [
    { memberId: 'anna', displayName: 'Anna Quasselstein', wants: ['Quasselkunst'] },
    {
      ...{ memberId: 'bernd', displayName: 'Bernd Quassel', givenName: 'Quasselbert' },
      ...{ wants: ['Quasselschach'], haves: ['Quasselskat'], other: ['Quasselwerk GmbH'] },
    },
    { memberId: 'clara', displayName: 'Clara Quassel' },
    { memberId: 'deniz', displayName: 'Deniz Quassel' },
    { memberId: 'dora', displayName: 'Dora Quassel', optedOut: true },
    { memberId: 'emil', displayName: 'Emil Quassel' },
    { memberId: 'fritz', displayName: 'Fritz Quassel' },
    { memberId: 'gerd', displayName: 'Gerd Quassel' },
  ],
  groups: [
    {
      ...{ groupId: 'g-1', name: 'Quasselgruppe' },
      standings: { anna: 'member', emil: 'member', fritz: 'pending', gerd: 'banned' },
    },
    { groupId: 'g-2', name: 'Quasselstrippen', standings: {} },
  ],
  contacts: [],
  invitations: [
    {
      ...{ invitationId: 'i-0', inviterId: 'anna', recipientId: 'emil', groupId: 'g-1' },
      ...{ sentAt: after(NOW, -1), text: 'Lieber Quassel', subject: 'Quasselei' },
    },
  ],
}

const COPY = 'Quasseln wir bald im Quasselcafé? Quasselnd und quasselfroh grüßt die Quasselstrippe.'

const REQUEST: InvitationRequest = {
  ...{ inviterId: 'anna', recipientId: 'bernd', groupId: 'g-1', route: 'profile' },
  ...{ subject: 'Quasselrunde', text: 'Lieber Quasselbert, dein Quasselskat gefällt mir.' },
}

const deny = { LinkInText: 'deny' } as const
const blocked = defineRule({
  name: 'inviterIsNotBlocked',
  check: () => ({ type: 'InviterBlocked', reason: 'quasselt' }) as const,
})

function opened(options: PolicyOptions = {}, repositories = createInMemoryRepositories(NETWORK)) {
  const policy = new InvitationPolicy(repositories, { clock: () => NOW, ...options })
  return {
    policy,
    service: new InvitationService(policy, repositories),
    answers: new AnswerService(policy, repositories),
  }
}

/** The error, and that its record has no word of members in it. */
async function errorOf<Failure>(result: ResultAsync<unknown, Failure>): Promise<Failure> {
  const error = (await result)._unsafeUnwrapErr()
  const record = toLogRecord(error)
  const line = JSON.stringify(record)
  expect(line).not.toMatch(WORD)
  expect(JSON.parse(line)).toStrictEqual(record)
  return error
}

const isDenied = (error: { readonly type: string }): error is InvitationDenied =>
  error.type === 'InvitationDenied'

test('of all denials and advisories as evaluate returns them, no word of a member is logged', async () => {
  const repositories = createInMemoryRepositories(NETWORK)
  const pace = { burst: 2, every: { minutes: 60 } }
  const { service } = opened({ pace }, repositories)
  // With a rule that denies everything, no advisory comes with an approval.
  const { policy } = opened({ pace, rules: [blocked] }, repositories)
  const copies = ['clara', 'deniz'].map((recipientId) => {
    const name = recipientId === 'clara' ? 'Clara' : 'Deniz'
    return service.send({ ...REQUEST, recipientId, text: `Liebe ${name} Quassel! ${COPY}` })
  })
  for (const copy of copies) expect((await copy).isOk()).toBe(true)

  const requests: readonly Partial<InvitationRequest>[] = [
    { recipientId: 'anna' },
    { inviterId: 'nobody' },
    { groupId: 'nowhere' },
    { groupId: 'g-2' },
    { route: 'group' },
    { subject: 'Quassel'.repeat(20) },
    { text: ' ' },
    { text: 'Quassel '.repeat(100) },
    { subject: 'Quassel\u202e' },
    { recipientId: 'clara' },
    { recipientId: 'nobody' },
    { recipientId: 'dora' },
    { recipientId: 'emil' },
    { recipientId: 'fritz' },
    { recipientId: 'gerd' },
    { text: 'Lieber {Quassel}, dein Quasselskat!' },
    { subject: '%QUASSEL%' },
    { text: 'Kommt alle zum Quasseln.' },
    { text: 'Lieber Quasselbert, komm auf https://quassel.example/quassel' },
    { text: `Lieber Quasselbert! ${COPY}` },
    { text: 'Lieber Quasselbert, passives Einkommen: quassel dich zur finanziellen Freiheit!' },
  ]
  const types = new Set<string>()
  for (const changes of requests) {
    const error = await errorOf(policy.evaluate({ ...REQUEST, ...changes }))
    if (!isDenied(error)) continue
    for (const { type } of [...error.denials, ...error.advisories]) types.add(type)
  }
  expect([...types].sort()).toEqual([...DENIAL_TYPES, 'InviterBlocked'].sort())
})

test('of terms, links and placeholders in real findings nothing is logged but their places', async () => {
  const { policy } = opened({ enforcement: deny })
  const text = 'Hallo {vorname}, passives Einkommen und finanzielle Freiheit: elbschach.de'
  const error = await errorOf(policy.evaluate({ ...REQUEST, text }))
  const { draft, ...found } = error as InvitationDenied
  const words = JSON.stringify(found).match(/"(?:term|link|placeholder)":"[^"]+"/g) ?? []
  expect(words.length).toBeGreaterThan(3)
  const line = JSON.stringify(toLogRecord(error))
  for (const word of words.map((one) => one.split('"')[3] ?? '')) expect(line).not.toContain(word)
  for (const word of draft.text.match(/\p{L}{4,}/gu) ?? []) expect(line).not.toContain(word)
  expect(toLogRecord(error).denials).toContainEqual({ type: 'LinkInText', index: 62 })
})

test('of the errors of sending, delivering and answering, no word of a member is logged', async () => {
  const { service, answers } = opened({ enforcement: deny })
  await service.send(REQUEST, { invitationId: 'i-1' })
  const other = { ...REQUEST, text: 'Quassel' }
  const answer = { invitationId: 'i-1', memberId: 'bernd' }
  const errors: { readonly type: string }[] = [
    await errorOf(service.send(other, { invitationId: 'i-1' })),
    await errorOf(service.send(REQUEST, { invitationId: 'i-2' })),
    await errorOf(answers.accept({ ...answer, memberId: 'anna' })),
  ]
  await answers.accept(answer)
  const delivery = { deliveryId: 'i-1.email', invitationId: 'i-1', channel: 'email' } as const
  errors.push(await errorOf(answers.decline(answer)))
  const cancelled = await errorOf(service.prepareDelivery(delivery))
  expect([...errors, cancelled].map(({ type }) => type)).toEqual([
    ...['InvitationIdReused', 'InvitationDenied', 'InvitationNotFound', 'InvitationAccepted'],
    'DeliveryCancelled',
  ])
})

test('of the denial of a custom rule and the outage of an option, only the cause has words', async () => {
  const denied = await errorOf(opened({ rules: [blocked] }).policy.evaluate(REQUEST))
  expect(toLogRecord(denied).denials).toEqual([{ type: 'InviterBlocked' }])
  const evidence = [{ category: 'spam', term: 'Quassel', index: 999 }] as const
  const failed = await errorOf(opened({ screen: () => evidence }).policy.evaluate(REQUEST))
  expect(toLogRecord(failed)).toMatchObject({
    ...{ type: 'DependencyFailed', dependency: 'screen', operation: 'call', effect: 'none' },
    cause: { name: 'TypeError', message: 'the answer[0].index must be within the draft' },
  })
})

test('no issue repeats a value, whatever stands in a request', async () => {
  const { policy, service, answers } = opened()
  const word = 'Quassel\u0000'
  const values = [word, { [word]: word }, [word], word.repeat(600), new Error(word), Symbol(word)]
  const page = { before: 'i-0', limit: 1 }
  const calls = {
    evaluate: [
      { ...REQUEST, reference: { field: 'haves', entry: 'Quasselskat' } },
      (value: never) => policy.evaluate(value),
    ],
    send: [{ invitationId: 'i-1' }, (value: never) => service.send(REQUEST, value)],
    groupsFor: [
      { inviterId: 'anna', recipientId: 'emil' },
      (value: never) => policy.groupsFor(value),
    ],
    contactsFor: [
      { inviterId: 'anna', groupId: 'g-1', contactIds: ['emil'] },
      (value: never) => policy.contactsFor(value),
    ],
    prepareDelivery: [
      { deliveryId: 'i-0.email', invitationId: 'i-0', channel: 'email' },
      (value: never) => service.prepareDelivery(value),
    ],
    optOut: [{ inviterId: 'anna' }, (value: never) => service.optOut('bernd', value)],
    optOutOf: ['bernd', (value: never) => service.optOut(value)],
    accept: [{ invitationId: 'i-0', memberId: 'emil' }, (value: never) => answers.accept(value)],
    withdraw: [{ invitationId: 'i-0', network: 'left' }, (value: never) => answers.withdraw(value)],
    received: [page, (value: never) => answers.received('emil', value)],
    sent: ['anna', (value: never) => answers.sent(value, page)],
  } as const
  const invalid = new Set<string>()
  for (const [method, [tree, call]] of Object.entries(calls)) {
    for (const place of placesIn(tree)) {
      for (const value of values) {
        // An unknown option is the programmer's, and is named.
        if (place.length === 0 && ['send', 'received'].includes(method)) continue
        const result = await call(replaced(tree, place, value) as never)
        if (result.isOk() || result.error.type !== 'InvalidRequest') continue
        invalid.add(method)
        expect(JSON.stringify(toLogRecord(result.error))).not.toMatch(WORD)
        expect(toLogRecord(result.error).issues).toEqual(result.error.issues)
      }
    }
  }
  expect([...invalid]).toEqual(Object.keys(calls))
})
