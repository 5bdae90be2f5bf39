import { InvitationPolicy, type PolicyOptions, type PolicyRepositories } from 'group-invitations'
import { fingerprintText } from 'group-invitations/content'
import { createInMemoryRepositories, type Network } from 'group-invitations/memory'
import { err, ok } from 'neverthrow'
import { describe, expect, test } from 'vitest'
import { after, aProfile, aRequest, NOW } from '../support/builders.js'
import { NETWORK } from '../support/network.js'
import { whilePolluted } from '../support/polluted.js'
import { recorded } from '../support/recorded.js'

const HALF_A_YEAR_ON = new Date('2026-11-12T12:00:00.000Z')
const THIRTY_DAYS_AGO = new Date('2026-04-12T12:00:00.000Z')
const HALF_A_YEAR_AGO = new Date('2025-11-12T12:00:00.000Z')

function policyOver(network: Network = NETWORK, options: PolicyOptions = {}) {
  return new InvitationPolicy(createInMemoryRepositories(network), { clock: () => NOW, ...options })
}

const denialsFor = async (request = aRequest(), network: Network = NETWORK) =>
  (await policyOver(network).evaluate(request)).match(
    () => [],
    (error) => (error.type === 'InvitationDenied' ? error.denials : [error]),
  )

const invitedAt = (sentAt: Date, changes = {}): Network => ({
  ...NETWORK,
  invitations: [
    { invitationId: 'i-1', inviterId: 'anna', recipientId: 'bernd', sentAt, ...changes },
  ],
})

const allOff = {
  UnfilledPlaceholder: 'off',
  SalutationMissing: 'off',
  ProfileReferenceMissing: 'off',
  WantsAndHavesNotAddressed: 'off',
  LinkInText: 'off',
  MassMessage: 'off',
  ProhibitedContent: 'off',
} as const

describe('an approval', () => {
  test('has the normalised request and the end of the cooldown', async () => {
    const request = aRequest({
      subject: '  Ein Treffen ',
      text: 'Lieber Bernd,\r\nTypeScript! ',
    })
    expect(await policyOver().evaluate(request)).toEqual(
      ok({
        request: { ...request, subject: 'Ein Treffen', text: 'Lieber Bernd,\nTypeScript!' },
        advisories: [],
        decidedAt: NOW,
        repeatableAt: HALF_A_YEAR_ON,
        textFingerprint: fingerprintText('Lieber Bernd,\nTypeScript!', aProfile()),
      }),
    )
  })

  test.each([
    ['the default enforcement', {}],
    ['copies allowed', { MassMessage: 'off' }],
    ['every content rule off', allOff],
  ] as const)('has the fingerprint of the text, with %s', async (_case, enforcement) => {
    const text =
      'Lieber Bernd, du bietest TypeScript an: Wir treffen uns jeden ersten Montag im Hafen.'
    const verdict = await policyOver(NETWORK, { enforcement }).evaluate(aRequest({ text }))
    const { textFingerprint } = verdict._unsafeUnwrap()
    expect(textFingerprint).toBe(fingerprintText(text, aProfile()))
    expect(textFingerprint).not.toBe(fingerprintText(text))
  })

  test('is decided at the time of the system if no clock is given', async () => {
    const before = Date.now()
    const policy = new InvitationPolicy(createInMemoryRepositories(NETWORK))
    const { decidedAt } = (await policy.evaluate(aRequest()))._unsafeUnwrap()
    expect(+decidedAt).toBeGreaterThanOrEqual(before)
    expect(+decidedAt).toBeLessThanOrEqual(Date.now())
  })

  test('does not change with the clock’s own Date', async () => {
    const hand = new Date(NOW)
    const policy = policyOver(NETWORK, { clock: () => hand })
    const { decidedAt } = (await policy.evaluate(aRequest()))._unsafeUnwrap()
    hand.setFullYear(1999)
    expect(decidedAt).toEqual(NOW)
  })

  test('needs no contact on the profile route, a contact on the group route', async () => {
    const strangers = { ...NETWORK, contacts: [] }
    expect(await denialsFor(aRequest({ route: 'profile' }), strangers)).toEqual([])
    expect(await denialsFor(aRequest({ route: 'group' }), NETWORK)).toEqual([])
    expect(await denialsFor(aRequest({ route: 'group' }), strangers)).toEqual([
      { type: 'NotADirectContact' },
    ])
  })
})

