import {
  type Invitation,
  InvitationPolicy,
  type InvitationRepository,
  type InvitationRequest,
  InvitationService,
  type PolicyOptions,
  type Repositories,
  type SendOptions,
} from 'group-invitations'
import { fingerprintText } from 'group-invitations/content'
import {
  createInMemoryRepositories,
  type InMemoryRepositories,
  type Network,
} from 'group-invitations/memory'
import { err, ok } from 'neverthrow'
import { describe, expect, test } from 'vitest'
import { after, aProfile, aRequest, NOW } from '../support/builders.js'
import { faulty } from '../support/faulty.js'
import { NETWORK } from '../support/network.js'
import { recorded } from '../support/recorded.js'

const HALF_A_YEAR_ON = new Date('2026-11-12T12:00:00.000Z')

/** What `aRequest` becomes when it is sent under the identifier. */
const sentAs = (invitationId: string): Invitation => ({
  invitationId,
  ...aRequest(),
  sentAt: NOW,
  repeatableAt: HALF_A_YEAR_ON,
})

const deliveriesFor = (invitationId: string) => [
  { deliveryId: `${invitationId}.email`, invitationId, channel: 'email' },
  { deliveryId: `${invitationId}.news`, invitationId, channel: 'news' },
]

const serviceOver = (repositories: Repositories, options: PolicyOptions = {}) =>
  new InvitationService(
    new InvitationPolicy(repositories, { clock: () => NOW, ...options }),
    repositories,
  )

/** A service, and the store that it writes to. */
function opened(network: Network = NETWORK) {
  const repositories = createInMemoryRepositories(network)
  return { repositories, service: serviceOver(repositories) }
}

/** How much there is in the store of Anna's invitation to Bernd. */
async function storedIn(repositories: InMemoryRepositories) {
  const { invitations } = repositories
  const claims = await invitations.findClaims('anna', ['bernd'])
  const fingerprints = await invitations.findRecentFingerprints('anna', new Date(0), 100)
  const deliveries = repositories.pendingDeliveries().map(({ deliveryId }) => deliveryId)
  return {
    claimedBy: claims.get('bernd')?.invitationId,
    fingerprints: fingerprints.length,
    deliveries,
  }
}

const NOTHING = { claimedBy: undefined, fingerprints: 0, deliveries: [] }
const ONLY_I1 = { claimedBy: 'i-1', fingerprints: 1, deliveries: ['i-1.email', 'i-1.news'] }

describe('what nothing speaks against', () => {
  test('is stored, with its claim, its fingerprint and both deliveries', async () => {
    const { service, repositories } = opened()
    expect(await service.send(aRequest(), { invitationId: 'i-1' })).toEqual(
      ok({
        invitation: sentAs('i-1'),
        deliveries: deliveriesFor('i-1'),
        advisories: [],
        replayed: false,
      }),
    )
    expect(await repositories.invitations.findInvitation('i-1')).toEqual(sentAs('i-1'))
    expect(await repositories.invitations.findClaims('anna', ['bernd'])).toEqual(
      new Map([['bernd', { invitationId: 'i-1', sentAt: NOW, repeatableAt: HALF_A_YEAR_ON }]]),
    )
    expect(await repositories.invitations.findRecentFingerprints('anna', NOW, 10)).toEqual([
      { recipientId: 'bernd', textFingerprint: fingerprintText(aRequest().text, aProfile()) },
    ])
    expect(repositories.pendingDeliveries()).toEqual(deliveriesFor('i-1'))
  })

  test('is stored as it was judged: normalised, the reference with it', async () => {
    const { service } = opened()
    const reference = { field: 'haves', entry: 'TypeScript' } as const
    const request = {
      ...aRequest({ text: ' Lieber Bernd,\r\nTypeScript! ', reference }),
      subject: ' ',
    }
    const { invitation } = (await service.send(request))._unsafeUnwrap()
    expect(invitation).toMatchObject({ text: 'Lieber Bernd,\nTypeScript!', reference })
    expect(invitation).not.toHaveProperty('subject')
  })

  test('gets a UUID of its own where no identifier is given', async () => {
    const { service } = opened()
    const ids: string[] = []
    for (const [inviterId, recipientId] of [
      ['anna', 'bernd'],
      ['clara', 'bernd'],
    ] as const) {
      const sent = await service.send(aRequest({ inviterId, recipientId }), {})
      ids.push(sent._unsafeUnwrap().invitation.invitationId)
    }
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    expect(new Set(ids).size).toBe(2)
  })

  test('keeps its advisories', async () => {
    const repositories = createInMemoryRepositories(NETWORK)
    const service = serviceOver(repositories, { enforcement: { SalutationMissing: 'advise' } })
    const sent = await service.send(aRequest({ text: 'TypeScript!' }))
    expect(sent._unsafeUnwrap().advisories.map(({ type }) => type)).toEqual(['SalutationMissing'])
  })

  test('does not change with what a store does to its record', async () => {
    const { repositories } = opened()
    const invitations: InvitationRepository = {
      ...repositories.invitations,
      commit(record) {
        record.invitation.sentAt.setFullYear(1999)
        Object.assign(record.invitation, { text: 'changed' })
        return { type: 'Committed' }
      },
    }
    const sent = await serviceOver({ ...repositories, invitations }).send(aRequest(), {
      invitationId: 'i-1',
    })
    expect(sent._unsafeUnwrap().invitation).toEqual(sentAs('i-1'))
  })
})

