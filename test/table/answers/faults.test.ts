import { isDeepStrictEqual } from 'node:util'
import {
  type AnsweredInvitation,
  AnswerService,
  type ChangeOutcome,
  type Invitation,
  type InvitationPage,
  InvitationPolicy,
  InvitationService,
  type OptOut,
  type Repositories,
} from 'group-invitations'
import { createInMemoryRepositories, type InMemoryRepositories } from 'group-invitations/memory'
import { err, type ResultAsync } from 'neverthrow'
import { expect, test } from 'vitest'
import { after } from '../../support/builders.js'
import { intercepted } from '../../support/intercepted.js'
import { ACTORS, END, INVITATION, SENT_AT } from './lives.js'

const NOW = after(SENT_AT, 1000)
const MEMBERS = ['anna', 'bernd', 'clara', 'dora']

interface Services {
  readonly answers: AnswerService
  readonly invitations: InvitationService
}

type Given = AnsweredInvitation | InvitationPage<{ readonly invitation: Invitation }> | undefined

interface Scenario {
  readonly call: (services: Services) => ResultAsync<Given, { readonly type: string }>
  /** The result in short, if nothing fails. */
  readonly gives: string
  readonly now?: Date
  /** What happened before. */
  readonly before?: (services: Services, store: InMemoryRepositories) => unknown
  /** What somebody else does when the call is about to write. */
  readonly meanwhile?: (services: Services, store: InMemoryRepositories) => unknown
}

const byBernd = { invitationId: 'i-1', ...ACTORS.recipient }
const byAnna = { invitationId: 'i-1', ...ACTORS.inviter }
const byClara = { invitationId: 'i-1', ...ACTORS.moderator }
const byNetwork = { invitationId: 'i-1', ...ACTORS.network }

const accept = ({ answers }: Services) => answers.accept(byBernd)
const decline = ({ answers }: Services) => answers.decline(byBernd)
const withdraw = ({ answers }: Services) => answers.withdraw(byAnna)
const ban = (_services: Services, store: InMemoryRepositories) => {
  store.setStanding('chess', 'bernd', 'banned')
}
const optOut = (scope?: OptOut) => (services: Services) =>
  services.invitations.optOut('bernd', scope).map(() => undefined)

const SCENARIOS: Record<string, Scenario> = {
  accept: { gives: 'Accepted pending', call: accept },
  'accept, by a moderator': {
    gives: 'Accepted member',
    call: accept,
    before: (_services, store) => {
      store.setStanding('chess', 'anna', 'moderator')
    },
  },
  'accept, as an applicant': {
    gives: 'Accepted pending',
    call: accept,
    before: (_services, store) => {
      store.setStanding('chess', 'bernd', 'pending')
    },
  },
  'accept, after declining': { gives: 'Accepted pending', call: accept, before: decline },
  'accept, once more': { gives: 'Accepted pending replayed', call: accept, before: accept },
  'accept, after the end': { gives: 'InvitationExpired', call: accept, now: END },
  'accept, banned': { gives: 'RecipientBanned', call: accept, before: ban },
  'accept, withdrawn': { gives: 'InvitationWithdrawn', call: accept, before: withdraw },
  'accept, somebody else': {
    gives: 'InvitationNotFound',
    call: ({ answers }) => answers.accept(byAnna),
  },
  'accept, declined meanwhile': { gives: 'Accepted pending', call: accept, meanwhile: decline },
  'accept, accepted meanwhile': {
    gives: 'Accepted pending replayed',
    call: accept,
    meanwhile: accept,
  },
  'accept, withdrawn meanwhile': {
    gives: 'InvitationWithdrawn',
    call: accept,
    meanwhile: withdraw,
  },
  'accept, banned meanwhile': { gives: 'RecipientBanned', call: accept, meanwhile: ban },
  decline: { gives: 'Declined', call: decline },
  'decline, once more': { gives: 'Declined replayed', call: decline, before: decline },
  'decline, accepted meanwhile': { gives: 'InvitationAccepted', call: decline, meanwhile: accept },
  'decline, withdrawn meanwhile': {
    gives: 'Withdrawn replayed',
    call: decline,
    meanwhile: withdraw,
  },
  withdraw: { gives: 'Withdrawn', call: withdraw },
  'withdraw, by a moderator': {
    gives: 'Withdrawn',
    call: ({ answers }) => answers.withdraw(byClara),
  },
  'withdraw, by the network': {
    gives: 'Withdrawn',
    call: ({ answers }) => answers.withdraw(byNetwork),
  },
  'withdraw, declined': { gives: 'Withdrawn', call: withdraw, before: decline },
  'withdraw, once more': { gives: 'Withdrawn replayed', call: withdraw, before: withdraw },
  'withdraw, declined meanwhile': { gives: 'Withdrawn', call: withdraw, meanwhile: decline },
  'withdraw, accepted meanwhile': {
    gives: 'InvitationAccepted',
    call: withdraw,
    meanwhile: accept,
  },
  received: { gives: 'i-2 i-1', call: ({ answers }) => answers.received('bernd') },
  'received, a page': {
    gives: 'i-2',
    call: ({ answers }) => answers.received('bernd', { limit: 1 }),
  },
  sent: { gives: 'i-3 i-1', call: ({ answers }) => answers.sent('anna') },
  'sent, a page': { gives: 'i-3', call: ({ answers }) => answers.sent('anna', { limit: 1 }) },
  optOut: { gives: '', call: optOut() },
  'optOut, once more': { gives: '', call: optOut(), before: optOut() },
  'optOut, of one inviter': {
    gives: '',
    call: optOut({ inviterId: 'anna' }),
  },
  'optOut, of one group': {
    gives: '',
    call: optOut({ groupId: 'chess' }),
  },
  optIn: {
    gives: '',
    call: ({ invitations }) => invitations.optIn('bernd').map(() => undefined),
    before: optOut(),
  },
}

