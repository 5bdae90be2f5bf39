import {
  type CandidateFacts,
  defineRule,
  InvitationPolicy,
  type CustomRule,
} from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { err, ok } from 'neverthrow'
import { describe, expect, test } from 'vitest'
import { kinds } from '../../src/http/kinds.js'
import { aRequest, NOW, someFacts } from '../support/builders.js'
import { NETWORK } from '../support/network.js'
import { recorded } from '../support/recorded.js'

/** Refuses whoever is on a list that is loaded. */
const blockList = (blockedIds: string[] | Promise<string[]>) =>
  defineRule({
    name: 'blockList',
    load: async () => new Set(await blockedIds),
    check: ({ recipientId }, blocked) =>
      blocked.has(recipientId) ? { type: 'RecipientBlocked', recipientId } : undefined,
  })

/** Refuses on what the facts say, with nothing to load. */
const maintenance = defineRule({
  name: 'maintenance',
  check: (_candidate, _loaded, { now }) =>
    now < new Date('2026-06-01') ? { type: 'Maintenance' } : undefined,
})

const policyWith = <const Rules extends readonly CustomRule[]>(...rules: Rules) =>
  new InvitationPolicy(createInMemoryRepositories(NETWORK), { clock: () => NOW, rules })

const outageOf = async (rule: CustomRule) =>
  (await policyWith(rule).evaluate(aRequest()))._unsafeUnwrapErr()

describe('an own rule', () => {
  test.each([...Object.keys(kinds)])('cannot raise a denial that is called %s', async (type) => {
    expect(await outageOf(defineRule({ name: 'forger', check: () => ({ type }) }))).toMatchObject({
      type: 'DependencyFailed',
      repository: 'forger',
      operation: 'check',
      cause: new TypeError(`the type ${type} must be none of the library's`),
    })
  })

  test('says by true or false whether it is revealed', () => {
    const rule = { name: 'frozen', reveal: 'yes' as never, check: () => undefined }
    expect(() => policyWith(rule)).toThrow(
      new TypeError('options.rules[0].reveal must be true or false'),
    )
  })

  test('adds its denial behind those of the rulebook, in the order of the rules', async () => {
    const request = aRequest({ groupId: 'chess', text: '' })
    const verdict = await policyWith(maintenance, blockList(['bernd'])).evaluate(request)
    expect(verdict).toEqual(
      err({
        type: 'InvitationDenied',
        denials: [
          { type: 'TextEmpty' },
          { type: 'AlreadyMember' },
          { type: 'Maintenance' },
          { type: 'RecipientBlocked', recipientId: 'bernd' },
        ],
        advisories: [],
        draft: { subject: 'TypeScript in Hamburg', text: '' },
      }),
    )
  })

  test('that has nothing against it changes nothing', async () => {
    const verdict = await policyWith(blockList(Promise.resolve(['clara']))).evaluate(aRequest())
    expect(verdict).toEqual(await policyWith().evaluate(aRequest()))
    expect(verdict.isOk()).toBe(true)
  })

  test('is given the candidate, what it has loaded, and the facts about people alone', async () => {
    const seen: unknown[] = []
    const policy = policyWith(
      defineRule({
        name: 'spy',
        load: (...ids) => ids,
        check: (candidate, loaded, facts: CandidateFacts) => {
          seen.push(candidate, loaded, facts)
          return undefined
        },
      }),
    )
    await policy.evaluate(aRequest())
    const { recentFingerprints: _ofTexts, ...factsOfPeople } = someFacts({
      areDirectContacts: true,
    })
    expect(seen).toEqual([
      { inviterId: 'anna', recipientId: 'bernd', groupId: 'typescript-hamburg', route: 'profile' },
      ['anna', ['bernd'], ['typescript-hamburg']],
      factsOfPeople,
    ])
  })

  test('without load is given undefined', async () => {
    const seen: unknown[] = []
    await policyWith({
      name: 'spy',
      check: (_candidate, loaded) => void seen.push(loaded),
    }).evaluate(aRequest())
    expect(seen).toEqual([undefined])
  })

  test('loads beside the repositories, for an unknown recipient too', async () => {
    const { repositories, calls } = recorded(createInMemoryRepositories(NETWORK))
    let loads = 0
    const rule = defineRule({
      name: 'counting',
      load: () => {
        loads += 1
        return new Promise<void>(() => undefined)
      },
      check: () => undefined,
    })
    const policy = new InvitationPolicy(repositories, { rules: [rule] })
    void policy.evaluate(aRequest({ recipientId: 'nobody' }))
    await Promise.resolve()
    expect(loads).toBe(1)
    expect(calls).toHaveLength(6)
  })

  test('cannot change what the rulebook, the verdict or another rule sees', async () => {
    const seen: unknown[] = []
    const meddler = defineRule({
      name: 'meddler',
      check: (candidate, _loaded, facts) => {
        Object.assign(candidate, { recipientId: 'clara' })
        Object.assign(facts, { recipientOptedOut: true })
        facts.now.setFullYear(1999)
        facts.claim?.repeatableAt.setFullYear(1999)
        return undefined
      },
    })
    const witness = defineRule({
      name: 'witness',
      check: (candidate, _loaded, facts) => void seen.push(candidate.recipientId, facts.now),
    })
    const network = {
      ...NETWORK,
      invitations: [
        { invitationId: 'i-1', inviterId: 'anna', recipientId: 'clara', sentAt: '2026-05-01' },
      ],
    }
    const policy = new InvitationPolicy(createInMemoryRepositories(network), {
      clock: () => NOW,
      rules: [meddler, witness],
    })
    expect((await policy.evaluate(aRequest()))._unsafeUnwrap().decidedAt).toEqual(NOW)
    expect(
      (
        await policy.evaluate(
          aRequest({ recipientId: 'clara', groupId: 'chess', text: 'Liebe Clara,' }),
        )
      )._unsafeUnwrapErr(),
    ).toMatchObject({
      denials: [{ type: 'RateLimited6Months', repeatableAt: new Date('2026-11-01T00:00:00Z') }],
    })
    expect(seen).toEqual(['bernd', NOW, 'clara', NOW])
  })

  test('that leaves the list of rules later is asked still', async () => {
    const rules = [maintenance]
    const repositories = createInMemoryRepositories(NETWORK)
    const policy = new InvitationPolicy(repositories, { clock: () => NOW, rules })
    rules.length = 0
    expect((await policy.evaluate(aRequest()))._unsafeUnwrapErr()).toMatchObject({
      denials: [{ type: 'Maintenance' }],
    })
  })

  test('works with a source of facts', async () => {
    const policy = new InvitationPolicy(createInMemoryRepositories(), {
      facts: { loadFacts: () => someFacts() },
      rules: [maintenance],
    })
    expect((await policy.evaluate(aRequest()))._unsafeUnwrapErr()).toMatchObject({
      denials: [{ type: 'Maintenance' }],
    })
  })
})