describe('what is refused', () => {
  test('stores nothing, and gives what an evaluation gives', async () => {
    const { service, repositories } = opened()
    const request = aRequest({ groupId: 'chess' })
    const policy = new InvitationPolicy(repositories, { clock: () => NOW })
    const refused = await service.send(request, { invitationId: 'i-1' })
    expect(refused.isErr()).toBe(true)
    expect(refused).toEqual(await policy.evaluate(request))
    expect(await storedIn(repositories)).toEqual(NOTHING)
  })

  test('points into the draft as it was given', async () => {
    const { service } = opened()
    const error = (
      await service.send(aRequest({ text: '  Lieber Bernd, \u202eTypeScript' }))
    )._unsafeUnwrapErr()
    expect(error).toMatchObject({ denials: [{ type: 'UnsafeCharacter', index: 16 }] })
  })

  test('leaves the window and the identifier free', async () => {
    const { service, repositories } = opened()
    const refused = await service.send(aRequest({ text: '' }), { invitationId: 'i-1' })
    expect(refused.isErr()).toBe(true)
    const sent = await service.send(aRequest(), { invitationId: 'i-1' })
    expect(sent._unsafeUnwrap()).toMatchObject({ replayed: false })
    expect(await storedIn(repositories)).toEqual(ONLY_I1)
  })

  test('by the window is free again at its end', async () => {
    const { repositories } = opened()
    await serviceOver(repositories).send(aRequest(), { invitationId: 'i-1' })
    const at = (now: Date) =>
      serviceOver(repositories, { clock: () => now }).send(aRequest(), { invitationId: 'i-2' })
    expect((await at(after(HALF_A_YEAR_ON, -1)))._unsafeUnwrapErr()).toMatchObject({
      denials: [
        {
          type: 'RateLimited6Months',
          invitationId: 'i-1',
          sentAt: NOW,
          repeatableAt: HALF_A_YEAR_ON,
        },
      ],
    })
    expect((await at(HALF_A_YEAR_ON)).isOk()).toBe(true)
  })
})

