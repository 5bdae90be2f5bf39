import {
  decide,
  defineRule,
  InvitationPolicy,
  type PolicyOptions,
  type Repositories,
} from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { err, ok } from 'neverthrow'
import { describe, expect, test } from 'vitest'
import { after, aRequest, NOW, someFacts } from '../support/builders.js'
import { NETWORK } from '../support/network.js'
import { recorded } from '../support/recorded.js'
import { repositoriesWith } from '../support/repositories-with.js'
import { sentAs } from '../support/sending.js'
import { ruleResultsIn } from '../support/verdicts.js'

// Of two at once, with one more each minute, the next is free a minute before both are.
const pace = { burst: 2, every: { minutes: 1 } }
const MINUTE = 60_000
const JUST_FREE = after(NOW, MINUTE)
const NOT_YET = after(NOW, MINUTE + 1)
const denial = { type: 'TooManyInvitations', retryAt: after(NOW, 1) }

const repositoriesAt = (freeAt: unknown) =>
  repositoriesWith('invitations', 'findFreeAt', () => freeAt)

const policyOver = (repositories: Repositories, options: PolicyOptions = {}) =>
  new InvitationPolicy(repositories, { clock: () => NOW, pace, ...options })

const outage = (dependency: string, operation: string, cause: unknown) =>
  err({ type: 'DependencyFailed', dependency, operation, cause, effect: 'none' })

/** Each way to ask whether Anna may invite Bernd, as its denials. */
async function denialsIn(freeAt: Date | undefined) {
  const policy = policyOver(repositoriesAt(freeAt))
  const groups = await policy.groupsFor({ inviterId: 'anna', recipientId: 'bernd' })
  const group = { inviterId: 'anna', groupId: 'typescript-hamburg' }
  const listed = await policy.contactsFor(group)
  const given = await policy.contactsFor({ ...group, contactIds: ['bernd'] })
  const request = aRequest()
  const facts = someFacts({ inviterFreeAt: freeAt })
  const byOneCall = policyOver(createInMemoryRepositories(), { loadFacts: () => facts })
  return {
    evaluate: ruleResultsIn(await policy.evaluate(request)).denials,
    loadFacts: ruleResultsIn(await byOneCall.evaluate(request)).denials,
    decide: ruleResultsIn(decide(request, facts, { pace })).denials,
    groupsFor: groups._unsafeUnwrap()[0]?.denials,
    contactsFor: listed._unsafeUnwrap()[0]?.denials,
    contactsAmong: given._unsafeUnwrap()[0]?.denials,
  }
}

describe('each way to ask', () => {
  test.each([
    ['nothing is used', undefined, []],
    ['all are free', NOW, []],
    ['one is free now', JUST_FREE, []],
    ['one is free in 1 ms', NOT_YET, [denial]],
  ])('denies the same if %s', async (_case, freeAt, denials) => {
    const found = await denialsIn(freeAt)
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((way) => [way, denials])))
  })

  test('denies it in the order of the rulebook, before the form and the cooldown', async () => {
    const claimed = { ...NETWORK, contacts: [], invitations: [sentAs('i-1')] }
    const repositories = repositoriesWith('invitations', 'findFreeAt', () => NOT_YET, claimed)
    const policy = policyOver(repositories)
    const verdict = await policy.evaluate(aRequest({ route: 'group', text: '' }))
    expect(verdict._unsafeUnwrapErr()).toMatchObject({
      denials: [
        { type: 'NotADirectContact' },
        denial,
        { type: 'TextEmpty' },
        { type: 'RateLimited6Months' },
      ],
    })
    const choices = await policy.groupsFor({ inviterId: 'anna', recipientId: 'bernd' })
    expect(choices._unsafeUnwrap()[0]).toMatchObject({
      denials: [denial, { type: 'RateLimited6Months' }],
    })
  })

  test('a retryAt of its own: nobody changes it for another', async () => {
    const freeAt = new Date(NOT_YET)
    const policy = policyOver(repositoriesAt(freeAt))
    const choices = await policy.groupsFor({ inviterId: 'anna', recipientId: 'bernd' })
    freeAt.setTime(0)
    expect(choices._unsafeUnwrap()[0]).toMatchObject({ denials: [denial] })
  })
})

