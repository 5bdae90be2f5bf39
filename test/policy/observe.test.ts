import {
  decide,
  defineRule,
  type InvitationFacts,
  InvitationPolicy,
  type InvitationRequest,
  type Observation,
  type Observe,
  type PolicyOptions,
  type Repositories,
} from 'group-invitations'
import { createInMemoryRepositories, type InMemoryRepositories } from 'group-invitations/memory'
import { err, ok } from 'neverthrow'
import { describe, expect, test } from 'vitest'
import { PROHIBITED } from '../support/clear-texts.js'
import { after, aProfile, aRequest, NOW, someFacts } from '../support/builders.js'
import { NETWORK } from '../support/network.js'
import { repositoriesWith } from '../support/repositories-with.js'
import { NOTHING, sentAs, serviceOver, storedIn } from '../support/sending.js'
import { unhandledIn } from '../support/unhandled-in.js'

/** A policy, and what it has shown. */
function observed(
  options: PolicyOptions = {},
  repositories: Repositories = createInMemoryRepositories(NETWORK),
) {
  const seen: Observation[] = []
  const observe: Observe = (observation) => void seen.push(observation)
  const all = { clock: () => NOW, observe, ...options }
  return { policy: new InvitationPolicy(repositories, all), seen, options: all, repositories }
}

/** The facts of NETWORK about Anna and Bernd, as evaluate finds them. */
const FACTS: InvitationFacts = {
  now: NOW,
  inviterProfile: aProfile({ displayName: 'Anna Schmidt', haves: [] }),
  group: { name: 'TypeScript Hamburg' },
  inviterStanding: 'member',
  recipientStanding: undefined,
  recipientProfile: aProfile(),
  recipientOptedOut: false,
  areDirectContacts: true,
  claim: undefined,
  recentFingerprints: [],
  mentions: [{ field: 'haves', entry: 'TypeScript' }],
  evidence: [],
}

describe('a decision is observed once, as it is returned', () => {
  test('an approval, with the facts, and what the text mentions', async () => {
    const { policy, seen } = observed()
    const verdict = await policy.evaluate(aRequest())
    expect(verdict.isOk()).toBe(true)
    expect(seen).toEqual([{ request: aRequest(), facts: FACTS, verdict }])
    expect(seen[0]?.verdict).toBe(verdict)
  })

  test('a denied invitation, with the evidence', async () => {
    const { policy, seen } = observed()
    const [text] = PROHIBITED['multi-level-marketing']
    const verdict = await policy.evaluate(aRequest({ recipientId: 'dora', text }))
    const error = verdict._unsafeUnwrapErr()
    expect(error).toMatchObject({ type: 'InvitationDenied' })
    const denials: readonly object[] = 'denials' in error ? error.denials : []
    const found = denials.flatMap((denial) => ('evidence' in denial ? denial.evidence : []))
    expect(found).not.toEqual([])
    expect(seen).toHaveLength(1)
    expect(seen[0]?.verdict).toBe(verdict)
    expect(seen[0]?.facts).toMatchObject({ recipientOptedOut: true, mentions: [], evidence: found })
  })

  test('the denials of custom rules', async () => {
    const check = () => ({ type: 'Closed', until: NOW })
    const { policy, seen } = observed({ rules: [defineRule({ name: 'closing', check })] })
    const verdict = await policy.evaluate(aRequest())
    expect(verdict._unsafeUnwrapErr()).toMatchObject({ denials: [{ type: 'Closed', until: NOW }] })
    expect(seen).toHaveLength(1)
    expect(seen[0]?.verdict).toBe(verdict)
  })

  test('by send, before anything is written; a replay is no decision', async () => {
    const repositories = createInMemoryRepositories(NETWORK)
    const stored: unknown[] = []
    const seen: Observation[] = []
    const observe: Observe = (observation) => {
      seen.push(observation)
      stored.push(repositories.pendingDeliveries().length)
    }
    const service = serviceOver(repositories, { observe })
    expect((await service.send(aRequest(), { invitationId: 'i-1' })).isOk()).toBe(true)
    expect((await service.send(aRequest(), { invitationId: 'i-1' })).isOk()).toBe(true)
    expect(stored).toEqual([0])
    expect((await service.send(aRequest(), { invitationId: 'i-2' })).isErr()).toBe(true)
    expect(stored).toEqual([0, 2])
    expect(seen.map(({ verdict }) => verdict.isOk())).toEqual([true, false])
  })

  test('after everything else was called', async () => {
    const order: string[] = []
    const { policy } = observed({
      screen: () => (order.push('screen'), []),
      findMentions: () => (order.push('findMentions'), []),
      rules: [defineRule({ name: 'late', check: () => void order.push('check') })],
      observe: () => void order.push('observe'),
    })
    await policy.evaluate(aRequest())
    expect(order).toEqual(['findMentions', 'screen', 'check', 'observe'])
  })
})

