import {
  type CustomRule,
  type Denial,
  DENIAL_TYPES,
  defineRule,
  InvitationPolicy,
} from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { err, type ResultAsync } from 'neverthrow'
import { describe, expect, test } from 'vitest'
import { kinds } from '../../src/http/kinds.js'
import { anInviter, aRequest, NOW, someFacts } from '../support/builders.js'
import { NETWORK } from '../support/network.js'
import { recorded } from '../support/recorded.js'
import { HALF_A_YEAR_ON } from '../support/sending.js'

/** Denies every recipient on a list that is loaded. */
const blockList = (blockedIds: string[] | Promise<string[]>) =>
  defineRule({
    name: 'blockList',
    load: async () => new Set(await blockedIds),
    check: ({ recipientId }, blocked) =>
      blocked.has(recipientId) ? { type: 'RecipientBlocked', recipientId } : undefined,
  })

/** Denies by the facts, with nothing to load. */
const maintenance = defineRule({
  name: 'maintenance',
  check: (_candidate, _loaded, { now }) =>
    now < new Date('2026-06-01') ? { type: 'Maintenance' } : undefined,
})

const policyWith = <const Rules extends readonly CustomRule[]>(...rules: Rules) =>
  new InvitationPolicy(createInMemoryRepositories(NETWORK), { clock: () => NOW, rules })

const denied = (...denials: object[]) => {
  const { subject, text } = aRequest()
  return err({ type: 'InvitationDenied', denials, advisories: [], draft: { subject, text } })
}

