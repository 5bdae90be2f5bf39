import { AsyncLocalStorage } from 'node:async_hooks'
import {
  AnswerService,
  defineRule,
  type Denial,
  InvitationPolicy,
  type InvitationFacts,
  InvitationService,
  type LoadFacts,
  type PolicyOptions,
  type Repositories,
} from 'group-invitations'
import { createInMemoryRepositories, type Network } from 'group-invitations/memory'
import type { Result, ResultAsync } from 'neverthrow'
import { afterAll, describe, expect, test } from 'vitest'
import { SENT, SENT_NETWORK } from '../support/answering.js'
import { aRequest, NOW, someFacts } from '../support/builders.js'
import { intercepted } from '../support/intercepted.js'
import { NETWORK } from '../support/network.js'

/** `part.method` for each method of each part. */
type MethodOf<Parts> = {
  [Part in keyof Parts & string]: `${Part}.${keyof Parts[Part] & string}`
}[keyof Parts & string]

interface Parts {
  readonly policy: InvitationPolicy<Denial>
  readonly service: InvitationService<Denial>
  readonly answers: AnswerService
}

/** What the library may call, all of which must be in the caller's context. */
const DEPENDENCIES: Readonly<
  Record<
    | MethodOf<Repositories>
    | Exclude<keyof PolicyOptions, 'enforcement' | 'rules' | 'pace'>
    | RuleMethod,
    true
  >
> = {
  'memberships.findStandings': true,
  'memberships.findGroupsOf': true,
  'profiles.findProfiles': true,
  'preferences.findOptOuts': true,
  'preferences.setOptOut': true,
  'contacts.findContactsAmong': true,
  'contacts.findContactsOf': true,
  'groups.findGroups': true,
  'invitations.findClaims': true,
  'invitations.findRecentFingerprints': true,
  'invitations.findFreeAt': true,
  'invitations.findInvitation': true,
  'invitations.commit': true,
  'answers.findChanges': true,
  'answers.findInvitationsOf': true,
  'answers.change': true,
  clock: true,
  loadFacts: true,
  screen: true,
  findMentions: true,
  observe: true,
  'rule.load': true,
  'rule.check': true,
}

type RuleMethod = 'rule.load' | 'rule.check'

/** A call of each public method. */
const CALLS: Readonly<Record<MethodOf<Parts>, (parts: Parts) => Called>> = {
  'policy.evaluate': ({ policy }) => policy.evaluate(aRequest()),
  'policy.groupsFor': ({ policy }) => policy.groupsFor(PAIR),
  'policy.contactsFor': ({ policy }) => policy.contactsFor(IN_GROUP),
  'policy.recheck': ({ policy }) => policy.recheck(SENT),
  'policy.now': ({ policy }) => policy.now(),
  'service.send': ({ service }) => service.send(aRequest(), { invitationId: 'i-2' }),
  'service.prepareDelivery': ({ service }) => service.prepareDelivery(DELIVERY),
  'service.optOut': ({ service }) => service.optOut('clara'),
  'service.optIn': ({ service }) => service.optIn('clara'),
  'answers.accept': ({ answers }) => answers.accept(BY_BERND),
  'answers.decline': ({ answers }) => answers.decline(BY_BERND),
  'answers.withdraw': ({ answers }) => answers.withdraw({ ...BY_BERND, memberId: 'clara' }),
  'answers.received': ({ answers }) => answers.received('bernd'),
  'answers.sent': ({ answers }) => answers.sent('anna'),
}

type Called = Result<unknown, unknown> | ResultAsync<unknown, unknown>

const PAIR = { inviterId: 'anna', recipientId: 'bernd' }
const IN_GROUP = { inviterId: 'anna', groupId: 'typescript-hamburg' }
const DELIVERY = { deliveryId: 'i-1.email', invitationId: 'i-1', channel: 'email' } as const
const BY_BERND = { invitationId: 'i-1', memberId: 'bernd' }

const storage = new AsyncLocalStorage<string>()

/** Like the connections of a pool, which answer everybody from a context of their own. */
const waiting: (() => void)[] = []
const pool = storage.run('the pool', () =>
  setInterval(() => waiting.splice(0).forEach((work) => work()), 1),
)
afterAll(() => clearInterval(pool))

type Answering = (proceed: () => unknown) => unknown

