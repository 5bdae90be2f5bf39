import { repeatableAt } from 'group-invitations'
import { createInMemoryRepositories, type Network } from 'group-invitations/memory'
import { afterEach, describe, expect, test } from 'vitest'

const SENT = '2026-03-02T09:30:00.123Z'
const invitation = { invitationId: 'i-1', inviterId: 'anna', recipientId: 'bernd', sentAt: SENT }

describe('dates', () => {
  test.each([
    ['a Date', new Date(SENT), SENT],
    ['ISO 8601 in UTC', SENT, SENT],
    ['ISO 8601 with an offset', '2026-03-02T11:30:00.123+02:00', SENT],
    ['ISO 8601 without an offset, in UTC', '2026-03-02T09:30:00.123', SENT],
    ['no seconds', '2026-03-02T09:30Z', '2026-03-02T09:30:00.000Z'],
    [
      'no milliseconds, and an offset to the west',
      '2026-03-02T09:30:59-01:30',
      '2026-03-02T11:00:59.000Z',
    ],
    ['a day, from its first instant in UTC', '2026-03-02', '2026-03-02T00:00:00.000Z'],
  ])('%s', async (_case, sentAt, expected) => {
    const repositories = createInMemoryRepositories({ invitations: [{ ...invitation, sentAt }] })
    const found = (await repositories.invitations.findClaims('anna', ['bernd'])).get('bernd')
    const sent = new Date(expected)
    expect(found).toEqual({ invitationId: 'i-1', sentAt: sent, repeatableAt: repeatableAt(sent) })
  })
})

test.each([
  ' 2026-06-01T12:00:00Z',
  '2026-06-01T12:00:00+2:00',
  '2026-06-01T12:00:00Zjunk',
  '2026-06-01T12:00:00+99:00',
  '2026-06-01T25:00:00Z',
  '2026-W10',
  '2026',
  '12',
  '',
])('a date must be written in full: %s', (sentAt) => {
  expect(() => createInMemoryRepositories({ invitations: [{ ...invitation, sentAt }] })).toThrow(
    new TypeError(
      'network.invitations[0].sentAt must be a valid Date, or date and time in ISO 8601',
    ),
  )
})

test('an invitation whose cooldown would never end is a TypeError', () => {
  const sentAt = new Date(8.64e15)
  expect(() => createInMemoryRepositories({ invitations: [{ ...invitation, sentAt }] })).toThrow(
    new TypeError('network.invitations[0].sentAt must be a valid Date'),
  )
})

test('what is null, as JSON may say it, is absent', async () => {
  const nulls = { givenName: null, wants: null, optedOut: null }
  const repositories = createInMemoryRepositories({
    members: [{ memberId: 'anna', displayName: 'Anna', ...nulls }],
    groups: null,
    invitations: [{ ...invitation, repeatableAt: null }],
  } as never)
  expect((await repositories.profiles.findProfiles(['anna'], 'x')).get('anna')).toEqual({
    displayName: 'Anna',
    wants: [],
    haves: [],
    other: [],
  })
  expect(await repositories.invitations.findClaims('anna', ['bernd'])).toEqual(
    new Map([
      [
        'bernd',
        {
          invitationId: 'i-1',
          sentAt: new Date(SENT),
          repeatableAt: new Date('2026-09-02T09:30:00.123Z'),
        },
      ],
    ]),
  )
})