describe('a custom rule', () => {
  test('adds its denial after those of the rulebook, in the order of the rules', async () => {
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

  test('that denies nothing changes nothing', async () => {
    const verdict = await policyWith(blockList(Promise.resolve(['clara']))).evaluate(aRequest())
    expect(verdict).toEqual(await policyWith().evaluate(aRequest()))
    expect(verdict.isOk()).toBe(true)
  })

  test('may change the instants that it gets: the decision has its own', async () => {
    const daily = defineRule({
      name: 'daily',
      load: (_candidates, now) => now.setUTCHours(0, 0, 0, 0),
      check: (_candidate, _loaded, { now }) => {
        now.setUTCFullYear(2030)
        return undefined
      },
    })
    const approval = (await policyWith(daily).evaluate(aRequest()))._unsafeUnwrap()
    expect(approval.decidedAt).toEqual(NOW)
    const loading = new InvitationPolicy(createInMemoryRepositories(NETWORK), {
      loadFacts: (_request, now) => {
        now.setUTCHours(0, 0, 0, 0)
        return someFacts()
      },
      clock: () => NOW,
      rules: [daily],
    })
    expect((await loading.evaluate(aRequest()))._unsafeUnwrap().decidedAt).toEqual(NOW)
  })

  test('gets the candidate, what it loaded, and the facts about the people', async () => {
    const seen: unknown[] = []
    const spy = defineRule({
      name: 'spy',
      load: () => 'loaded',
      check: (candidate, loaded, facts): undefined => void seen.push(candidate, loaded, facts),
    })
    await policyWith(spy).evaluate(aRequest())
    const { recentFingerprints: _ofTexts, ...factsOfPeople } = someFacts({
      inviterProfile: anInviter({ displayName: 'Anna Schmidt', wants: [] }),
      areDirectContacts: true,
    })
    expect(seen).toEqual([
      { inviterId: 'anna', recipientId: 'bernd', groupId: 'typescript-hamburg', route: 'profile' },
      'loaded',
      factsOfPeople,
    ])
  })

  test('has dates of its own, which it may change', async () => {
    const repositories = createInMemoryRepositories({
      ...NETWORK,
      invitations: [{ invitationId: 'i-1', inviterId: 'anna', recipientId: 'bernd', sentAt: NOW }],
    })
    const claims = await repositories.invitations.findClaims('anna', ['bernd'])
    const invitations = { ...repositories.invitations, findClaims: () => claims }
    const seen: unknown[] = []
    const rule = (name: string) =>
      defineRule({
        name,
        check: (_candidate, _loaded, { now, claim }) => {
          seen.push([+now, claim && +claim.sentAt, claim && +claim.repeatableAt])
          now.setUTCHours(0, 0, 0, 0)
          claim?.sentAt.setTime(0)
          claim?.repeatableAt.setTime(0)
          return undefined
        },
      })
    const rules = [rule('one'), rule('other')]
    const policy = new InvitationPolicy(
      { ...repositories, invitations },
      { clock: () => NOW, rules },
    )
    const first = await policy.evaluate(aRequest())
    expect(await policy.evaluate(aRequest())).toEqual(first)
    expect(first._unsafeUnwrapErr()).toMatchObject({
      denials: [{ type: 'RateLimited6Months', sentAt: NOW, repeatableAt: HALF_A_YEAR_ON }],
    })
    expect(new Set(seen.map((dates) => JSON.stringify(dates)))).toEqual(
      new Set([JSON.stringify([+NOW, +NOW, +HALF_A_YEAR_ON])]),
    )
    expect(seen).toHaveLength(4)
  })

  test('without load gets undefined', async () => {
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
    expect(calls).toHaveLength(7)
  })

  test('that is removed from the list later is still applied', async () => {
    const rules = [maintenance]
    const repositories = createInMemoryRepositories(NETWORK)
    const policy = new InvitationPolicy(repositories, { clock: () => NOW, rules })
    rules.length = 0
    expect(await policy.evaluate(aRequest())).toEqual(denied({ type: 'Maintenance' }))
  })

  test('is applied to the facts of loadFacts', async () => {
    const policy = new InvitationPolicy(createInMemoryRepositories(), {
      loadFacts: () => someFacts(),
      rules: [maintenance, blockList(['bernd'])],
    })
    expect(await policy.evaluate(aRequest())).toEqual(
      denied({ type: 'Maintenance' }, { type: 'RecipientBlocked', recipientId: 'bernd' }),
    )
  })

  test('has its methods called on itself', async () => {
    class Quota {
      readonly name = 'quota'
      load() {
        return this.name
      }
      check(_candidate: unknown, by: string) {
        return by === this.name ? { type: 'QuotaUsedUp' as const, by } : undefined
      }
    }
    expect(await policyWith(new Quota()).evaluate(aRequest())).toEqual(
      denied({ type: 'QuotaUsedUp', by: 'quota' }),
    )
  })
})

describe('load gets the candidates with their route, and the time', () => {
  const loads: unknown[] = []
  const spy = defineRule({
    name: 'spy',
    load: (...args) => void loads.push(args),
    check: () => undefined,
  })
  const anna = { inviterId: 'anna', route: 'group' } as const
  const ofRequest = { ...anna, recipientIds: ['bernd'], groupIds: ['typescript-hamburg'] }

  test.each<[string, (policy: InvitationPolicy<Denial>) => ResultAsync<unknown, unknown>, object]>([
    ['evaluate', (policy) => policy.evaluate(aRequest({ route: 'group' })), ofRequest],
    [
      'evaluate on the profile route',
      (policy) => policy.evaluate(aRequest()),
      { ...ofRequest, route: 'profile' },
    ],
    [
      'groupsFor',
      (policy) => policy.groupsFor({ inviterId: 'anna', recipientId: 'bernd' }),
      { ...ofRequest, groupIds: ['typescript-hamburg', 'chess'], route: 'profile' },
    ],
    [
      'contactsFor',
      (policy) => policy.contactsFor({ inviterId: 'anna', groupId: 'chess' }),
      { ...anna, recipientIds: ['bernd'], groupIds: ['chess'] },
    ],
    [
      'contactsFor with contactIds',
      (policy) =>
        policy.contactsFor({
          inviterId: 'anna',
          groupId: 'nowhere',
          contactIds: ['clara', 'nobody', 'clara'],
        }),
      { ...anna, recipientIds: ['clara', 'nobody'], groupIds: ['nowhere'] },
    ],
  ])('of %s', async (_case, ask, candidates) => {
    loads.length = 0
    await ask(policyWith(spy))
    expect(loads).toStrictEqual([[candidates, NOW]])
  })

  test('of evaluate with loadFacts, whatever time the facts have', async () => {
    loads.length = 0
    const policy = new InvitationPolicy(createInMemoryRepositories(), {
      clock: () => NOW,
      loadFacts: () => someFacts({ now: new Date('2027-01-01T00:00:00.000Z') }),
      rules: [spy],
    })
    await policy.evaluate(aRequest())
    expect(loads).toStrictEqual([[{ ...ofRequest, route: 'profile' }, NOW]])
  })
})

describe('an outage of a custom rule', () => {
  const cause = new Error('no connection')
  const failure = (operation: string, of: unknown) =>
    err({ type: 'DependencyFailed', dependency: 'quota', operation, cause: of, effect: 'none' })

  const evaluateWith = (rule: Omit<CustomRule, 'name'>) =>
    policyWith({ name: 'quota', ...rule }).evaluate(aRequest())
  const evaluateTo = (denial: unknown) => evaluateWith({ check: () => denial as never })

  test('load throws or rejects', async () => {
    const check = () => undefined
    const load = () => {
      throw cause
    }
    expect(await evaluateWith({ load, check })).toEqual(failure('load', cause))
    expect(await evaluateWith({ load: () => Promise.reject(cause), check })).toEqual(
      failure('load', cause),
    )
  })

  test('check throws', async () => {
    const check = () => {
      throw cause
    }
    expect(await evaluateWith({ check })).toEqual(failure('check', cause))
  })

  const notADenial = 'what check returns must be undefined, or a denial with a type'

  test.each([
    ['null', null],
    ['false', false],
    ['a string', 'no'],
    ['a promise', Promise.resolve(undefined)],
    ['an object without a type', {}],
    ['a type that is no string', { type: 7 }],
    ['an empty type', { type: '' }],
  ])('check returns %s', async (_case, answer) => {
    expect(await evaluateTo(answer)).toEqual(failure('check', new TypeError(notADenial)))
  })

  const errors = ['DependencyFailed', 'InvitationNotFound', 'DeliveryCancelled']
  const types = [
    ...DENIAL_TYPES,
    'RecipientUnavailable',
    'InvitationDenied',
    'InvalidRequest',
    ...errors,
  ]

  test.each([
    ...new Set([
      ...types,
      ...['InvitationIdReused', 'ServiceUnavailable', 'InvitationExpired', 'InvitationClosed'],
      ...['InvitationAccepted', 'InvitationWithdrawn', 'InvitationGone', 'TooManyInvitations'],
      ...Object.keys(kinds),
    ]),
  ])('check returns a denial of the type %s, which the library has already', async (type) => {
    const message = `the type ${type} must be none of the library's`
    expect(await evaluateTo({ type })).toEqual(failure('check', new TypeError(message)))
  })

  test('a check that is asynchronous by mistake, and rejects, harms nobody else', async () => {
    const unhandled: unknown[] = []
    const notice = (reason: unknown) => unhandled.push(reason)
    process.on('unhandledRejection', notice)
    expect(await evaluateWith({ check: () => Promise.reject(cause) as never })).toEqual(
      failure('check', new TypeError(notADenial)),
    )
    // It would be reported at the next turn of the event loop.
    await new Promise((resolve) => setImmediate(resolve))
    process.off('unhandledRejection', notice)
    expect(unhandled).toEqual([])
  })

  test('a promise is no denial, whatever it carries, and whatever becomes of it', async () => {
    const odd = Object.defineProperty(Promise.resolve(), 'constructor', {
      get() {
        throw cause
      },
    })
    const silent = Object.assign(Promise.reject(cause), { type: 'Named', catch: () => undefined })
    for (const answer of [odd, silent, Object.assign(Promise.reject(cause), { type: 'Named' })]) {
      expect(await evaluateTo(answer)).toEqual(failure('check', new TypeError(notADenial)))
    }
  })

  test('is returned after a repository’s', async () => {
    const repositories = {
      ...createInMemoryRepositories(NETWORK),
      contacts: { findContactsAmong: () => Promise.reject(cause), findContactsOf: () => [] },
    }
    const rules = [{ name: 'quota', load: () => Promise.reject(cause), check: () => undefined }]
    const verdict = await new InvitationPolicy(repositories, { rules }).evaluate(aRequest())
    expect(verdict).toEqual(
      err({
        type: 'DependencyFailed',
        dependency: 'contacts',
        operation: 'findContactsAmong',
        cause,
        effect: 'none',
      }),
    )
  })

  test('approves nothing: a rule that cannot load fails the evaluation', async () => {
    const failing = { name: 'quota', load: () => Promise.reject(cause), check: () => undefined }
    expect(await policyWith(maintenance, failing).evaluate(aRequest())).toEqual(
      failure('load', cause),
    )
  })

  test('has the name that the rule had when the policy was made', async () => {
    const names = ['quota']
    const rule = {
      get name() {
        const [name] = names.splice(0)
        if (name === undefined) throw new Error('gone')
        return name
      },
      check: () => {
        throw cause
      },
    }
    expect(await policyWith(rule).evaluate(aRequest())).toEqual(failure('check', cause))
  })

  test('is returned in the order of the rules', async () => {
    const check = () => {
      throw cause
    }
    const policy = policyWith({ name: 'quota', check }, { name: 'other', check })
    expect(await policy.evaluate(aRequest())).toEqual(failure('check', cause))
  })
})