describe('a request of the wrong shape', () => {
  const issuesOf = async (request: unknown, options?: unknown) => {
    const { repositories, calls } = recorded(createInMemoryRepositories(NETWORK))
    const refused = await serviceOver(repositories).send(
      request as InvitationRequest,
      options as SendOptions,
    )
    expect(calls).toEqual([])
    const error = refused._unsafeUnwrapErr()
    return error.type === 'InvalidRequest' ? error.issues : error
  }
  const AN_ID = 'a string of 1 to 64 of the characters A-Z a-z 0-9 . _ ~ -'

  test.each([
    ['empty', ''],
    ['too long', 'x'.repeat(65)],
    ['with a blank', 'a b'],
    ['with a colon', 'a:b'],
    ['with a line break', 'a\n'],
    ['with an umlaut', 'ä'],
    ['a number', 7],
    ['null', null],
  ])('has an identifier that is %s', async (_case, invitationId) => {
    expect(await issuesOf(aRequest(), { invitationId })).toEqual([
      { message: `invitationId must be ${AN_ID}`, path: ['invitationId'] },
    ])
  })

  test('is told with all that is wrong at once', async () => {
    expect(await issuesOf({ ...aRequest(), route: 'x' }, { invitationId: '' })).toEqual([
      { message: "route must be 'profile' or 'group'", path: ['route'] },
      { message: `invitationId must be ${AN_ID}`, path: ['invitationId'] },
    ])
    expect(await issuesOf(undefined, 'i-1')).toEqual([
      { message: 'The request must be an object', path: [] },
      { message: 'The options must be an object', path: [] },
    ])
  })

  test.each([
    ['inherited', Object.create({ invitationId: 'i-1' })],
    [
      'a getter of a class',
      new (class {
        get invitationId() {
          return 'i-1'
        }
      })(),
    ],
  ])('has an identifier that is %s', async (_case, options: unknown) => {
    expect(await issuesOf(aRequest(), options)).toEqual([
      {
        message: 'invitationId must be a property of the options themselves',
        path: ['invitationId'],
      },
    ])
  })

  test('is not what has no identifier at all, however odd the options', async () => {
    const { proxy } = Proxy.revocable(
      {},
      {
        has: () => {
          throw new Error()
        },
      },
    )
    const { service } = opened()
    expect((await service.send(aRequest(), proxy)).isOk()).toBe(true)
  })

  test('is no reason to throw', async () => {
    const options = {
      get invitationId() {
        throw new Error()
      },
    }
    expect(await issuesOf(aRequest(), options)).toHaveLength(1)
  })

  test('is not what has an identifier of 64 characters of every kind', async () => {
    const { service } = opened()
    const invitationId = `AZaz09._~-${'x'.repeat(54)}`
    expect((await service.send(aRequest(), { invitationId })).isOk()).toBe(true)
  })
})

describe('an identifier that was sent already', () => {
  const replay = ok({
    invitation: sentAs('i-1'),
    deliveries: deliveriesFor('i-1'),
    advisories: [],
    replayed: true,
  })

  /** A store in which `aRequest` was sent as i-1. */
  async function afterSending() {
    const { service, repositories } = opened()
    expect((await service.send(aRequest(), { invitationId: 'i-1' })).isOk()).toBe(true)
    return { service, repositories }
  }

  test('gives the first result again, and stores nothing', async () => {
    const { service, repositories } = await afterSending()
    expect(await service.send(aRequest(), { invitationId: 'i-1' })).toEqual(replay)
    expect(await storedIn(repositories)).toEqual(ONLY_I1)
  })

  test('asks nothing but for the invitation', async () => {
    const { repositories } = await afterSending()
    const { repositories: watched, calls } = recorded(repositories)
    await serviceOver(watched).send(aRequest(), { invitationId: 'i-1' })
    expect(calls).toEqual([['invitations.findInvitation', 'i-1']])
  })

  test('gives it also where the words differ only in what is normalised', async () => {
    const { service } = await afterSending()
    const request = aRequest({
      subject: ' TypeScript in Hamburg\u200b',
      text: `${aRequest().text}\r\n`,
    })
    expect(await service.send(request, { invitationId: 'i-1' })).toEqual(replay)
  })

  test('gives it whatever the rules would say by now', async () => {
    const { service, repositories } = await afterSending()
    expect((await service.optOut('bernd')).isOk()).toBe(true)
    expect(await service.send(aRequest(), { invitationId: 'i-1' })).toEqual(replay)
    const joined = createInMemoryRepositories({
      ...NETWORK,
      groups: [
        { groupId: 'typescript-hamburg', name: 'TypeScript', standings: { bernd: 'member' } },
      ],
    })
    const later = { ...repositories, memberships: joined.memberships }
    expect(await serviceOver(later).send(aRequest(), { invitationId: 'i-1' })).toEqual(replay)
    const gone = { ...repositories, profiles: createInMemoryRepositories().profiles }
    expect(await serviceOver(gone).send(aRequest(), { invitationId: 'i-1' })).toEqual(replay)
  })

  test.each<[string, Partial<InvitationRequest>]>([
    ['another inviter', { inviterId: 'clara' }],
    ['another recipient', { recipientId: 'clara' }],
    ['another group', { groupId: 'chess' }],
    ['another route', { route: 'group' }],
    ['another subject', { subject: 'TypeScript in Berlin' }],
    ['no subject', { subject: undefined }],
    ['another text', { text: 'Lieber Bernd, TypeScript?' }],
    ['a reference', { reference: { field: 'haves', entry: 'TypeScript' } }],
  ])('is refused to %s', async (_case, changes) => {
    const { service, repositories } = await afterSending()
    expect(await service.send(aRequest(changes), { invitationId: 'i-1' })).toEqual(
      err({ type: 'InvitationIdReused', invitationId: 'i-1' }),
    )
    expect(await storedIn(repositories)).toEqual(ONLY_I1)
  })

  test.each([
    ['another field', { field: 'wants', entry: 'TypeScript' }],
    ['another entry', { field: 'haves', entry: 'Typescript' }],
    ['none', undefined],
  ] as const)('is refused to a reference that has become %s', async (_case, reference) => {
    const { service } = opened()
    const first = { reference: { field: 'haves', entry: 'TypeScript' } } as const
    await service.send(aRequest(first), { invitationId: 'i-1' })
    expect((await service.send(aRequest(first), { invitationId: 'i-1' })).isOk()).toBe(true)
    expect(await service.send(aRequest({ reference }), { invitationId: 'i-1' })).toEqual(
      err({ type: 'InvitationIdReused', invitationId: 'i-1' }),
    )
  })

  test('may have been stored without sending, by an import', async () => {
    const { service } = opened({
      ...NETWORK,
      invitations: [{ ...aRequest(), invitationId: 'i-1', sentAt: NOW }],
    })
    expect(await service.send(aRequest(), { invitationId: 'i-1' })).toEqual(replay)
  })
})