/** How an adapter may answer. */
const ANSWERING: Readonly<Record<string, Answering>> = {
  'at once': (proceed) => proceed(),
  'in a microtask': (proceed) => Promise.resolve().then(proceed),
  'from a pool': (proceed) => new Promise((resolve) => void waiting.push(() => resolve(proceed()))),
  'from a pool, by a thenable': (proceed) => ({
    then: (resolve: (answer: unknown) => void) => void waiting.push(() => resolve(proceed())),
  }),
}

/** The policy and the services over a network, and each call of a dependency with the context in which it was made. */
function watched(answering: Answering, network: Network = NETWORK, loadFacts?: LoadFacts) {
  const calls: { readonly call: string; readonly context: unknown; readonly args: string }[] = []
  const note = (call: string, args: unknown[] = []) =>
    calls.push({ call, context: storage.getStore(), args: JSON.stringify(args) })
  const repositories = intercepted<Repositories>(
    createInMemoryRepositories(network),
    (call, args, proceed) => {
      note(call, args)
      return answering(proceed)
    },
  )
  const rule = defineRule({
    name: 'rule',
    load: (candidates) => {
      note('rule.load', [candidates])
      return answering(() => 7) as Promise<number>
    },
    check: () => void note('rule.check'),
  })
  const policy = new InvitationPolicy(repositories, {
    clock: () => {
      note('clock')
      return NOW
    },
    screen: (draft) => {
      note('screen', [draft])
      return answering(() => []) as Promise<[]>
    },
    findMentions: (draft) => {
      note('findMentions', [draft])
      return answering(() => [{ field: 'haves', entry: 'TypeScript' }]) as Promise<[]>
    },
    rules: [rule],
    pace: { burst: 2, every: { minutes: 1 } },
    observe: () => void note('observe'),
    loadFacts:
      loadFacts &&
      ((...args) => {
        note('loadFacts', args)
        return loadFacts(...args)
      }),
  })
  const service = new InvitationService(policy, repositories)
  const answers = new AnswerService(policy, repositories)
  return { calls, policy, service, answers }
}

/** What a method calls if it is called in a context, and awaited outside of it. It must succeed. */
async function callsOf(method: MethodOf<Parts>, answering: Answering, loadFacts?: LoadFacts) {
  const isAfterSending = method.startsWith('answers.') || method === 'service.prepareDelivery'
  const network = isAfterSending ? SENT_NETWORK : NETWORK
  const { calls, ...parts } = watched(answering, network, loadFacts)
  const result = await storage.run(method, () => CALLS[method](parts))
  expect(result.isOk(), JSON.stringify(result)).toBe(true)
  expect(storage.getStore()).toBe(undefined)
  return calls
}

const METHODS = Object.keys(CALLS) as (keyof typeof CALLS)[]

describe.each(Object.entries(ANSWERING))('an adapter that answers %s', (_, answering) => {
  test.each(METHODS)('is called by %s in the context of its caller', async (method) => {
    const calls = await callsOf(method, answering)
    expect(calls.length).toBeGreaterThan(0)
    expect(calls.filter(({ context }) => context !== method)).toEqual([])
  })

  test('is called by loadFacts in that context too', async () => {
    const answer = () =>
      answering(() => someFacts({ inviterFreeAt: undefined })) as Promise<InvitationFacts>
    const calls = await callsOf('policy.evaluate', answering, answer)
    expect(calls.map(({ call }) => call)).toContain('loadFacts')
    expect(calls.filter(({ context }) => context !== 'policy.evaluate')).toEqual([])
  })

  test('keeps two callers apart who call at once', async () => {
    const network: Network = {
      ...NETWORK,
      contacts: [
        ['anna', 'bernd'],
        ['clara', 'bernd'],
      ],
    }
    const { calls, policy } = watched(answering, network)
    const inviterIds = ['anna', 'clara', 'anna', 'clara']
    await Promise.all(
      inviterIds.map((inviterId) =>
        storage.run(inviterId, () => policy.contactsFor({ ...IN_GROUP, inviterId })),
      ),
    )
    const naming = calls.filter(({ args }) => /anna|clara/.test(args))
    expect(naming).toHaveLength(4 * 7)
    expect(naming.filter(({ context, args }) => !args.includes(`"${String(context)}"`))).toEqual([])
  })
})

test('every dependency was among these calls', async () => {
  const called = await Promise.all([
    ...METHODS.map((method) => callsOf(method, (proceed) => proceed())),
    callsOf(
      'policy.evaluate',
      (proceed) => proceed(),
      () => someFacts({ inviterFreeAt: undefined }),
    ),
  ])
  const names = new Set(called.flat().map(({ call }) => call))
  expect([...names].sort()).toEqual(Object.keys(DEPENDENCIES).sort())
})