describe('a denied invitation', () => {
  test('has every denial, and the draft as normalised', async () => {
    const request = aRequest({ subject: ' ', text: '\u200b ', groupId: 'chess' })
    expect(await policyOver().evaluate(request)).toEqual(
      err({
        type: 'InvitationDenied',
        denials: [{ type: 'TextEmpty' }, { type: 'AlreadyMember' }],
        advisories: [],
        draft: { text: '' },
      }),
    )
  })

  test('has no subject in its draft if there is none', async () => {
    const error = (
      await policyOver().evaluate(aRequest({ subject: ' ', text: '' }))
    )._unsafeUnwrapErr()
    expect('draft' in error && error.draft).toStrictEqual({ text: '' })
  })

  test('keeps the subject in its draft', async () => {
    const verdict = await policyOver().evaluate(aRequest({ subject: ' Hallo ', text: '' }))
    expect(verdict._unsafeUnwrapErr()).toMatchObject({ draft: { subject: 'Hallo', text: '' } })
  })

  test('has nine denials at once, in the order of the rulebook', async () => {
    const request = aRequest({
      inviterId: 'emil',
      recipientId: 'dora',
      groupId: 'chess',
      route: 'group',
      subject: 'a'.repeat(121),
      text: 'b'.repeat(500) + '\u0000',
    })
    const network: Network = {
      ...NETWORK,
      groups: [{ groupId: 'chess', name: 'Schach' }],
      invitations: [{ invitationId: 'i-1', inviterId: 'emil', recipientId: 'dora', sentAt: NOW }],
    }
    expect(await denialsFor(request, network)).toEqual([
      { type: 'InviterNotFound' },
      { type: 'InviterNotInGroup', groupId: 'chess' },
      { type: 'NotADirectContact' },
      { type: 'SubjectTooLong', length: 121, limit: 120, unit: 'characters' },
      { type: 'TextTooLong', length: 501, limit: 500, unit: 'characters' },
      { type: 'UnsafeCharacter', field: 'text', index: 500, codePoint: 0 },
      {
        type: 'RateLimited6Months',
        invitationId: 'i-1',
        sentAt: NOW,
        repeatableAt: HALF_A_YEAR_ON,
      },
      { type: 'RecipientOptedOut' },
      { type: 'SalutationMissing', names: ['Dora', 'Weiß'] },
    ])
  })

  test('to oneself has every denial that applies', async () => {
    expect(await denialsFor(aRequest({ recipientId: 'anna', route: 'group' }))).toEqual([
      { type: 'SelfInvitation' },
      { type: 'NotADirectContact' },
      { type: 'AlreadyMember' },
      { type: 'SalutationMissing', names: ['Anna', 'Schmidt'] },
    ])
  })

  test('of an unknown recipient, inviter and group', async () => {
    expect(await denialsFor(aRequest({ recipientId: 'nobody' }))).toEqual([
      { type: 'RecipientNotFound' },
    ])
    expect(await denialsFor(aRequest({ inviterId: 'nobody' }))).toEqual([
      { type: 'InviterNotFound' },
      { type: 'InviterNotInGroup', groupId: 'typescript-hamburg' },
    ])
    expect(await denialsFor(aRequest({ groupId: 'nothing' }))).toEqual([
      { type: 'GroupNotFound', groupId: 'nothing' },
      { type: 'InviterNotInGroup', groupId: 'nothing' },
    ])
  })
})

test('what Object.prototype has is neither a fact nor an option', async () => {
  const policy = policyOver()
  const verdict = await policy.evaluate(aRequest({ text: 'Lieber Bernd, komm!' }))
  const polluted = [
    ...['mentions', 'evidence', 'inviterFreeAt', 'findMentions', 'screen', 'loadFacts'],
    ...['enforcement', 'pace', 'observe'],
  ]
  for (const key of polluted) {
    // The list as the answer for everything: what a rule would take for found.
    const value = Object.assign(() => [{ field: 'haves', entry: 'TypeScript' }], {
      MassMessage: 'off',
    })
    await whilePolluted(key, value, async () => {
      const again = await policyOver().evaluate(aRequest({ text: 'Lieber Bernd, komm!' }))
      expect(again, key).toEqual(verdict)
    })
  }
})

describe('once in six months by the same person', () => {
  const limited = [
    {
      type: 'RateLimited6Months',
      invitationId: 'i-1',
      sentAt: after(HALF_A_YEAR_AGO, 1),
      repeatableAt: after(NOW, 1),
    },
  ]

  test('1 ms before the end of the cooldown, and at it', async () => {
    expect(await denialsFor(aRequest(), invitedAt(after(HALF_A_YEAR_AGO, 1)))).toEqual(limited)
    expect(await denialsFor(aRequest(), invitedAt(HALF_A_YEAR_AGO))).toEqual([])
  })

  test('into another group too', async () => {
    const network = invitedAt(after(HALF_A_YEAR_AGO, 1), { groupId: 'chess' })
    expect(await denialsFor(aRequest(), network)).toEqual(limited)
  })

  test('the other way round is free', async () => {
    const network = invitedAt(NOW, { inviterId: 'bernd', recipientId: 'anna' })
    expect(await denialsFor(aRequest(), network)).toEqual([])
  })

  test('another inviter is free', async () => {
    expect(await denialsFor(aRequest({ inviterId: 'clara' }), invitedAt(NOW))).toEqual([])
  })

  test('another recipient is free', async () => {
    const network = invitedAt(NOW, { recipientId: 'clara' })
    expect(await denialsFor(aRequest(), network)).toEqual([])
  })

  test('a claim that begins only after now denies too', async () => {
    const sentAt = after(NOW, 60_000)
    expect(await denialsFor(aRequest(), invitedAt(sentAt))).toEqual([
      {
        type: 'RateLimited6Months',
        invitationId: 'i-1',
        sentAt,
        repeatableAt: after(HALF_A_YEAR_ON, 60_000),
      },
    ])
  })
})