const WRITES = ['answers.change', 'preferences.setOptOut']

/** A call that fails: whether it had done its work, and how it answers then. */
interface Fault {
  readonly moment: 'before' | 'after'
  readonly answer: () => unknown
}

const thrown = () => {
  throw new Error('connection lost')
}
const rejected = () => Promise.reject(new Error('connection lost'))
const NONSENSE = ['nonsense', [17], new Map<unknown, unknown>([[17, 17]]), { type: 'Nonsense' }]
const MANNERS = [thrown, rejected, ...NONSENSE.map((value) => () => value)]
const FAULTS: readonly Fault[] = MANNERS.flatMap((answer) => [
  { moment: 'before', answer },
  { moment: 'after', answer },
])

/** A store, and services over it in which one call fails, the `nth` of all, and somebody else comes between. */
function opened({ now = NOW, meanwhile }: Pick<Scenario, 'now' | 'meanwhile'> = {}) {
  const store = createInMemoryRepositories({
    members: MEMBERS.map((memberId) => ({ memberId, displayName: memberId, wants: ['Schach'] })),
    groups: [
      { groupId: 'chess', name: 'Schach', standings: { anna: 'member', clara: 'moderator' } },
      { groupId: 'go', name: 'Go', standings: { clara: 'member' } },
    ],
    invitations: [
      { ...INVITATION, reference: { field: 'wants', entry: 'Schach' } },
      { ...INVITATION, invitationId: 'i-2', inviterId: 'clara', groupId: 'go', sentAt: NOW },
      { ...INVITATION, invitationId: 'i-3', recipientId: 'dora', sentAt: NOW },
    ],
  })
  const undisturbed = servicesOver(store, () => now)
  let isFirst = true
  /** Somebody else comes between once, whichever try it is. */
  const busy = intercepted<Repositories>(store, async (call, _args, proceed) => {
    if (call === 'answers.change' && isFirst) {
      isFirst = false
      await meanwhile?.(undisturbed, store)
    }
    return proceed()
  })
  const calls: string[] = []
  const failing = (nth: number, { moment, answer }: Fault): Services => {
    const around = (call: string, proceed: () => unknown) => {
      calls.push(call)
      if (calls.length - 1 !== nth) return proceed()
      if (moment === 'before') return answer()
      const done = proceed()
      return done instanceof Promise ? done.then(answer) : answer()
    }
    const ports = intercepted(busy, (call, _args, proceed) => around(call, proceed))
    return servicesOver(ports, () => around('clock.call', () => now) as Date)
  }
  return { store, undisturbed, retried: servicesOver(busy, () => now), failing, calls }
}

function servicesOver(repositories: Repositories, clock: () => Date): Services {
  const policy = new InvitationPolicy(repositories, { clock })
  return {
    answers: new AnswerService(policy, repositories),
    invitations: new InvitationService(policy, repositories),
  }
}

async function storedIn({ answers, memberships, preferences }: InMemoryRepositories) {
  return {
    changes: await answers.findChanges(['i-1', 'i-2', 'i-3']),
    standings: await memberships.findStandings(['chess', 'go'], MEMBERS),
    optOuts: await preferences.findOptOuts(MEMBERS, MEMBERS, ['chess', 'go']),
  }
}

