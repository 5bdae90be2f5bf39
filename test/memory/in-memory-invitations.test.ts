import { deliveriesOf, type Invitation } from 'group-invitations'
import { createInMemoryRepositories, type Network } from 'group-invitations/memory'
import { describe, expect, test } from 'vitest'
import { after, aRequest, NOW } from '../support/builders.js'
import { NETWORK } from '../support/network.js'

const reference = { field: 'haves', entry: 'TypeScript' } as const
const invitation: Invitation = {
  ...aRequest({ reference }),
  invitationId: 'i-1',
  sentAt: NOW,
  repeatableAt: after(NOW, 1000),
}
const record = { invitation, textFingerprint: '1.abc', deliveries: deliveriesOf(invitation) }
const sent = { invitationId: 'i-1', inviterId: 'anna', recipientId: 'bernd', sentAt: NOW }
const repositoriesWith = (...invitations: NonNullable<Network['invitations']>[number][]) =>
  createInMemoryRepositories({ ...NETWORK, invitations })

describe('the invitation of a network', () => {
  test('is found, with all that is said of it', async () => {
    const { invitations } = repositoriesWith(invitation)
    expect(await invitations.findInvitation('i-1')).toEqual(invitation)
  })

  test('is found by its group alone, on the profile’s route and with an empty text', async () => {
    const { invitations } = repositoriesWith({ ...sent, groupId: 'chess' })
    expect(await invitations.findInvitation('i-1')).toEqual({
      ...sent,
      groupId: 'chess',
      route: 'profile',
      text: '',
      repeatableAt: new Date('2026-11-12T12:00:00.000Z'),
    })
  })

  test('is but a claim without its group', async () => {
    const { invitations } = repositoriesWith(sent)
    expect(await invitations.findInvitation('i-1')).toBeUndefined()
    expect((await invitations.findClaims('anna', ['bernd'])).has('bernd')).toBe(true)
  })

  test('may have null, as JSON may say it, for what it does not have', async () => {
    const nothing = { groupId: null, subject: null, reference: null, route: null, text: null }
    const { invitations } = repositoriesWith({ ...sent, ...nothing } as never)
    expect(await invitations.findInvitation('i-1')).toBeUndefined()
    const inGroup = repositoriesWith({ ...sent, ...nothing, groupId: 'chess' } as never)
    expect(await inGroup.invitations.findInvitation('i-1')).toMatchObject({ text: '' })
  })

  test.each<[string, object, string]>([
    [
      'an identifier used twice',
      { groupId: 'chess' },
      "network.invitations[1].invitationId must be unique, and 'i-1' is taken",
    ],
    [
      'an unknown route',
      { invitationId: 'i-2', groupId: 'chess', route: 'search' },
      "network.invitations[1]: route must be 'profile' or 'group'",
    ],
    [
      'an unknown field',
      { invitationId: 'i-2', groupId: 'chess', reference: { field: 'x', entry: 'y' } },
      "network.invitations[1]: reference.field must be 'wants', 'haves' or 'other'",
    ],
  ])('is a TypeError with %s', (_case, changes, message) => {
    const first = { ...sent, groupId: 'chess' }
    expect(() => repositoriesWith(first, { ...sent, ...changes })).toThrow(new TypeError(message))
  })
})