describe('of two at once', () => {
  test('onto one pair one is sent, the other refused as an evaluation would refuse it', async () => {
    const { service, repositories } = opened()
    const [one, other] = await Promise.all([
      service.send(aRequest(), { invitationId: 'i-1' }),
      service.send(aRequest({ text: 'Lieber Bernd, TypeScript?' }), { invitationId: 'i-2' }),
    ])
    expect(one.isOk()).toBe(true)
    const denials = [
      {
        type: 'RateLimited6Months',
        invitationId: 'i-1',
        sentAt: NOW,
        repeatableAt: HALF_A_YEAR_ON,
      },
    ]
    const draft = { subject: aRequest().subject, text: 'Lieber Bernd, TypeScript?' }
    expect(other).toEqual(err({ type: 'InvitationDenied', denials, advisories: [], draft }))
    expect(await storedIn(repositories)).toEqual(ONLY_I1)
  })

  test('with one identifier one is sent, the other a replay', async () => {
    const { service, repositories } = opened()
    const sent = await Promise.all([
      service.send(aRequest(), { invitationId: 'i-1' }),
      service.send(aRequest(), { invitationId: 'i-1' }),
    ])
    expect(sent.map((result) => result._unsafeUnwrap().replayed)).toEqual([false, true])
    expect(await storedIn(repositories)).toEqual(ONLY_I1)
  })

  test('with one identifier and other content one is sent, the other refused', async () => {
    const { service } = opened()
    const [one, other] = await Promise.all([
      service.send(aRequest(), { invitationId: 'i-1' }),
      service.send(aRequest({ inviterId: 'clara' }), { invitationId: 'i-1' }),
    ])
    expect(one.isOk()).toBe(true)
    expect(other).toEqual(err({ type: 'InvitationIdReused', invitationId: 'i-1' }))
  })

  test('the second is a replay also where the first comes in between its look-up and its evaluation', async () => {
    const { repositories, service } = opened()
    let looks = 0
    const invitations: InvitationRepository = {
      ...repositories.invitations,
      async findInvitation(invitationId) {
        const found = repositories.invitations.findInvitation(invitationId)
        looks += 1
        if (looks === 1) await service.send(aRequest(), { invitationId: 'i-1' })
        return found
      },
    }
    const second = await serviceOver({ ...repositories, invitations }).send(aRequest(), {
      invitationId: 'i-1',
    })
    expect(second._unsafeUnwrap()).toMatchObject({ invitation: sentAs('i-1'), replayed: true })
    expect(await storedIn(repositories)).toEqual(ONLY_I1)
  })

  test('the second is a replay also where the first is stored while the recipient opts out', async () => {
    const { repositories, service } = opened()
    let looks = 0
    const invitations: InvitationRepository = {
      ...repositories.invitations,
      async findInvitation(invitationId) {
        const found = await repositories.invitations.findInvitation(invitationId)
        looks += 1
        if (looks === 1) {
          await service.optOut('bernd')
        } else {
          // The first had been approved before the opt-out, and its commit took until now.
          await service.optIn('bernd')
          await service.send(aRequest(), { invitationId })
          return await repositories.invitations.findInvitation(invitationId)
        }
        return found
      },
    }
    const second = serviceOver({ ...repositories, invitations }).send(aRequest(), {
      invitationId: 'i-1',
    })
    expect((await second)._unsafeUnwrap()).toMatchObject({
      invitation: sentAs('i-1'),
      replayed: true,
    })
  })

  test('the second is a replay also where the store names its own claim', async () => {
    const { repositories } = opened()
    const invitations: InvitationRepository = {
      ...repositories.invitations,
      commit(record) {
        void repositories.invitations.commit(record)
        const { invitationId, sentAt, repeatableAt } = record.invitation
        return { type: 'PairTaken', claim: { invitationId, sentAt, repeatableAt } }
      },
    }
    const sent = await serviceOver({ ...repositories, invitations }).send(aRequest(), {
      invitationId: 'i-1',
    })
    expect(sent._unsafeUnwrap()).toMatchObject({ invitation: sentAs('i-1'), replayed: true })
  })

  test('an outage at the second look is told as such', async () => {
    const { repositories } = faulty(createInMemoryRepositories(NETWORK), 7, 'before')
    const refused = await serviceOver(repositories).send(aRequest({ text: 'Lieber Bernd?' }), {
      invitationId: 'i-1',
    })
    expect(refused._unsafeUnwrapErr()).toMatchObject({ operation: 'findInvitation' })
  })

  test('a claim of its own identifier without an invitation is a denial like others', async () => {
    const { service } = opened({
      ...NETWORK,
      invitations: [{ invitationId: 'i-1', inviterId: 'anna', recipientId: 'bernd', sentAt: NOW }],
    })
    const refused = await service.send(aRequest(), { invitationId: 'i-1' })
    expect(refused._unsafeUnwrapErr()).toMatchObject({
      denials: [{ type: 'RateLimited6Months', invitationId: 'i-1' }],
    })
  })
})