describe('the repositories are called', () => {
  const allCalls = (recipientId: string) => [
    ['memberships.findStandings', ['typescript-hamburg'], ['anna', recipientId]],
    ['profiles.findProfiles', ['anna', recipientId], 'anna'],
    ['preferences.findOptOuts', [recipientId], ['anna'], ['typescript-hamburg']],
    ['contacts.findContactsAmong', 'anna', [recipientId]],
    ['groups.findGroups', ['typescript-hamburg']],
    ['invitations.findClaims', 'anna', [recipientId]],
    ['invitations.findRecentFingerprints', 'anna', THIRTY_DAYS_AGO, 100],
  ]

  test.each([
    ['an approval', aRequest()],
    ['an approval from the group', aRequest({ route: 'group' })],
    ['a text that is denied', aRequest({ text: 'Hallo zusammen' })],
    ['a recipient who is denied', aRequest({ recipientId: 'dora' })],
    ['a recipient who does not exist', aRequest({ recipientId: 'nobody' })],
    ['oneself', aRequest({ recipientId: 'anna' })],
  ])('each once, for %s', async (_case, request) => {
    const { repositories, calls } = recorded(createInMemoryRepositories(NETWORK))
    await new InvitationPolicy(repositories, { clock: () => NOW }).evaluate(request)
    expect(calls).toEqual(allCalls(request.recipientId))
  })

  test.each([
    ['there is no text', aRequest({ text: '' }), {}],
    ['the text is far too long', aRequest({ text: 'a'.repeat(7501) }), {}],
    ['copies are allowed', aRequest(), { MassMessage: 'off' }],
  ] as const)('for no fingerprints if %s', async (_case, request, enforcement) => {
    const { repositories, calls } = recorded(createInMemoryRepositories(NETWORK))
    await new InvitationPolicy(repositories, { clock: () => NOW, enforcement }).evaluate(request)
    expect(calls).toEqual(allCalls('bernd').slice(0, -1))
  })

  test('side by side: all of them before the first has answered', () => {
    const never = () => new Promise<never>(() => undefined)
    const { repositories, calls } = recorded<PolicyRepositories>({
      memberships: { findStandings: never, findGroupsOf: () => [] },
      profiles: { findProfiles: never },
      preferences: { findOptOuts: never },
      contacts: { findContactsAmong: never, findContactsOf: () => [] },
      groups: { findGroups: never },
      invitations: { findClaims: never, findRecentFingerprints: never },
    })
    void new InvitationPolicy(repositories).evaluate(aRequest())
    expect(calls).toHaveLength(7)
  })

  test('not at all if the request is invalid', async () => {
    const { repositories, calls } = recorded(createInMemoryRepositories(NETWORK))
    const request = { ...aRequest(), inviterId: 7 as never }
    expect((await new InvitationPolicy(repositories).evaluate(request)).isErr()).toBe(true)
    expect(calls).toEqual([])
  })

  test('wherever their methods come from', async () => {
    const inMemory = createInMemoryRepositories(NETWORK)
    class Store implements PolicyRepositories {
      get memberships() {
        return inMemory.memberships
      }
      get profiles() {
        return inMemory.profiles
      }
      get preferences() {
        return inMemory.preferences
      }
      get contacts() {
        return inMemory.contacts
      }
      get groups() {
        return inMemory.groups
      }
      readonly invitations = new (class {
        readonly claims = new Map()
        findClaims() {
          return this.claims
        }
        findRecentFingerprints() {
          return []
        }
        readonly freeAt = undefined
        findFreeAt() {
          return this.freeAt
        }
      })()
    }
    const policy = new InvitationPolicy(new Store(), { pace: { burst: 1, every: { minutes: 1 } } })
    expect((await policy.evaluate(aRequest())).isOk()).toBe(true)
  })

  test('by values and by promises alike', async () => {
    const { memberships, ...others } = createInMemoryRepositories(NETWORK)
    const policy = new InvitationPolicy({
      ...others,
      memberships: {
        ...memberships,
        findStandings: async (...args) => Promise.resolve(memberships.findStandings(...args)),
      },
    })
    expect((await policy.evaluate(aRequest())).isOk()).toBe(true)
  })
})

describe('a value that is no request', () => {
  const angry = new Proxy(
    {},
    {
      get: () => {
        throw new Error('no')
      },
    },
  )

  test.each([
    ['null', null],
    ['a number', 7],
    ['a string', 'anna'],
    ['an empty object', {}],
    ['a list', []],
    ['an object whose prototype throws', Object.create(angry)],
  ])('%s is an InvalidRequest', async (_case, request) => {
    const verdict = await policyOver().evaluate(request as never)
    expect(verdict._unsafeUnwrapErr()).toMatchObject({ type: 'InvalidRequest' })
  })
})
