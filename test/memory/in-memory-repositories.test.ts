import { fingerprintText } from 'group-invitations/content'
import type { MemberProfile, Repositories } from 'group-invitations'
import { createInMemoryRepositories, type Network } from 'group-invitations/memory'
import { beforeEach, describe, expect, test } from 'vitest'

const SENT = '2026-03-02T09:30:00.123Z'
const invitation = { invitationId: 'i-1', inviterId: 'anna', recipientId: 'bernd', sentAt: SENT }
const claim = {
  invitationId: 'i-1',
  sentAt: new Date(SENT),
  repeatableAt: new Date('2026-09-02T09:30:00.123Z'),
}

const bernd: MemberProfile = {
  displayName: 'Bernd Müller',
  givenName: 'Bernd',
  familyName: 'Müller',
  url: 'https://example.org/bernd',
  locale: 'de-DE',
  wants: ['Kaffee'],
  haves: ['TypeScript'],
  other: ['Elbwerk GmbH'],
}

const network = {
  members: [
    { memberId: 'anna', displayName: 'Anna', optedOut: false },
    { memberId: 'bernd', ...bernd, optedOut: true },
    { memberId: 'clara', displayName: 'Clara' },
  ],
  groups: [
    { groupId: 'chess', name: 'Schach', standings: { anna: 'moderator', clara: undefined } },
    { groupId: 'empty', name: 'Niemand', url: 'https://network.example/groups/empty' },
  ],
  contacts: [['anna', 'bernd']],
  invitations: [invitation],
} satisfies Network

let repositories: Repositories

beforeEach(() => {
  repositories = createInMemoryRepositories(network)
})

describe('look-ups answer for what was asked, and leave out what there is not', () => {
  test('standings', async () => {
    const found = await repositories.memberships.findStandings(
      ['chess', 'empty', 'none'],
      ['anna', 'clara', 'x'],
    )
    expect(found).toEqual(
      new Map([
        ['chess', new Map([['anna', 'moderator']])],
        ['empty', new Map()],
      ]),
    )
  })

  test('profiles, with empty lists where nothing is listed', async () => {
    expect(await repositories.profiles.findProfiles(['bernd', 'clara', 'x'], 'anna')).toEqual(
      new Map([
        ['bernd', bernd],
        ['clara', { displayName: 'Clara', wants: [], haves: [], other: [] }],
      ]),
    )
  })

  test('opt-outs', async () => {
    expect(await repositories.preferences.findOptOuts(['anna', 'bernd', 'x'], [], [])).toEqual(
      new Map([['bernd', ['all']]]),
    )
  })

  test('contacts, both ways', async () => {
    expect(
      await repositories.contacts.findContactsAmong('anna', ['bernd', 'clara', 'anna']),
    ).toEqual(new Set(['bernd']))
    expect(await repositories.contacts.findContactsAmong('bernd', ['anna'])).toEqual(
      new Set(['anna']),
    )
    expect(await repositories.contacts.findContactsAmong('x', ['anna'])).toEqual(new Set())
  })

  test('claims, one way', async () => {
    expect(await repositories.invitations.findClaims('anna', ['bernd', 'clara'])).toEqual(
      new Map([['bernd', claim]]),
    )
    expect(await repositories.invitations.findClaims('bernd', ['anna'])).toEqual(new Map())
  })

  test('nothing where nothing was asked, or there is nothing', async () => {
    expect(await repositories.memberships.findStandings([], [])).toEqual(new Map())
    const nothing = createInMemoryRepositories()
    expect(await nothing.memberships.findStandings(['chess'], ['anna'])).toEqual(new Map())
    expect(await nothing.profiles.findProfiles(['anna'], 'bernd')).toEqual(new Map())
    expect(await nothing.preferences.findOptOuts(['anna'], ['bernd'], ['chess'])).toEqual(new Map())
    expect(await nothing.invitations.findClaims('anna', ['bernd'])).toEqual(new Map())
  })
})

describe('of several invitations of a pair', () => {
  const later = { ...invitation, invitationId: 'i-2', sentAt: '2026-03-03T00:00:00Z' }
  const claimAmong = async (given: Network['invitations']) => {
    const repositories = createInMemoryRepositories({ ...network, invitations: given })
    return (await repositories.invitations.findClaims('anna', ['bernd'])).get('bernd')
  }

  test('the latest is the claim, in whichever order they come', async () => {
    expect(await claimAmong([invitation, later])).toMatchObject({ invitationId: 'i-2' })
    expect(await claimAmong([later, invitation])).toMatchObject({ invitationId: 'i-2' })
  })

  test('the end of the cooldown is the stored one, if any', async () => {
    const stored = { ...invitation, repeatableAt: '2027-01-01T00:00:00Z' }
    expect(await claimAmong([later, stored])).toMatchObject({
      invitationId: 'i-1',
      repeatableAt: new Date('2027-01-01T00:00:00Z'),
    })
  })
})

