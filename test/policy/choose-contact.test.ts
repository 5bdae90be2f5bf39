import {
  type ContactsRequest,
  defineRule,
  InvitationPolicy,
  type ProfileRepository,
} from 'group-invitations'
import { createInMemoryRepositories, type Network } from 'group-invitations/memory'
import { err, ok } from 'neverthrow'
import { describe, expect, test } from 'vitest'
import { AN_IDENTIFIER } from '../../src/model/identifiers.js'
import { NOW } from '../support/builders.js'
import { CITY, profileOf, taken } from '../support/city.js'
import { NETWORK } from '../support/network.js'
import { recorded } from '../support/recorded.js'

const clock = () => NOW
const policyOver = (network: Network) =>
  new InvitationPolicy(createInMemoryRepositories(network), { clock })
const ask: ContactsRequest = { inviterId: 'anna', groupId: 'chess' }

describe('contactsFor', () => {
  test('returns one choice for each contact, with profile and every denial', async () => {
    expect(await policyOver(CITY).contactsFor(ask)).toEqual(
      ok([
        { contactId: 'hanna', profile: profileOf('hanna'), denials: [] },
        { contactId: 'bernd', profile: profileOf('bernd'), denials: [] },
        { contactId: 'clara', profile: profileOf('clara'), denials: [{ type: 'AlreadyMember' }] },
        { contactId: 'dora', profile: profileOf('dora'), denials: [{ type: 'RecipientOptedOut' }] },
        {
          contactId: 'emil',
          profile: profileOf('emil'),
          denials: [{ type: 'MembershipPending', inviterMayAdmit: true }],
        },
        { contactId: 'fritz', profile: profileOf('fritz'), denials: [{ type: 'RecipientBanned' }] },
        { contactId: 'gerd', profile: profileOf('gerd'), denials: [taken] },
      ]),
    )
  })

  test('judges those who are given, each once, in their order', async () => {
    const contactIds = ['gerd', 'nobody', 'bernd', 'gerd', 'anna', 'bernd']
    const choices = await policyOver({ ...CITY, contacts: [['gerd', 'anna']] }).contactsFor({
      ...ask,
      contactIds,
    })
    expect(choices).toEqual(
      ok([
        { contactId: 'gerd', profile: profileOf('gerd'), denials: [taken] },
        {
          contactId: 'nobody',
          profile: undefined,
          denials: [{ type: 'NotADirectContact' }, { type: 'RecipientNotFound' }],
        },
        {
          contactId: 'bernd',
          profile: profileOf('bernd'),
          denials: [{ type: 'NotADirectContact' }],
        },
        {
          contactId: 'anna',
          profile: profileOf('anna'),
          denials: [
            { type: 'SelfInvitation' },
            { type: 'NotADirectContact' },
            { type: 'AlreadyMember' },
          ],
        },
      ]),
    )
    expect(contactIds).toHaveLength(6)
  })

  test.each([
    ['closed', ['InviterNotInGroup']],
    ['nowhere', ['GroupNotFound', 'InviterNotInGroup']],
  ])('has first on every choice why nobody can be invited: %s', async (groupId, types) => {
    const choices = await policyOver(CITY).contactsFor({ ...ask, groupId })
    const firsts = choices._unsafeUnwrap().map(({ denials }) => denials.slice(0, types.length))
    expect(firsts).toEqual(
      Array.from({ length: 7 }, () => types.map((type) => ({ type, groupId }))),
    )
  })

  test.each([[[]], [[defineRule({ name: 'any', check: () => undefined })]]])(
    'counts a contact without a name as not found, and still has all the others',
    async (rules) => {
      const inMemory = createInMemoryRepositories(CITY)
      const profiles: ProfileRepository = {
        async findProfiles(memberIds, viewerId) {
          const found = await inMemory.profiles.findProfiles(memberIds, viewerId)
          return new Map([...found, ['bernd', { ...profileOf('bernd'), displayName: '' }]])
        },
      }
      const policy = new InvitationPolicy({ ...inMemory, profiles }, { clock, rules })
      const choices = (await policy.contactsFor(ask))._unsafeUnwrap()
      expect(choices).toHaveLength(7)
      expect(choices.filter(({ profile }) => profile === undefined)).toEqual([
        { contactId: 'bernd', profile: undefined, denials: [{ type: 'RecipientNotFound' }] },
      ])
    },
  )

  test('has no choice, and calls nothing, for an empty list', async () => {
    const { repositories, calls } = recorded(createInMemoryRepositories(CITY))
    const policy = new InvitationPolicy(repositories, { clock })
    expect(await policy.contactsFor({ ...ask, contactIds: [] })).toEqual(ok([]))
    expect(calls).toEqual([])
  })

  test('has no choice for an inviter without contacts', async () => {
    const { repositories, calls } = recorded(createInMemoryRepositories({ ...CITY, contacts: [] }))
    const policy = new InvitationPolicy(repositories, { clock })
    expect(await policy.contactsFor(ask)).toEqual(ok([]))
    expect(calls).toEqual([['contacts.findContactsOf', 'anna']])
  })

  test('denies oneself, also if a repository counts one among one’s contacts', async () => {
    const inMemory = createInMemoryRepositories(NETWORK)
    const contacts = { ...inMemory.contacts, findContactsOf: () => ['anna'] }
    const policy = new InvitationPolicy({ ...inMemory, contacts }, { clock })
    const choices = (await policy.contactsFor(ask))._unsafeUnwrap()
    expect(choices.map(({ denials }) => denials)).toEqual([
      [{ type: 'SelfInvitation' }, { type: 'AlreadyMember' }],
    ])
  })

  test('hands on a profile as the repository returns it', async () => {
    const inMemory = createInMemoryRepositories(CITY)
    const profile = { ...profileOf('bernd'), badge: 'Premium' }
    const profiles = { findProfiles: () => new Map([['bernd', profile]]) }
    const policy = new InvitationPolicy({ ...inMemory, profiles }, { clock })
    for (const contactIds of [['bernd'], undefined]) {
      const choices = await policy.contactsFor({ inviterId: 'anna', groupId: 'zen', contactIds })
      const ofBernd = choices._unsafeUnwrap().find(({ contactId }) => contactId === 'bernd')
      expect(ofBernd?.profile).toBe(profile)
    }
  })

  test('takes 100,000 contacts, and judges each once', async () => {
    const contactIds = new Array<string>(100_000).fill('bernd')
    const choices = await policyOver(CITY).contactsFor({ ...ask, contactIds })
    expect(choices._unsafeUnwrap()).toHaveLength(1)
  })
})