describe('an outage of an own rule', () => {
  const cause = new Error('no connection')

  test('load throws or rejects', async () => {
    const failure = { type: 'DependencyFailed', repository: 'quota', operation: 'load', cause }
    const check = () => undefined
    const load = () => {
      throw cause
    }
    expect(await outageOf({ name: 'quota', load, check })).toEqual(failure)
    expect(await outageOf({ name: 'quota', load: () => Promise.reject(cause), check })).toEqual(
      failure,
    )
  })

  test('check throws', async () => {
    const check = () => {
      throw cause
    }
    const failure = { type: 'DependencyFailed', repository: 'quota', operation: 'check', cause }
    expect(await outageOf({ name: 'quota', check })).toEqual(failure)
  })

  const noType = 'what check gives must be undefined, or a denial with a type'

  test.each([
    ['null', null, noType],
    ['false', false, noType],
    ['a string', 'no', noType],
    ['a promise', Promise.resolve(undefined), noType],
    ['an object without a type', {}, noType],
    ['a type that is no string', { type: 7 }, noType],
    ['an empty type', { type: '' }, noType],
    [
      'a denial of the rulebook',
      { type: 'AlreadyMember' },
      "the type AlreadyMember must be none of the library's",
    ],
  ])('check answers with %s', async (_case, answer, message) => {
    expect(await outageOf({ name: 'quota', check: () => answer as never })).toEqual({
      type: 'DependencyFailed',
      repository: 'quota',
      operation: 'check',
      cause: new TypeError(message),
    })
  })

  test('a check that is asynchronous by mistake, and rejects, harms nobody else', async () => {
    const unhandled: unknown[] = []
    const notice = (reason: unknown) => unhandled.push(reason)
    process.on('unhandledRejection', notice)
    const check = () => Promise.reject(cause) as never
    expect(await outageOf({ name: 'quota', check })).toMatchObject({ operation: 'check' })
    // It would be told at the next turn of the event loop.
    await new Promise((resolve) => setImmediate(resolve))
    process.off('unhandledRejection', notice)
    expect(unhandled).toEqual([])
  })

  test('a denial is copied at once, and plain data afterwards', async () => {
    let reads = 0
    const check = () => ({
      get type() {
        reads += 1
        if (reads > 2) throw new Error('read again')
        return 'QuotaUsedUp' as const
      },
      left: 0,
    })
    const refused = await policyWith({ name: 'quota', check }).evaluate(aRequest())
    expect(refused._unsafeUnwrapErr()).toMatchObject({
      denials: [{ type: 'QuotaUsedUp', left: 0 }],
    })
  })

  test('a promise is no denial, whatever it carries, and whatever becomes of it', async () => {
    const odd = Object.defineProperty(Promise.resolve(), 'constructor', {
      get() {
        throw cause
      },
    })
    const silent = Object.assign(Promise.reject(cause), { type: 'Named', catch: () => undefined })
    for (const answer of [odd, silent, Object.assign(Promise.reject(cause), { type: 'Named' })]) {
      const failure = await outageOf({ name: 'quota', check: () => answer as never })
      expect(failure).toMatchObject({ repository: 'quota', operation: 'check' })
    }
  })

  test('has the name that the rule had when the policy was made', async () => {
    const rule = {
      name: 'quota',
      check: (): never =>
        (() => {
          throw cause
        })(),
    }
    const policy = policyWith(rule)
    rule.name = 'profiles'
    expect((await policy.evaluate(aRequest()))._unsafeUnwrapErr()).toMatchObject({
      repository: 'quota',
    })
  })

  test('a repository’s outage is told before a rule’s', async () => {
    const repositories = {
      ...createInMemoryRepositories(NETWORK),
      contacts: { findContactsAmong: () => Promise.reject(cause), findContactsOf: () => [] },
    }
    const rules = [{ name: 'quota', load: () => Promise.reject(cause), check: () => undefined }]
    const verdict = await new InvitationPolicy(repositories, { rules }).evaluate(aRequest())
    expect(verdict._unsafeUnwrapErr()).toMatchObject({ repository: 'contacts' })
  })

  test('an approval needs every rule: one that cannot load refuses by failing', async () => {
    const failing = { name: 'quota', load: () => Promise.reject(cause), check: () => undefined }
    const verdict = await policyWith(maintenance, failing).evaluate(aRequest())
    expect(verdict).not.toEqual(ok(expect.anything()))
    expect(verdict._unsafeUnwrapErr()).toMatchObject({ type: 'DependencyFailed' })
  })
})