describe('a fault at any call', () => {
  const CALLS = [
    'invitations.findInvitation',
    'memberships.findStandings',
    'profiles.findProfiles',
    'preferences.findOptedOut',
    'contacts.findContactsAmong',
    'invitations.findClaims',
    'invitations.findRecentFingerprints',
    'invitations.commit',
  ]

  test.each(
    CALLS.flatMap((call, nth) => [
      { call, nth, moment: 'before' as const },
      { call, nth, moment: 'after' as const },
    ]),
  )(
    '$moment $call is a DependencyFailed, and trying again is safe',
    async ({ call, nth, moment }) => {
      const store = createInMemoryRepositories(NETWORK)
      const { repositories, failed } = faulty(store, nth, moment)
      const service = serviceOver(repositories)
      const [repository, operation] = call.split('.')
      expect(
        (await service.send(aRequest(), { invitationId: 'i-1' }))._unsafeUnwrapErr(),
      ).toMatchObject({
        type: 'DependencyFailed',
        repository,
        operation,
        cause: new Error(moment === 'before' ? 'connection refused' : 'connection lost'),
      })
      expect(failed()).toBe(call)
      const isStored = call === 'invitations.commit' && moment === 'after'
      expect(await storedIn(store)).toEqual(isStored ? ONLY_I1 : NOTHING)

      const retry = await service.send(aRequest(), { invitationId: 'i-1' })
      expect(retry._unsafeUnwrap()).toMatchObject({ invitation: sentAs('i-1'), replayed: isStored })
      expect(await storedIn(store)).toEqual(ONLY_I1)
    },
  )

  test('there are no further calls', async () => {
    const { repositories, failed } = faulty(
      createInMemoryRepositories(NETWORK),
      CALLS.length,
      'before',
    )
    expect((await serviceOver(repositories).send(aRequest(), { invitationId: 'i-1' })).isOk()).toBe(
      true,
    )
    expect(failed()).toBeUndefined()
  })

  test('where the answer was lost and no identifier given, the window tells what was sent', async () => {
    const store = createInMemoryRepositories(NETWORK)
    const { repositories } = faulty(store, CALLS.length - 2, 'after')
    const service = serviceOver(repositories)
    expect((await service.send(aRequest())).isErr()).toBe(true)
    expect((await service.send(aRequest()))._unsafeUnwrapErr()).toMatchObject({
      denials: [{ type: 'RateLimited6Months', sentAt: NOW }],
    })
    expect(store.pendingDeliveries()).toHaveLength(2)
  })
})

