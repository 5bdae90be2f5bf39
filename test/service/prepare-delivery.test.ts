import { type Delivery, deliveriesOf, type ProfileRepository } from 'group-invitations'
import { createInMemoryRepositories, type Network } from 'group-invitations/memory'
import { err, ok } from 'neverthrow'
import { describe, expect, test } from 'vitest'
import { aRequest, NOW } from '../support/builders.js'
import { faulty } from '../support/faulty.js'
import { NETWORK } from '../support/network.js'
import { recorded } from '../support/recorded.js'
import { HALF_A_YEAR_ON, serviceOver } from '../support/sending.js'

const sent = { ...aRequest(), invitationId: 'i-1', sentAt: NOW }
const SENT: Network = { ...NETWORK, invitations: [sent] }
const [EMAIL, NEWS] = deliveriesOf({ invitationId: 'i-1' }) as [Delivery, Delivery]

const prepared = (network: Network, delivery = EMAIL) =>
  serviceOver(createInMemoryRepositories(network)).prepareDelivery(delivery)

describe('a delivery that may go out', () => {
  test.each([
    ['email', EMAIL],
    ['news', NEWS],
  ])('by %s comes with all that its message needs', async (channel, delivery) => {
    const profile = { wants: [], haves: [], other: [] }
    expect(await prepared(SENT, delivery)).toEqual(
      ok({
        channel,
        idempotencyKey: `i-1.${channel}`,
        invitation: { ...sent, repeatableAt: HALF_A_YEAR_ON },
        inviter: { ...profile, displayName: 'Anna Schmidt' },
        recipient: { ...profile, displayName: 'Bernd Müller', haves: ['TypeScript'] },
        group: { name: 'TypeScript Hamburg' },
      }),
    )
  })

  test('comes with the group’s address only where it has one', async () => {
    const { group } = (await prepared(SENT))._unsafeUnwrap()
    expect(group).toStrictEqual({ name: 'TypeScript Hamburg' })
  })

  test('asks for the invitation, then side by side as a decision does, and as the recipient may see it', async () => {
    const { repositories, calls } = recorded(createInMemoryRepositories(SENT))
    await serviceOver(repositories).prepareDelivery(EMAIL)
    expect(calls).toEqual([
      ['invitations.findInvitation', 'i-1'],
      ['memberships.findStandings', ['typescript-hamburg'], ['anna', 'bernd']],
      ['profiles.findProfiles', ['anna', 'bernd'], 'anna'],
      ['preferences.findOptOuts', ['bernd'], ['anna'], ['typescript-hamburg']],
      ['contacts.findContactsAmong', 'anna', ['bernd']],
      ['groups.findGroups', ['typescript-hamburg']],
      ['answers.findChanges', ['i-1']],
      ['profiles.findProfiles', ['anna', 'bernd'], 'bernd'],
      ['groups.findGroups', ['typescript-hamburg']],
    ])
  })

  test('can be prepared again', async () => {
    const service = serviceOver(createInMemoryRepositories(SENT))
    const first = await service.prepareDelivery(EMAIL)
    expect(first.isOk()).toBe(true)
    expect(await service.prepareDelivery(EMAIL)).toEqual(first)
  })

  test('tells the address of the group, if it has one', async () => {
    const url = 'https://example.org/groups/typescript-hamburg'
    const groups = NETWORK.groups.map((group) => ({ ...group, url }))
    const { group } = (await prepared({ ...SENT, groups }))._unsafeUnwrap()
    expect(group).toEqual({ name: 'TypeScript Hamburg', url })
  })
})