describe('an approval', () => {
  test('has the pace as commit takes it', async () => {
    const policy = policyOver(repositoriesAt(undefined))
    expect((await policy.evaluate(aRequest()))._unsafeUnwrap()).toMatchObject({
      pace: { burst: 2, everyMs: MINUTE },
    })
    const decided = decide(aRequest(), someFacts({ inviterFreeAt: undefined }), { pace })
    expect(decided._unsafeUnwrap().pace).toStrictEqual({ burst: 2, everyMs: MINUTE })
  })

  test('has no key without one', async () => {
    const policy = policyOver(createInMemoryRepositories(NETWORK), { pace: undefined })
    expect((await policy.evaluate(aRequest()))._unsafeUnwrap()).not.toHaveProperty('pace')
    expect(decide(aRequest(), someFacts())._unsafeUnwrap()).not.toHaveProperty('pace')
  })
})

describe('findFreeAt', () => {
  async function callsWith(options: PolicyOptions) {
    const { repositories, calls } = recorded(createInMemoryRepositories(NETWORK))
    const policy = policyOver(repositories, options)
    const found: unknown[] = []
    const group = { inviterId: 'anna', groupId: 'typescript-hamburg' }
    for (const ask of [
      () => policy.evaluate(aRequest()),
      () => policy.groupsFor({ inviterId: 'anna', recipientId: 'bernd' }),
      () => policy.contactsFor(group),
      () => policy.contactsFor({ ...group, contactIds: ['bernd', 'clara'] }),
      () => policy.recheck(sentAs('i-1')),
    ]) {
      expect((await ask()).isOk()).toBe(true)
      found.push(calls.splice(0).filter(([call]) => call === 'invitations.findFreeAt'))
    }
    return found
  }

  test('is called once for the inviter, with any number of candidates, and not before a delivery', async () => {
    const once = [['invitations.findFreeAt', 'anna']]
    expect(await callsWith({})).toEqual([once, once, once, once, []])
  })

  test('is not called without a pace', async () => {
    expect(await callsWith({ pace: undefined })).toEqual([[], [], [], [], []])
  })

  test('is called beside the other methods, before the first has answered', () => {
    const { repositories, calls } = recorded(
      repositoriesWith('memberships', 'findStandings', () => new Promise(() => undefined)),
    )
    void policyOver(repositories).evaluate(aRequest())
    expect(calls.map(([call]) => call)).toContain('invitations.findFreeAt')
    expect(calls).toHaveLength(8)
  })

  test('is not called if loadFacts is: the facts have its answer', async () => {
    const { repositories, calls } = recorded(createInMemoryRepositories(NETWORK))
    const loadFacts = () => someFacts({ inviterFreeAt: NOT_YET })
    const verdict = await policyOver(repositories, { loadFacts }).evaluate(aRequest())
    expect(verdict._unsafeUnwrapErr()).toMatchObject({ denials: [denial] })
    expect(calls).toEqual([])
  })

  test.each([{}, { loadFacts: () => someFacts({ inviterFreeAt: undefined }) }])(
    'that is missing is a TypeError, if there is a pace: %o',
    (options) => {
      for (const missing of [undefined, null, NOW]) {
        const repositories = repositoriesWith('invitations', 'findFreeAt', missing)
        const error = new TypeError('repositories.invitations.findFreeAt must be a method')
        expect(() => policyOver(repositories, options)).toThrow(error)
        expect(policyOver(repositories, { ...options, pace: undefined })).toBeDefined()
      }
    },
  )

  const cause = new Error('no connection')
  const anInvalidDate = new TypeError('the answer must be a valid Date')

  test.each<[string, () => unknown, unknown]>([
    [
      'throws',
      () => {
        throw cause
      },
      cause,
    ],
    ['rejects', () => Promise.reject(cause), cause],
    ['returns null', () => null, anInvalidDate],
    ['returns a number', () => +NOW, anInvalidDate],
    ['returns a string', () => NOW.toISOString(), anInvalidDate],
    ['returns an invalid Date', () => new Date(Number.NaN), anInvalidDate],
    ['returns a promise of null', () => Promise.resolve(null), anInvalidDate],
    ['returns false', () => false, anInvalidDate],
  ])('that %s approves nothing', async (_case, findFreeAt, why) => {
    const policy = policyOver(repositoriesWith('invitations', 'findFreeAt', findFreeAt))
    const failure = outage('invitations', 'findFreeAt', why)
    expect(await policy.evaluate(aRequest())).toEqual(failure)
    const people = { inviterId: 'anna', recipientId: 'bernd' }
    expect(await policy.groupsFor(people)).toEqual(failure)
    const group = { inviterId: 'anna', groupId: 'typescript-hamburg' }
    expect(await policy.contactsFor(group)).toEqual(failure)
    // It is not asked before a delivery.
    expect(await policy.recheck(sentAs('i-1'))).toEqual(ok([]))
  })

  test('may return a promise, and the earliest and the latest Date', async () => {
    const verdictAt = (freeAt: Date) =>
      policyOver(repositoriesAt(Promise.resolve(freeAt))).evaluate(aRequest())
    expect((await verdictAt(new Date(-8.64e15))).isOk()).toBe(true)
    expect((await verdictAt(new Date(8.64e15)))._unsafeUnwrapErr()).toMatchObject({
      denials: [{ type: 'TooManyInvitations', retryAt: new Date(8.64e15 - MINUTE) }],
    })
  })
})