describe('the request is as it was given', () => {
  const raw = { subject: ' Gru\u0308ße\u200b ', text: '\r\nLieber Bernd,\tTypeScript!  ' }

  test('with its own words, not the normalised ones', async () => {
    const { policy, seen } = observed()
    const verdict = await policy.evaluate(aRequest(raw))
    expect(seen[0]?.request).toStrictEqual(aRequest(raw))
    expect(verdict._unsafeUnwrap().request).toMatchObject({
      subject: 'Grüße',
      text: 'Lieber Bernd, TypeScript!',
    })
  })

  test.each([
    ['blank', { subject: ' \u200b' }],
    ['empty', { subject: '' }],
  ])('with a %s subject', async (_case, draft) => {
    const { policy, seen } = observed()
    await policy.evaluate(aRequest(draft))
    expect(seen[0]?.request).toEqual(aRequest(draft))
  })

  test('without a subject, and with a reference', async () => {
    const { policy, seen } = observed()
    const { subject: _none, ...request } = aRequest()
    const reference = { field: 'haves', entry: 'TypeScript' } as const
    await policy.evaluate({ ...request, reference })
    expect(seen[0]?.request).toEqual({ ...request, reference })
    expect(seen[0]?.request.subject).toBeUndefined()
  })

  test('with the fields of a request alone', async () => {
    const { policy, seen } = observed()
    await policy.evaluate({ ...aRequest(), session: 'secret' } as InvitationRequest)
    expect(seen[0]?.request).toStrictEqual(aRequest())
  })

  test('is what replays the position of an unsafe character', async () => {
    const { policy, seen } = observed()
    const verdict = await policy.evaluate(
      aRequest({ text: ' \u200bLieber\u202e Bernd, TypeScript!' }),
    )
    const [observation] = seen
    expect(observation && decide(observation.request, observation.facts)).toEqual(verdict)
    expect(verdict._unsafeUnwrapErr()).toMatchObject({ denials: [{ index: 8 }] })
  })
})

describe('the facts', () => {
  const mentions = [{ field: 'haves', entry: 'TypeScript' }] as const
  const evidence = [{ category: 'spam', term: 'Lieber', index: 0, certainty: 'sure' }] as const

  test('have what the service’s own functions found', async () => {
    const { policy, seen } = observed({
      findMentions: () => Promise.resolve(mentions),
      // Without a certainty it is sure.
      screen: () => [{ category: 'spam', term: 'Lieber', index: 0 }],
    })
    await policy.evaluate(aRequest({ text: 'Lieber Bernd!' }))
    expect(seen[0]?.facts).toEqual({ ...FACTS, mentions, evidence })
  })

  test('are those of loadFacts, with what they leave open filled in', async () => {
    const whole = someFacts({ mentions: [], evidence })
    const loading = (facts: InvitationFacts) => observed({ loadFacts: () => facts })
    const given = loading(whole)
    await given.policy.evaluate(aRequest())
    expect(given.seen[0]?.facts).toEqual(whole)
    const open = loading(someFacts())
    await open.policy.evaluate(aRequest())
    expect(open.seen[0]?.facts).toEqual(someFacts({ mentions: [...mentions], evidence: [] }))
  })

  test('have inviterFreeAt with a pace, and no such key without one', async () => {
    const pace = { burst: 1, every: { minutes: 1 } }
    const free = observed({ pace })
    await free.policy.evaluate(aRequest())
    expect(free.seen[0]?.facts).toHaveProperty('inviterFreeAt', undefined)
    const freeAt = after(NOW, 1)
    const used = observed(
      { pace },
      repositoriesWith('invitations', 'findFreeAt', () => freeAt),
    )
    await used.policy.evaluate(aRequest())
    expect(used.seen[0]?.facts.inviterFreeAt).toEqual(freeAt)
    const none = observed()
    await none.policy.evaluate(aRequest())
    expect(none.seen[0]?.facts).not.toHaveProperty('inviterFreeAt')
  })

  test.each<[string, PolicyOptions, Partial<InvitationRequest>, Partial<InvitationFacts>]>([
    [
      'no evidence if it is off',
      { enforcement: { ProhibitedContent: 'off' } },
      {},
      { evidence: undefined },
    ],
    [
      'no mentions if both rules are off',
      { enforcement: { ProfileReferenceMissing: 'off', WantsAndHavesNotAddressed: 'off' } },
      {},
      { mentions: undefined },
    ],
    [
      'mentions if one of the rules is on',
      { enforcement: { ProfileReferenceMissing: 'off' } },
      {},
      {},
    ],
    ['neither if there is no text', {}, { text: '' }, { mentions: undefined, evidence: undefined }],
  ])('have %s', async (_case, options, draft, changes) => {
    const { policy, seen } = observed(options)
    await policy.evaluate(aRequest(draft))
    expect(seen[0]?.facts).toEqual({ ...FACTS, ...changes })
  })

  test('of loadFacts stay as they are, also what no enforced rule needs', async () => {
    const facts = someFacts({ mentions, evidence })
    const { policy, seen } = observed({ loadFacts: () => facts })
    await policy.evaluate(aRequest({ text: '' }))
    expect(seen[0]?.facts).toEqual(facts)
  })

  test('replay the decision', async () => {
    const enforcement = { LinkInText: 'deny', ProhibitedContent: 'advise' } as const
    const pace = { burst: 2, every: { minutes: 5 } }
    const repositories = repositoriesWith('invitations', 'findFreeAt', () => after(NOW, 400_000))
    const { policy, seen } = observed({ enforcement, pace }, repositories)
    const text = 'Hallo {name}, elbschach.de, mit TypeScript ein passives Einkommen'
    const verdict = await policy.evaluate(aRequest({ text }))
    const [observation] = seen
    expect(verdict.isErr()).toBe(true)
    expect(
      observation && decide(observation.request, observation.facts, { enforcement, pace }),
    ).toEqual(verdict)
  })
})