describe('the reference', () => {
  const withReference = (entry: string, field = 'haves') =>
    prepared({ ...NETWORK, invitations: [{ ...sent, reference: { field, entry } }] })

  test('is shown as the recipient’s profile has it', async () => {
    const { invitation } = (await withReference('\u2028 TypeScript '))._unsafeUnwrap()
    expect(invitation.reference).toEqual({ field: 'haves', entry: 'TypeScript' })
  })

  test('is left out where the inviter may not see the entry, as it was ignored by the rules', async () => {
    const repositories = createInMemoryRepositories({
      ...NETWORK,
      invitations: [{ ...sent, reference: { field: 'haves', entry: 'TypeScript' } }],
    })
    const profiles: ProfileRepository = {
      async findProfiles(memberIds, viewerId) {
        const found = await repositories.profiles.findProfiles(memberIds, viewerId)
        const seen = [...found].map(
          ([memberId, profile]) =>
            [memberId, memberId === viewerId ? profile : { ...profile, haves: [] }] as const,
        )
        return new Map(seen)
      },
    }
    const { invitation, recipient } = (
      await serviceOver({ ...repositories, profiles }).prepareDelivery(EMAIL)
    )._unsafeUnwrap()
    expect(invitation).not.toHaveProperty('reference')
    expect(recipient.haves).toEqual(['TypeScript'])
  })

  test('is left out where the inviter does not see the recipient any more', async () => {
    const repositories = createInMemoryRepositories({
      ...NETWORK,
      invitations: [{ ...sent, reference: { field: 'haves', entry: 'TypeScript' } }],
    })
    const profiles: ProfileRepository = {
      // The last call: the others have the two of them.
      findProfiles: (memberIds, viewerId) =>
        repositories.profiles.findProfiles(memberIds.length === 1 ? [] : memberIds, viewerId),
    }
    const prepared = await serviceOver({ ...repositories, profiles }).prepareDelivery(EMAIL)
    expect(prepared._unsafeUnwrap().invitation).not.toHaveProperty('reference')
  })

  test.each([
    ['is no entry', 'Klick auf example.org', 'haves'],
    ['stands under another heading', 'TypeScript', 'wants'],
  ])('is left out where it %s: no rule has judged its words', async (_case, entry, field) => {
    const { invitation } = (await withReference(entry, field))._unsafeUnwrap()
    expect(invitation).not.toHaveProperty('reference')
  })
})

test('an issue says where it is', async () => {
  const service = serviceOver(createInMemoryRepositories(SENT))
  expect(await service.prepareDelivery({ ...EMAIL, deliveryId: 'i-1.news' })).toEqual(
    err({
      type: 'InvalidRequest',
      issues: [{ message: 'deliveryId must be <invitationId>.<channel>', path: ['deliveryId'] }],
    }),
  )
})

test.each([
  ['undefined', undefined, ['The delivery must be an object']],
  ['a text', 'i-1.email', ['The delivery must be an object']],
  [
    'empty',
    {},
    [
      'deliveryId must be a string',
      'invitationId must be a string',
      "channel must be 'email' or 'news'",
    ],
  ],
  ['for another channel', { ...EMAIL, channel: 'sms' }, ["channel must be 'email' or 'news'"]],
  [
    'for two channels',
    { ...EMAIL, channel: 'news' },
    ['deliveryId must be <invitationId>.<channel>'],
  ],
  [
    'of two invitations',
    { ...EMAIL, invitationId: 'i-2' },
    ['deliveryId must be <invitationId>.<channel>'],
  ],
])('a delivery that is %s asks nobody', async (_case, delivery, messages) => {
  const { repositories, calls } = recorded(createInMemoryRepositories(SENT))
  const error = (
    await serviceOver(repositories).prepareDelivery(delivery as Delivery)
  )._unsafeUnwrapErr()
  expect(error).toMatchObject({ type: 'InvalidRequest' })
  expect('issues' in error ? error.issues.map(({ message }) => message) : []).toEqual(messages)
  expect(calls).toEqual([])
})

describe('a fault at any call', () => {
  test.each(
    [
      ['invitations', 'findInvitation'],
      ['memberships', 'findStandings'],
      ['profiles', 'findProfiles'],
      ['preferences', 'findOptOuts'],
      ['contacts', 'findContactsAmong'],
      ['groups', 'findGroups'],
      ['answers', 'findChanges'],
      ['profiles', 'findProfiles'],
      ['groups', 'findGroups'],
    ].flatMap(([dependency, operation], nth) => [
      { dependency, operation, nth, moment: 'before' as const },
      { dependency, operation, nth, moment: 'after' as const },
    ]),
  )('$moment $operation is a DependencyFailed', async ({ dependency, operation, nth, moment }) => {
    const service = serviceOver(faulty(createInMemoryRepositories(SENT), nth, moment).repositories)
    expect((await service.prepareDelivery(EMAIL))._unsafeUnwrapErr()).toMatchObject({
      type: 'DependencyFailed',
      dependency,
      operation,
      effect: 'none',
    })
    expect((await service.prepareDelivery(EMAIL)).isOk()).toBe(true)
  })
})