describe('the outbox', () => {
  test('has the deliveries of what was committed, in that order, until they are marked', async () => {
    const repositories = createInMemoryRepositories(NETWORK)
    expect(repositories.pendingDeliveries()).toEqual([])
    await repositories.invitations.commit(record)
    const other = { ...invitation, invitationId: 'i-2', recipientId: 'clara' }
    const deliveries = deliveriesOf(other)
    await repositories.invitations.commit({ ...record, invitation: other, deliveries })
    const ids = () => repositories.pendingDeliveries().map(({ deliveryId }) => deliveryId)
    expect(ids()).toEqual(['i-1.email', 'i-1.news', 'i-2.email', 'i-2.news'])
    repositories.markDelivered('i-1.news')
    repositories.markDelivered('unknown')
    expect(ids()).toEqual(['i-1.email', 'i-2.email', 'i-2.news'])
  })

  test('keeps what it has, whatever becomes of what it is handed, or hands out', async () => {
    const repositories = createInMemoryRepositories(NETWORK)
    const deliveries = deliveriesOf(invitation)
    await repositories.invitations.commit({ ...record, deliveries })
    Object.assign(deliveries[0] ?? {}, { channel: 'sms' })
    Object.assign(repositories.pendingDeliveries()[0] ?? {}, { channel: 'sms' })
    expect(repositories.pendingDeliveries()).toEqual(record.deliveries)
  })
})

describe('what was committed', () => {
  test('does not change with what was handed in or out', async () => {
    const { invitations } = createInMemoryRepositories(NETWORK)
    const handedIn = { ...invitation, sentAt: new Date(NOW), reference: { ...reference } }
    await invitations.commit({ ...record, invitation: handedIn })
    handedIn.sentAt.setFullYear(1999)
    Object.assign(handedIn.reference, { entry: 'changed' })
    const found = await invitations.findInvitation('i-1')
    found?.repeatableAt.setFullYear(1999)
    Object.assign(found?.reference ?? {}, { entry: 'changed' })
    const claims = await invitations.findClaims('anna', ['bernd'])
    claims.get('bernd')?.repeatableAt.setFullYear(1999)
    expect(await invitations.findInvitation('i-1')).toEqual(invitation)
    expect(await invitations.findRecentFingerprints('anna', NOW, 10)).toHaveLength(1)
    const again = await invitations.commit({
      ...record,
      invitation: { ...invitation, invitationId: 'i-2' },
    })
    const { repeatableAt } = invitation
    expect(again).toEqual({
      type: 'PairTaken',
      claim: { invitationId: 'i-1', sentAt: NOW, repeatableAt },
    })
  })
})

test('what a commit hands out that has lost can be changed without any effect', async () => {
  const { invitations } = createInMemoryRepositories(NETWORK)
  await invitations.commit(record)
  const idTaken = await invitations.commit(record)
  expect(idTaken).toEqual({ type: 'IdTaken', invitation })
  if (idTaken.type !== 'IdTaken') throw new Error('not reached')
  idTaken.invitation.sentAt.setFullYear(1999)
  idTaken.invitation.repeatableAt.setFullYear(1999)
  Object.assign(idTaken.invitation.reference ?? {}, { entry: 'changed' })
  Object.assign(idTaken.invitation, { text: 'changed' })
  const other = { ...record, invitation: { ...invitation, invitationId: 'i-2' } }
  const pairTaken = await invitations.commit(other)
  if (pairTaken.type !== 'PairTaken') throw new Error('not reached')
  pairTaken.claim.sentAt.setFullYear(1999)
  pairTaken.claim.repeatableAt.setFullYear(1999)
  Object.assign(pairTaken.claim, { invitationId: 'changed' })
  const { sentAt, repeatableAt } = invitation
  const claim = { invitationId: 'i-1', sentAt, repeatableAt }
  expect(await invitations.findInvitation('i-1')).toEqual(invitation)
  expect(await invitations.findClaims('anna', ['bernd'])).toEqual(new Map([['bernd', claim]]))
  expect(await invitations.commit(record)).toEqual({ type: 'IdTaken', invitation })
  expect(await invitations.commit(other)).toEqual({ type: 'PairTaken', claim })
})

test('groups and contacts are there to choose from', async () => {
  const { memberships, contacts, groups } = createInMemoryRepositories(NETWORK)
  expect(await memberships.findGroupsOf('anna')).toEqual(['typescript-hamburg', 'chess'])
  expect(await contacts.findContactsOf('anna')).toEqual(['bernd'])
  expect(await groups.findGroups(['chess', 'x'])).toEqual(new Map([['chess', { name: 'Schach' }]]))
})
