import type { InvitationStatus } from 'group-invitations'
import { ok } from 'neverthrow'
import { describe, expect, test } from 'vitest'
import { aChange, answering, SENT, SENT_NETWORK, storeChange } from '../../support/answering.js'
import { after, NOW } from '../../support/builders.js'
import { NETWORK } from '../../support/network.js'
import { answersOver, HALF_A_YEAR_ON } from '../../support/sending.js'

const groupId = 'typescript-hamburg'
const recipient = { displayName: 'Bernd Müller', wants: [], haves: ['TypeScript'], other: [] }
const group = { name: 'TypeScript Hamburg' }
const item = { invitation: SENT, recipient, group, status: 'Open' }

test('what a member has sent is shown with its recipient, its group and its status', async () => {
  const { service } = answering()
  expect(await service.sent('anna')).toEqual(ok({ items: [item] }))
  expect(await service.sent('bernd')).toEqual(ok({ items: [] }))
})

describe('the status', () => {
  test.each<[InvitationStatus | undefined, string, string]>([
    [undefined, 'Open', 'Expired'],
    ['Declined', 'Open', 'Expired'],
    ['Accepted', 'Accepted', 'Accepted'],
    ['Withdrawn', 'Withdrawn', 'Withdrawn'],
  ])('of what is %s is %s, and from the end on %s', async (stored, before, afterwards) => {
    const { repositories } = answering()
    if (stored) await storeChange(repositories, aChange(stored))
    for (const [now, status] of [
      [NOW, before],
      [after(HALF_A_YEAR_ON, -1), before],
      [HALF_A_YEAR_ON, afterwards],
      [after(HALF_A_YEAR_ON, 1), afterwards],
    ] as const) {
      const service = answersOver(repositories, { clock: () => now })
      expect(await service.sent('anna')).toEqual(ok({ items: [{ ...item, status }] }))
    }
  })

  test('is the same whether it was declined or nothing was done, to the last key', async () => {
    const silent = answering()
    const declined = answering()
    await declined.service.decline({ invitationId: 'i-1', memberId: 'bernd' })
    expect(await declined.service.sent('anna')).toStrictEqual(await silent.service.sent('anna'))
  })

  test('is as it is, whatever has become of the recipient', async () => {
    const { service, repositories } = answering()
    repositories.setStanding(groupId, 'bernd', 'banned')
    await repositories.preferences.setOptOut('bernd', 'all', true)
    expect(await service.sent('anna')).toEqual(ok({ items: [item] }))
  })
})

describe('what is gone', () => {
  test('is undefined, and its invitation is shown', async () => {
    const { service } = answering({ invitations: [{ ...SENT, text: '' }] })
    expect(await service.sent('anna')).toEqual(
      ok({
        items: [
          {
            invitation: { ...SENT, text: '' },
            recipient: undefined,
            group: undefined,
            status: 'Open',
          },
        ],
      }),
    )
  })

  test('is what has no name, too', async () => {
    const { repositories } = answering()
    const profiles = { findProfiles: () => new Map([['bernd', { ...recipient, displayName: '' }]]) }
    const groups = { findGroups: () => new Map([[groupId, { name: '' }]]) }
    const service = answersOver({ ...repositories, profiles, groups })
    expect(await service.sent('anna')).toEqual(
      ok({ items: [{ ...item, recipient: undefined, group: undefined }] }),
    )
  })
})

test('the profiles are as the inviter sees them', async () => {
  const { repositories } = answering()
  const profiles = {
    findProfiles: (memberIds: readonly string[], viewerId: string) =>
      new Map(memberIds.map((id) => [id, { ...recipient, displayName: `${id} for ${viewerId}` }])),
  }
  const { items } = (await answersOver({ ...repositories, profiles }).sent('anna'))._unsafeUnwrap()
  expect(items[0]?.recipient?.displayName).toBe('bernd for anna')
})

test('no other field of a profile or a group is shown, and what is shown is a copy', async () => {
  const { repositories } = answering()
  const stored = { ...recipient, wants: ['Go'], email: 'bernd@mail.example', birthday: NOW }
  const profiles = { findProfiles: () => new Map([['bernd', stored]]) }
  const groups = { findGroups: () => new Map([[groupId, { ...group, owner: 'clara' }]]) }
  const page = await answersOver({ ...repositories, profiles, groups }).sent('anna')
  stored.wants.push('TypeScript')
  const expected = { ...item, recipient: { ...recipient, wants: ['Go'] } }
  expect(page).toStrictEqual(ok({ items: [expected] }))
})

test('a reference is the inviter’s own, and shown as it was sent', async () => {
  const reference = { field: 'haves', entry: 'Go' } as const
  const { service } = answering({ ...NETWORK, invitations: [{ ...SENT, reference }] })
  const { items } = (await service.sent('anna'))._unsafeUnwrap()
  expect(items[0]?.invitation).toEqual({ ...SENT, reference })
})

test('each has its own status', async () => {
  const ids = ['a', 'b', 'c', 'd', 'e']
  const { service, repositories } = answering({
    ...SENT_NETWORK,
    invitations: ids.map((invitationId) => ({
      ...SENT,
      invitationId,
      ...(invitationId === 'e' && { repeatableAt: NOW }),
    })),
  })
  await storeChange(repositories, aChange('Accepted', { invitationId: 'b' }))
  await storeChange(repositories, aChange('Withdrawn', { invitationId: 'c' }))
  await storeChange(repositories, aChange('Declined', { invitationId: 'd' }))
  const { items } = (await service.sent('anna'))._unsafeUnwrap()
  const statuses = items.map(({ invitation, status }) => [invitation.invitationId, status])
  expect(statuses).toEqual([
    ['a', 'Open'],
    ['b', 'Accepted'],
    ['c', 'Withdrawn'],
    ['d', 'Open'],
    ['e', 'Expired'],
  ])
})