const NO_FAULT: Fault = { moment: 'before', answer: () => undefined }

/** A run without a fault: its calls, its result, and what is stored then. */
async function quietly(scenario: Scenario) {
  const { store, undisturbed, failing, calls } = opened(scenario)
  await scenario.before?.(undisturbed, store)
  const result = await scenario.call(failing(-1, NO_FAULT))
  return { calls, result, stored: await storedIn(store) }
}

test.each(Object.entries(SCENARIOS))('%s: each call fails in turn', async (_name, scenario) => {
  const quiet = await quietly(scenario)
  expect(quiet.result.match(inShort, ({ type }) => type)).toBe(scenario.gives)
  const wrong: unknown[] = []
  for (const [nth, call] of quiet.calls.entries()) {
    for (const fault of FAULTS) {
      // What this method returns is nobody's business.
      const isLost = fault.answer === thrown || fault.answer === rejected
      if (call === 'preferences.setOptOut' && !isLost) continue
      const { store, undisturbed, retried, failing } = opened(scenario)
      await scenario.before?.(undisturbed, store)
      const before = await storedIn(store)
      const [dependency, operation] = call.split('.')
      const isWrite = WRITES.includes(call)
      const effect = isWrite ? 'unknown' : 'none'
      const isDone = isWrite && fault.moment === 'after'

      const failed = (await scenario.call(failing(nth, fault))).match<object>(
        () => ({}),
        ({ ...error }) => ({ ...error, ...('cause' in error && { cause: 'a cause' }) }),
      )
      const failure = { type: 'DependencyFailed', dependency, operation, cause: 'a cause', effect }
      const stored = await storedIn(store)
      const isUntouched = isDone || 'meanwhile' in scenario || isDeepStrictEqual(stored, before)
      const again = await scenario.call(retried)
      const expected = isDone ? quiet.result.map(replayOf) : quiet.result
      const isRight =
        isUntouched &&
        isDeepStrictEqual(failed, failure) &&
        isDeepStrictEqual(again, expected) &&
        isDeepStrictEqual(await storedIn(store), quiet.stored)
      if (!isRight) wrong.push({ call, fault, failed, stored, again, expected })
    }
  }
  expect(wrong).toEqual([])
})

function inShort(given: Given): string {
  if (!given) return ''
  if ('items' in given)
    return given.items.map(({ invitation }) => invitation.invitationId).join(' ')
  const { status, standing, replayed } = given
  return [status, standing, replayed && 'replayed'].filter(Boolean).join(' ')
}

const replayOf = (given: Given) => given && { ...given, replayed: true }

test('an answer that never wins is an outage, after 3 writes that stored nothing', async () => {
  const { store } = opened()
  let writes = 0
  const change = (): ChangeOutcome => {
    writes += 1
    // It had to be stored, since `Declined` is one of `from`.
    const declined = { invitationId: 'i-1', status: 'Declined', changedAt: NOW } as const
    return { type: 'NotChanged', change: { ...declined, changedBy: ACTORS.recipient } }
  }
  const services = servicesOver({ ...store, answers: { ...store.answers, change } }, () => NOW)
  for (const call of [accept, withdraw]) {
    writes = 0
    expect(await call(services)).toMatchObject({
      error: {
        type: 'DependencyFailed',
        dependency: 'answers',
        operation: 'change',
        effect: 'none',
      },
    })
    expect(writes).toBe(3)
  }
})

test('what the write has found counts, even if a replica has not heard of it', async () => {
  const { store, undisturbed } = opened()
  await withdraw(undisturbed)
  const findChanges = () => new Map()
  const services = servicesOver({ ...store, answers: { ...store.answers, findChanges } }, () => NOW)
  expect(await accept(services)).toEqual(err({ type: 'InvitationWithdrawn', invitationId: 'i-1' }))
  expect(await decline(services)).toMatchObject({ value: { status: 'Withdrawn', replayed: true } })
})

test('a ban that is found only by the write denies', async () => {
  const { store } = opened()
  const { memberships } = store
  store.setStanding('chess', 'bernd', 'banned')
  // A replica that has not heard of the ban.
  const findStandings: typeof memberships.findStandings = (groupIds) =>
    memberships.findStandings(groupIds, ['anna'])
  const services = servicesOver(
    { ...store, memberships: { ...memberships, findStandings } },
    () => NOW,
  )
  expect(await accept(services)).toEqual(err({ type: 'RecipientBanned' }))
  expect((await store.answers.findChanges(['i-1'])).size).toBe(0)
})