describe('a value that is no request of contactsFor', () => {
  const policy = policyOver(CITY)
  const contactsFor = (value: unknown) => policy.contactsFor(value as ContactsRequest)
  const issue = (path: string[], expected = 'a string') => ({
    message: `${path.join('.')} must be ${expected}`,
    path,
  })

  test.each([null, undefined, 7, 'anna', true])('%s', async (value) => {
    const issues = [{ message: 'The request must be an object', path: [] }]
    expect(await contactsFor(value)).toEqual(err({ type: 'InvalidRequest', issues }))
  })

  const revoked = Proxy.revocable([], {})
  revoked.revoke()
  const trap = new Proxy([], {
    get: () => {
      throw new Error('no')
    },
  })
  const aList = { message: 'contactIds must be a list of at most 100,000', path: ['contactIds'] }

  test.each([
    ['nothing', {}, [issue(['inviterId']), issue(['groupId'])]],
    ['a string', { contactIds: 'bernd' }, [issue(['inviterId']), issue(['groupId']), aList]],
    ['null', { ...ask, contactIds: null }, [aList]],
    [
      'wrong items',
      { ...ask, contactIds: ['bernd', 7, '', 'bernd'] },
      [issue(['contactIds', '1']), issue(['contactIds', '2'], AN_IDENTIFIER)],
    ],
    ['a hole', { ...ask, contactIds: new Array<string>(1) }, [issue(['contactIds', '0'])]],
    ['a revoked proxy', { ...ask, contactIds: revoked.proxy }, [aList]],
    ['too many', { ...ask, contactIds: new Array<string>(100_001) }, [aList]],
    ['a list that throws', { ...ask, contactIds: trap }, [aList]],
  ])('%s', async (_case, value, issues) => {
    expect(await contactsFor(value)).toEqual(err({ type: 'InvalidRequest', issues }))
  })

  test('calls no repository', async () => {
    const { repositories, calls } = recorded(createInMemoryRepositories(CITY))
    await new InvitationPolicy(repositories).contactsFor({ inviterId: '', groupId: 'chess' })
    expect(calls).toEqual([])
  })

  test('an inherited contactIds does not count', async () => {
    const value = Object.create({ contactIds: ['bernd'] }) as object
    const choices = await contactsFor(Object.assign(value, { inviterId: 'anna', groupId: 'zen' }))
    expect(choices._unsafeUnwrap()).toHaveLength(7)
  })
})