describe('an answer that breaks a promise', () => {
  const claim = { invitationId: 'i-0', sentAt: NOW, repeatableAt: after(NOW, 1) }

  test.each<[string, unknown, string]>([
    ['nothing', undefined, 'what commit gives must be Committed, IdTaken or PairTaken'],
    [
      'an unknown outcome',
      { type: 'Stored' },
      'what commit gives must be Committed, IdTaken or PairTaken',
    ],
    [
      'a claim that has ended',
      { type: 'PairTaken', claim: { ...claim, repeatableAt: NOW } },
      'the claim must be one that ends after the invitation was sent',
    ],
    [
      'no claim',
      { type: 'PairTaken' },
      'the claim must be one that ends after the invitation was sent',
    ],
    [
      'a claim without an end',
      { type: 'PairTaken', claim: { ...claim, repeatableAt: 1 } },
      'the claim.repeatableAt must be a valid Date',
    ],
    [
      'another invitation',
      { type: 'IdTaken', invitation: sentAs('i-2') },
      "the invitation.invitationId must be 'i-1'",
    ],
    ['no invitation', { type: 'IdTaken' }, 'the invitation must be an object'],
    [
      'an invitation without people',
      { type: 'IdTaken', invitation: { ...sentAs('i-1'), inviterId: '', recipientId: 7 } },
      'the invitation: inviterId must be a well-formed string of 1 to 255 code points without control characters, recipientId must be a well-formed string of 1 to 255 code points without control characters',
    ],
    [
      'an invitation without a date',
      { type: 'IdTaken', invitation: { ...sentAs('i-1'), sentAt: 'x' } },
      'the invitation.sentAt must be a valid Date',
    ],
    [
      'an invitation without an end',
      { type: 'IdTaken', invitation: { ...sentAs('i-1'), repeatableAt: null } },
      'the invitation.repeatableAt must be a valid Date',
    ],
  ])('by %s for a commit is an outage', async (_case, outcome, message) => {
    const { repositories } = opened()
    const invitations: InvitationRepository = {
      ...repositories.invitations,
      commit: () => outcome as never,
    }
    const refused = await serviceOver({ ...repositories, invitations }).send(aRequest(), {
      invitationId: 'i-1',
    })
    expect(refused).toEqual(
      err({
        type: 'DependencyFailed',
        repository: 'invitations',
        operation: 'commit',
        cause: new TypeError(message),
      }),
    )
  })

  test('is measured by what was sent, not by what the store has made of the record', async () => {
    const { repositories } = opened()
    const invitations: InvitationRepository = {
      ...repositories.invitations,
      commit(record) {
        Object.assign(record.invitation, { invitationId: 'i-2', sentAt: new Date(0) })
        return { type: 'IdTaken', invitation: record.invitation }
      },
    }
    const refused = await serviceOver({ ...repositories, invitations }).send(aRequest(), {
      invitationId: 'i-1',
    })
    expect(refused._unsafeUnwrapErr()).toMatchObject({ operation: 'commit' })
  })

  test('that the identifier is taken is not looked up again', async () => {
    const { repositories } = opened()
    const invitations: InvitationRepository = {
      ...repositories.invitations,
      findInvitation: () => undefined,
      commit: ({ invitation }) => ({ type: 'IdTaken', invitation }),
    }
    const sent = await serviceOver({ ...repositories, invitations }).send(aRequest(), {
      invitationId: 'i-1',
    })
    expect(sent._unsafeUnwrap()).toMatchObject({ replayed: true })
  })

  test.each([
    ['null', null],
    ['a number', 7],
  ])('by %s for an invitation is an outage', async (_case, answer) => {
    const { repositories } = opened()
    const invitations: InvitationRepository = {
      ...repositories.invitations,
      findInvitation: () => answer as never,
    }
    const refused = await serviceOver({ ...repositories, invitations }).send(aRequest(), {
      invitationId: 'i-1',
    })
    expect(refused._unsafeUnwrapErr()).toMatchObject({
      repository: 'invitations',
      operation: 'findInvitation',
      cause: new TypeError('the invitation must be an object'),
    })
  })

  test('a platform without random identifiers is an outage', async () => {
    const { service, repositories } = opened()
    const { crypto } = globalThis
    Object.defineProperty(globalThis, 'crypto', {
      value: { randomUUID: () => 'no id' },
      configurable: true,
    })
    try {
      const refused = await service.send(aRequest())
      expect(refused._unsafeUnwrapErr()).toMatchObject({
        repository: 'crypto',
        operation: 'randomUUID',
        cause: new TypeError(
          'the identifier must be a string of 1 to 64 of the characters A-Z a-z 0-9 . _ ~ -',
        ),
      })
    } finally {
      Object.defineProperty(globalThis, 'crypto', { value: crypto, configurable: true })
    }
    expect(await storedIn(repositories)).toEqual(NOTHING)
  })
})