describe('what is wrong with a network is named', () => {
  const anna = { memberId: 'anna', displayName: 'Anna' }
  const chess = { groupId: 'chess', name: 'Schach' }

  test.each([
    ['network must be an object', null],
    ['network.members must be a list', { members: {} }],
    [
      'network.members[0].memberId must be a well-formed string of 1 to 255 code points without control characters',
      { members: [{}] },
    ],
    ['network.members[0] must be an object', { members: [null] }],
    ['network.groups[0] must be an object', { groups: ['chess'] }],
    ['network.invitations[0] must be an object', { invitations: [[]] }],
    [
      'network.invitations[0].reference must be an object',
      { invitations: [{ ...invitation, reference: 'TypeScript' }] },
    ],
    ["network.members[1].memberId must be unique, and 'anna' is taken", { members: [anna, anna] }],
    [
      'network.members[0].displayName must be a non-empty string',
      { members: [{ ...anna, displayName: '' }] },
    ],
    ['network.members[0].locale must be a string', { members: [{ ...anna, locale: 7 }] }],
    [
      'network.members[0].wants must be a list of strings',
      { members: [{ ...anna, wants: 'Kaffee' }] },
    ],
    ['network.members[0].haves must be a list of strings', { members: [{ ...anna, haves: [7] }] }],
    [
      'network.members[0].optedOut must be true or false',
      { members: [{ ...anna, optedOut: 'no' }] },
    ],
    [
      'network.groups[0].groupId must be a well-formed string of 1 to 255 code points without control characters',
      { groups: [{}] },
    ],
    ["network.groups[1].groupId must be unique, and 'chess' is taken", { groups: [chess, chess] }],
    ['network.groups[0].name must be a non-empty string', { groups: [{ groupId: 'chess' }] }],
    ['network.groups[0].url must be a string', { groups: [{ ...chess, url: 7 }] }],
    [
      'network.groups[0].standings must be an object',
      { groups: [{ ...chess, standings: 'anna' }] },
    ],
    [
      "network.groups[0].standings['bernd'] must be of a member, and 'bernd' is none",
      { members: [anna], groups: [{ ...chess, standings: { bernd: 'member' } }] },
    ],
    [
      "network.groups[0].standings['anna'] must be member, moderator, pending or banned",
      { members: [anna], groups: [{ ...chess, standings: { anna: 'owner' } }] },
    ],
    ['network.contacts[0] must be a pair of members', { contacts: ['anna'] }],
    [
      'network.contacts[0] must be a pair of members',
      {
        members: [
          { memberId: 'a', displayName: 'A' },
          { memberId: 'b', displayName: 'B' },
        ],
        contacts: ['ab'],
      },
    ],
    ['network.contacts[0] must be a pair of members', { contacts: [['anna']] }],
    [
      "network.contacts[0][1] must be a member, and 'bernd' is none",
      { members: [anna], contacts: [['anna', 'bernd']] },
    ],
    [
      "network.contacts[0][0] must be a member, and '7' is none",
      { members: [anna], contacts: [[7, 'anna']] },
    ],
    [
      'network.invitations[0].sentAt must be a valid Date, or date and time in ISO 8601',
      { invitations: [{ ...invitation, sentAt: 'yesterday' }] },
    ],
    [
      'network.invitations[0].sentAt must be a valid Date, or date and time in ISO 8601',
      { invitations: [{ ...invitation, sentAt: '2026-02-31T00:00:00Z' }] },
    ],
    [
      'network.invitations[0].sentAt must be a valid Date, or date and time in ISO 8601',
      { invitations: [{ ...invitation, sentAt: 1772443800000 }] },
    ],
    [
      'network.invitations[0].repeatableAt must be a valid Date, or date and time in ISO 8601',
      { invitations: [{ ...invitation, repeatableAt: new Date(Number.NaN) }] },
    ],
    [
      'network.invitations[0].invitationId must be a well-formed string of 1 to 255 code points without control characters',
      { invitations: [{ ...invitation, invitationId: 7 }] },
    ],
    [
      'network.invitations[0].inviterId must be a well-formed string of 1 to 255 code points without control characters',
      { invitations: [{ ...invitation, inviterId: '' }] },
    ],
    [
      'network.invitations[0].recipientId must be a well-formed string of 1 to 255 code points without control characters',
      { invitations: [{ ...invitation, recipientId: null }] },
    ],
    ['network must be an object', []],
    ['network must be an object', new Map()],
    [
      'network.members[0].wants must be a list of strings',
      { members: [{ ...anna, wants: new Array<string>(1) }] },
    ],
    [
      'network.groups[0].standings must be an object',
      { members: [anna], groups: [{ ...chess, standings: new Map([['anna', 'member']]) }] },
    ],
    [
      "network.contacts[0] must be a pair of two members, and 'anna' is one",
      { members: [anna], contacts: [['anna', 'anna']] },
    ],
    [
      'network.members[0].memberId must be a well-formed string of 1 to 255 code points without control characters',
      { members: [{ ...anna, memberId: 'a\u0000' }] },
    ],
    ['network.members[0].optOuts must be a list', { members: [{ ...anna, optOuts: 'all' }] }],
    ['network.members[0].optOuts[0] must be an object', { members: [{ ...anna, optOuts: ['a'] }] }],
    ...[{}, { inviterId: '' }, { inviterId: 'a', groupId: 'b' }, { groupId: 7 }].map(
      (optOut): [string, object] => [
        "network.members[0].optOuts[0] must be 'all', { inviterId } or { groupId }",
        { members: [{ ...anna, optOuts: [optOut] }] },
      ],
    ),
    [
      'network.groups[0].admission must be open or approval',
      { groups: [{ ...chess, admission: 'closed' }] },
    ],
  ])('%s', (message, given) => {
    expect(() => createInMemoryRepositories(given as never)).toThrow(new TypeError(message))
  })
})