describe('nothing is observed', () => {
  test('of an invalid request', async () => {
    const { policy, seen } = observed()
    const verdict = await policy.evaluate({ ...aRequest(), inviterId: '' })
    expect(verdict._unsafeUnwrapErr().type).toBe('InvalidRequest')
    expect(seen).toEqual([])
  })

  const fail = () => {
    throw new Error('no connection')
  }
  const failing = { name: 'failing', check: () => undefined }

  test.each<[string, PolicyOptions]>([
    ['the clock', { clock: fail }],
    ['loadFacts', { loadFacts: fail }],
    ['screen', { screen: fail }],
    ['findMentions', { findMentions: fail }],
    ['the load of a rule', { rules: [{ ...failing, load: fail }] }],
    ['the check of a rule', { rules: [{ ...failing, check: fail }] }],
  ])('of an outage of %s', async (_case, options) => {
    const { policy, seen } = observed(options)
    expect((await policy.evaluate(aRequest()))._unsafeUnwrapErr().type).toBe('DependencyFailed')
    expect(seen).toEqual([])
  })

  test('of an outage of a repository', async () => {
    const { policy, seen } = observed({}, repositoriesWith('groups', 'findGroups', fail))
    expect((await policy.evaluate(aRequest()))._unsafeUnwrapErr().type).toBe('DependencyFailed')
    expect(seen).toEqual([])
  })

  test('by pickers, by recheck, and before a delivery', async () => {
    const repositories = createInMemoryRepositories({ ...NETWORK, invitations: [sentAs('i-1')] })
    const { policy, seen, options } = observed({}, repositories)
    const group = { inviterId: 'anna', groupId: 'typescript-hamburg' }
    for (const answer of [
      await policy.groupsFor({ inviterId: 'anna', recipientId: 'bernd' }),
      await policy.contactsFor(group),
      await policy.contactsFor({ ...group, contactIds: ['bernd'] }),
      await policy.recheck(sentAs('i-1')),
      await serviceOver(repositories, options).prepareDelivery({
        ...{ deliveryId: 'i-1.email', invitationId: 'i-1', channel: 'email' },
      }),
    ]) {
      expect(answer.isOk()).toBe(true)
    }
    expect(seen).toEqual([])
  })
})

describe('an observation that fails', () => {
  const cause = new Error('the queue is full')
  const noPromise = new TypeError(
    'what observe returns must be no promise: what fails later would be missed',
  )
  const outageOf = (why: unknown) =>
    err({
      type: 'DependencyFailed',
      dependency: 'observe',
      operation: 'call',
      cause: why,
      effect: 'none',
    })

  const failures: readonly [string, () => unknown, unknown][] = [
    [
      'throws',
      () => {
        throw cause
      },
      cause,
    ],
    ['returns a promise that rejects', () => Promise.reject(cause), noPromise],
    ['returns a promise that is fulfilled', () => Promise.resolve(), noPromise],
    ['returns what is like a promise', () => ({ then: () => undefined }), noPromise],
    [
      'returns what cannot be looked at',
      () =>
        Object.defineProperty({}, 'then', {
          get: () => {
            throw cause
          },
        }),
      cause,
    ],
  ]

  describe.each(failures)('because it %s', (_case, observe, why) => {
    // As JavaScript may pass it.
    const options: PolicyOptions = { observe: observe }

    test('is an outage instead of the decision, whatever it is', async () => {
      const unhandled = await unhandledIn(async () => {
        const { policy } = observed(options)
        expect(await policy.evaluate(aRequest())).toEqual(outageOf(why))
        expect(await policy.evaluate(aRequest({ text: '' }))).toEqual(outageOf(why))
      })
      expect(unhandled).toEqual([])
    })

    test('lets send write nothing', async () => {
      const repositories: InMemoryRepositories = createInMemoryRepositories(NETWORK)
      const unhandled = await unhandledIn(async () => {
        const sent = await serviceOver(repositories, options).send(aRequest())
        expect(sent).toEqual(outageOf(why))
      })
      expect(unhandled).toEqual([])
      expect(await storedIn(repositories)).toEqual(NOTHING)
      expect((await serviceOver(repositories).send(aRequest())).isOk()).toBe(true)
    })
  })

  test.each([[7], ['text'], [false], [null], [{ id: 1 }], [new Map()]])(
    'is none if it returns %o, which is ignored',
    async (answer) => {
      const { policy } = observed({ observe: () => answer })
      expect(await policy.evaluate(aRequest())).toEqual(
        ok(expect.objectContaining({ decidedAt: NOW })),
      )
    },
  )
})