describe('what was sent lately', () => {
  const sent = (id: string, sentAt: string, text?: string, textFingerprint?: string) => ({
    invitationId: id,
    inviterId: 'anna',
    recipientId: id,
    sentAt,
    text,
    textFingerprint,
  })
  const members = ['bernd', 'clara', 'dora'].map((memberId) => ({
    memberId,
    displayName: memberId,
    haves: ['TypeScript'],
  }))
  const { invitations } = createInMemoryRepositories({
    members,
    invitations: [
      sent('bernd', '2026-05-01', 'Hallo Bernd, du bietest TypeScript an.'),
      sent('clara', '2026-05-03', 'Hallo Clara,', '1.stored'),
      sent('dora', '2026-05-02'),
      sent('gone', '2026-05-02', 'Hallo du, ein zweiter Text'),
    ],
  })
  const since = new Date('2026-05-01')

  test('comes with its fingerprint, the latest first', async () => {
    const profile = { displayName: 'bernd', wants: [], haves: ['TypeScript'], other: [] }
    expect(await invitations.findRecentFingerprints('anna', since, 9)).toEqual([
      { recipientId: 'clara', textFingerprint: '1.stored' },
      { recipientId: 'gone', textFingerprint: fingerprintText('Hallo du, ein zweiter Text') },
      {
        recipientId: 'bernd',
        textFingerprint: fingerprintText('Hallo Bernd, du bietest TypeScript an.', profile),
      },
    ])
  })

  test('is at most as much as is asked for', async () => {
    expect(await invitations.findRecentFingerprints('anna', since, 1)).toHaveLength(1)
    expect(await invitations.findRecentFingerprints('anna', since, 0)).toEqual([])
  })

  test('begins at the instant that is asked for', async () => {
    const later = new Date(+since + 1)
    expect(await invitations.findRecentFingerprints('anna', later, 9)).toHaveLength(2)
  })

  test('is the inviter’s own', async () => {
    expect(await invitations.findRecentFingerprints('bernd', since, 9)).toEqual([])
  })
})

test('dates handed out can be changed without harm', async () => {
  const first = (await repositories.invitations.findClaims('anna', ['bernd'])).get('bernd')
  first?.sentAt.setFullYear(1999)
  first?.repeatableAt.setFullYear(1999)
  expect((await repositories.invitations.findClaims('anna', ['bernd'])).get('bernd')).toEqual(claim)
})

test('a network that is changed later changes nothing', async () => {
  const standings: Record<string, string> = { anna: 'member' }
  const wants = ['Kaffee']
  const repositories = createInMemoryRepositories({
    members: [{ memberId: 'anna', displayName: 'Anna', wants }],
    groups: [{ groupId: 'chess', name: 'Schach', standings }],
  })
  standings['anna'] = 'banned'
  wants.push('Tee')
  const inGroup = (await repositories.memberships.findStandings(['chess'], ['anna'])).get('chess')
  expect(inGroup?.get('anna')).toBe('member')
  expect((await repositories.profiles.findProfiles(['anna'], 'x')).get('anna')?.wants).toEqual([
    'Kaffee',
  ])
})

test.each(['__proto__', 'constructor', 'a|b', '😀', 'a'.repeat(255)])(
  'identifiers are just strings: %s',
  async (id) => {
    const repositories = createInMemoryRepositories({
      members: [
        { memberId: id, displayName: 'Anna' },
        { memberId: 'other', displayName: 'Bernd', optedOut: true, optOuts: [{ groupId: id }] },
      ],
      groups: [{ groupId: id, name: 'Schach', standings: { [id]: 'member' } }],
      contacts: [[id, 'other']],
      invitations: [{ ...invitation, inviterId: id, recipientId: 'other' }],
    })
    expect((await repositories.memberships.findStandings([id], [id])).get(id)?.get(id)).toBe(
      'member',
    )
    expect((await repositories.profiles.findProfiles([id], id)).get(id)?.displayName).toBe('Anna')
    const optOuts = await repositories.preferences.findOptOuts([id, 'other'], [id], [id])
    expect(optOuts).toEqual(new Map([['other', ['all', { groupId: id }]]]))
    expect((await repositories.contacts.findContactsAmong('other', [id])).has(id)).toBe(true)
    expect((await repositories.invitations.findClaims(id, ['other'])).has('other')).toBe(true)
  },
)

test('a profile that was handed out cannot be changed', async () => {
  const profile = (await repositories.profiles.findProfiles(['bernd'], 'anna')).get('bernd')
  expect(() => Object.assign(profile ?? {}, { displayName: 'X' })).toThrow(TypeError)
  expect(() => (profile?.wants as string[]).push('X')).toThrow(TypeError)
})

test('a group without an address has none', async () => {
  const { groups } = createInMemoryRepositories({ groups: [{ groupId: 'zen', name: 'Zen' }] })
  expect(await groups.findGroups(['zen'])).toStrictEqual(new Map([['zen', { name: 'Zen' }]]))
})