describe('an answer that breaks a promise', () => {
  const outage = { type: 'DependencyFailed', effect: 'none' } as const

  test.each([
    ['bernd', 'the profile.displayName must be a non-empty string'],
    ['anna', 'the profile.displayName must be a non-empty string'],
  ])('of the profiles, as %s sees them, is an outage', async (viewer, message) => {
    const reference = { field: 'haves', entry: 'TypeScript' }
    const repositories = createInMemoryRepositories({
      ...NETWORK,
      invitations: [{ ...sent, reference }],
    })
    const profiles: ProfileRepository = {
      findProfiles: (memberIds, viewerId) =>
        viewerId === viewer
          ? new Map(memberIds.map((memberId) => [memberId, {} as never]))
          : repositories.profiles.findProfiles(memberIds, viewerId),
    }
    const cause = new TypeError(message)
    expect(await serviceOver({ ...repositories, profiles }).prepareDelivery(EMAIL)).toEqual(
      err({ ...outage, dependency: 'profiles', operation: 'findProfiles', cause }),
    )
  })

  test.each(['anna', 'bernd'])('of the profiles, of %s alone, is an outage', async (memberId) => {
    const repositories = createInMemoryRepositories(SENT)
    const profiles: ProfileRepository = {
      findProfiles: () => new Map([[memberId, 7 as never]]),
    }
    const cause = new TypeError('the profile must be an object')
    expect(await serviceOver({ ...repositories, profiles }).prepareDelivery(EMAIL)).toEqual(
      err({ ...outage, dependency: 'profiles', operation: 'findProfiles', cause }),
    )
  })

  test.each([
    ['a list', [], 'the answer must be a Map'],
    ['no name', new Map([['typescript-hamburg', {}]]), 'the group.name must be a non-empty string'],
    [
      'an empty name',
      new Map([['typescript-hamburg', { name: '' }]]),
      'the group.name must be a non-empty string',
    ],
    ['null', new Map([['typescript-hamburg', null]]), 'the group must be an object'],
    [
      'null for its address',
      new Map([['typescript-hamburg', { name: 'TypeScript', url: null }]]),
      'the group.url must be a string or undefined',
    ],
  ])('of the group, %s, is an outage', async (_case, answer, message) => {
    const repositories = createInMemoryRepositories(SENT)
    const groups = { findGroups: () => answer as never }
    expect(await serviceOver({ ...repositories, groups }).prepareDelivery(EMAIL)).toEqual(
      err({
        ...outage,
        dependency: 'groups',
        operation: 'findGroups',
        cause: new TypeError(message),
      }),
    )
  })

  test('of the clock is an outage', async () => {
    const clock = () => new Date(Number.NaN)
    const service = serviceOver(createInMemoryRepositories(SENT), { clock })
    const cause = new TypeError('the time must be a valid Date')
    expect(await service.prepareDelivery(EMAIL)).toEqual(
      err({ ...outage, dependency: 'clock', operation: 'call', cause }),
    )
  })

  test.each(['javascript:alert(1)', 'https://a@b.example/', 'chess', ''])(
    'of a group whose address cannot be linked is an outage, but of no decision: %s',
    async (url) => {
      const repositories = createInMemoryRepositories(SENT)
      const groups = {
        findGroups: () => new Map([['typescript-hamburg', { name: 'TypeScript', url }]]),
      }
      const service = serviceOver({ ...repositories, groups })
      const cause = new TypeError(
        'the group.url must be an http or https address without a login, of at most 2,048 units',
      )
      expect(await service.prepareDelivery(EMAIL)).toEqual(
        err({ ...outage, dependency: 'groups', operation: 'findGroups', cause }),
      )
      const request = aRequest({ recipientId: 'clara' })
      expect((await service.send(request))._unsafeUnwrapErr()).toMatchObject({
        type: 'InvitationDenied',
      })
    },
  )
})