describe('opting out', () => {
  test('refuses what comes afterwards, until opting in again', async () => {
    const { service } = opened()
    expect(await service.optOut('bernd')).toEqual(ok(undefined))
    const refused = await service.send(aRequest())
    expect(refused._unsafeUnwrapErr()).toMatchObject({ denials: [{ type: 'RecipientOptedOut' }] })
    expect(await service.optIn('bernd')).toEqual(ok(undefined))
    expect((await service.send(aRequest())).isOk()).toBe(true)
  })

  test('needs a member', async () => {
    const { service } = opened()
    for (const memberId of ['', 7, undefined]) {
      expect((await service.optOut(memberId as string))._unsafeUnwrapErr()).toEqual({
        type: 'InvalidRequest',
        issues: [
          {
            message:
              'memberId must be a well-formed string of 1 to 255 code points without control characters',
            path: ['memberId'],
          },
        ],
      })
    }
  })

  test.each(['before', 'after'] as const)(
    'that fails %s it is stored is an outage, and may be tried again',
    async (moment) => {
      const store = createInMemoryRepositories(NETWORK)
      const service = serviceOver(faulty(store, 0, moment).repositories)
      expect((await service.optOut('bernd'))._unsafeUnwrapErr()).toMatchObject({
        type: 'DependencyFailed',
        repository: 'preferences',
        operation: 'setOptedOut',
      })
      expect((await service.optOut('bernd')).isOk()).toBe(true)
      expect(await store.preferences.findOptedOut(['bernd'])).toEqual(new Set(['bernd']))
    },
  )
})

describe('the constructor', () => {
  const policy = new InvitationPolicy(createInMemoryRepositories())

  test.each([
    ['invitations', 'findInvitation'],
    ['invitations', 'commit'],
    ['preferences', 'findOptedOut'],
    ['preferences', 'setOptedOut'],
    ['profiles', 'findProfiles'],
    ['groups', 'findGroups'],
  ] as const)('names %s.%s where it is missing', (repository, operation) => {
    const all = createInMemoryRepositories()
    const lacking = { ...all, [repository]: { ...all[repository], [operation]: undefined } }
    const message = `repositories.${repository}.${operation} must be a method`
    expect(() => new InvitationService(policy, lacking as never)).toThrow(new TypeError(message))
    const without = { ...all, [repository]: undefined }
    expect(() => new InvitationService(policy, without as never)).toThrow(TypeError)
  })

  test('names the policy where it is missing', () => {
    const message = 'policy.evaluate must be a method'
    expect(() => new InvitationService(undefined as never, createInMemoryRepositories())).toThrow(
      new TypeError(message),
    )
  })
})