describe('facts without inviterFreeAt', () => {
  const error = new TypeError('facts.inviterFreeAt must be given, since there is a pace')

  test('are a TypeError of decide, and an outage of loadFacts, if there is a pace', async () => {
    expect(() => decide(aRequest(), someFacts(), { pace })).toThrow(error)
    const policy = policyOver(createInMemoryRepositories(), { loadFacts: () => someFacts() })
    expect(await policy.evaluate(aRequest())).toEqual(outage('loadFacts', 'call', error))
  })

  test('are enough without a pace', async () => {
    expect(decide(aRequest(), someFacts()).isOk()).toBe(true)
    const options = { pace: undefined, loadFacts: () => someFacts() }
    const policy = policyOver(createInMemoryRepositories(), options)
    expect((await policy.evaluate(aRequest())).isOk()).toBe(true)
  })

  test('what they have is checked and denies nothing without a pace', () => {
    expect(decide(aRequest(), someFacts({ inviterFreeAt: NOT_YET })).isOk()).toBe(true)
    const wrong = { ...someFacts(), inviterFreeAt: null } as never
    const message = 'facts.inviterFreeAt must be a valid Date'
    expect(() => decide(aRequest(), wrong)).toThrow(new TypeError(message))
    expect(() => decide(aRequest(), wrong, { pace })).toThrow(new TypeError(message))
  })
})

describe('a custom rule', () => {
  async function seenWith(freeAt: Date | undefined, options: PolicyOptions = {}) {
    const seen: unknown[] = []
    const rule = defineRule({
      name: 'watching',
      check: (_candidate, _loaded, facts) => {
        seen.push(facts.inviterFreeAt && new Date(facts.inviterFreeAt))
        facts.inviterFreeAt?.setTime(0)
        return undefined
      },
    })
    const policy = policyOver(repositoriesAt(freeAt), {
      rules: [rule, { ...rule, name: 'too' }],
      ...options,
    })
    await policy.evaluate(aRequest())
    await policy.groupsFor({ inviterId: 'anna', recipientId: 'bernd' })
    await policy.recheck(sentAs('i-1'))
    return { seen, freeAt }
  }

  test('gets the instant as a Date of its own, and none before a delivery', async () => {
    // Two rules, for the evaluation, for each of two groups, and before the delivery.
    const { seen, freeAt } = await seenWith(new Date(NOT_YET))
    expect(seen).toEqual([...Array.from({ length: 6 }, () => NOT_YET), undefined, undefined])
    expect(freeAt).toEqual(NOT_YET)
  })

  test('gets none without a pace', async () => {
    const { seen } = await seenWith(NOT_YET, { pace: undefined })
    expect(seen).toEqual(Array.from({ length: 8 }, () => undefined))
  })
})

test('recheck never says that there are too many', async () => {
  const repositories = repositoriesWith('invitations', 'findFreeAt', () => after(NOW, 86_400_000), {
    ...NETWORK,
    invitations: [sentAs('i-1')],
  })
  const policy = policyOver(repositories)
  expect(await policy.recheck(sentAs('i-1'))).toEqual(ok([]))
  expect((await policy.evaluate(sentAs('i-1')))._unsafeUnwrapErr()).toMatchObject({
    denials: [{ type: 'TooManyInvitations' }, { type: 'RateLimited6Months' }],
  })
})