const whole: Network = {
  members: [
    {
      memberId: 'anna',
      displayName: 'Anna Schmidt',
      givenName: 'Anna',
      familyName: 'Schmidt',
      locale: 'de',
      wants: [],
      haves: ['TypeScript'],
      other: [],
      url: 'https://example.org/anna',
      optedOut: true,
      optOuts: ['all', { inviterId: 'bernd' }, { groupId: 'chess' }],
    },
    { memberId: 'bernd', displayName: 'Bernd' },
  ],
  groups: [
    {
      groupId: 'chess',
      name: 'Schach',
      url: '/chess',
      admission: 'open',
      standings: { anna: 'member' },
    },
  ],
  contacts: [['anna', 'bernd']],
  invitations: [
    {
      ...invitation,
      groupId: 'chess',
      route: 'group',
      subject: 'Schach',
      repeatableAt: '2027-01-01',
      text: 'Lieber Bernd',
      textFingerprint: '1.x',
      reference: { field: 'haves', entry: 'TypeScript' },
    },
  ],
}

describe('a key', () => {
  const MEMBER =
    'memberId, displayName, givenName, familyName, locale, wants, haves, other, url, optedOut, optOuts'
  const INVITATION =
    'invitationId, inviterId, recipientId, groupId, route, subject, sentAt, repeatableAt, text, textFingerprint, reference'
  const anna = { memberId: 'anna', displayName: 'Anna' }

  test('that is known is accepted', () => {
    expect(() => createInMemoryRepositories(whole)).not.toThrow()
  })

  test.each([
    [
      'network.member is unknown; known are members, groups, contacts, invitations',
      { member: [anna] },
    ],
    [
      `network.members[1].optedout is unknown; known are ${MEMBER}`,
      { members: [anna, { memberId: 'bernd', displayName: 'Bernd', optedout: true }] },
    ],
    [
      `network.members[0].memberID is unknown; known are ${MEMBER}`,
      { members: [{ memberID: 'anna', displayName: 'Anna' }] },
    ],
    [
      `network.members[0].optedout is unknown; known are ${MEMBER}`,
      { members: [{ ...anna, optedout: undefined }] },
    ],
    [
      `network.members[0].__proto__ is unknown; known are ${MEMBER}`,
      { members: [JSON.parse('{ "memberId": "anna", "displayName": "A", "__proto__": {} }')] },
    ],
    [
      'network.groups[0].title is unknown; known are groupId, name, url, admission, standings',
      { groups: [{ groupId: 'chess', title: 'Schach' }] },
    ],
    [
      'network.members[0].optOuts[1].member is unknown; known are inviterId, groupId',
      { members: [{ ...anna, optOuts: ['all', { member: 'bernd' }] }] },
    ],
    [
      `network.invitations[0].signature is unknown; known are ${INVITATION}`,
      { invitations: [{ ...invitation, signature: '1.x' }] },
    ],
    [
      'network.invitations[0].reference.text is unknown; known are field, entry',
      { invitations: [{ ...invitation, reference: { field: 'haves', text: 'C++' } }] },
    ],
  ])('%s', (message, network) => {
    expect(() => createInMemoryRepositories(network as never)).toThrow(new TypeError(message))
  })
})

describe('a polluted Object.prototype', () => {
  const polluted = [
    'unknown',
    'optedOut',
    'optOuts',
    'givenName',
    'url',
    'admission',
    'groupId',
    'members',
  ]

  afterEach(() => {
    for (const key of polluted) Reflect.deleteProperty(Object.prototype, key)
  })

  test('makes no key unknown, and gives nobody a value', async () => {
    for (const key of polluted) Reflect.set(Object.prototype, key, true)
    const { profiles, preferences, groups, invitations } = createInMemoryRepositories({
      members: [{ memberId: 'anna', displayName: 'Anna' }],
      groups: [{ groupId: 'chess', name: 'Schach' }],
      invitations: [invitation],
    })
    expect((await preferences.findOptOuts(['anna'], [], [])).size).toBe(0)
    const profile = (await profiles.findProfiles(['anna'], 'anna')).get('anna')
    expect(profile?.givenName).toBeUndefined()
    expect(Object.keys((await groups.findGroups(['chess'])).get('chess') ?? {})).toEqual(['name'])
    expect(await invitations.findInvitation('i-1')).toBeUndefined()
    expect(() => createInMemoryRepositories({})).not.toThrow()
  })
})
