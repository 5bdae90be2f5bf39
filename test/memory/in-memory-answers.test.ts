import type { ChangeRecord, Invitation, InvitationChange, Standing } from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { describe, expect, test } from 'vitest'
import { aChange, SENT, SENT_NETWORK } from '../support/answering.js'
import { after, NOW } from '../support/builders.js'
import { NETWORK } from '../support/network.js'

const groupId = 'typescript-hamburg'
const admit = { groupId, memberId: 'bernd', standing: 'member' } as const

const opened = () => createInMemoryRepositories(SENT_NETWORK)
const record = (change: InvitationChange, more: Partial<ChangeRecord> = {}): ChangeRecord => ({
  change,
  from: ['Open'],
  invitation: SENT,
  ...more,
})

async function standingIn(repositories: ReturnType<typeof opened>, memberId = 'bernd') {
  const standings = await repositories.memberships.findStandings([groupId], [memberId])
  return standings.get(groupId)?.get(memberId)
}

describe('a change', () => {
  test('is stored from one of its statuses, open being the absence of any', async () => {
    const { answers } = opened()
    expect(await answers.findChanges(['i-1'])).toEqual(new Map())
    expect(await answers.change(record(aChange('Declined')))).toStrictEqual({ type: 'Changed' })
    const withdrawn = aChange('Withdrawn', {
      changedBy: { network: 'spam' },
      changedAt: after(NOW, 1),
    })
    expect(await answers.change(record(withdrawn))).toStrictEqual({
      type: 'NotChanged',
      change: aChange('Declined'),
    })
    expect(await answers.change(record(withdrawn, { from: ['Open', 'Declined'] }))).toEqual({
      type: 'Changed',
    })
    expect(await answers.findChanges(['i-2', 'i-1'])).toStrictEqual(new Map([['i-1', withdrawn]]))
  })

  test('concerns no other invitation', async () => {
    const { answers } = createInMemoryRepositories({
      ...NETWORK,
      invitations: [SENT, { ...SENT, invitationId: 'i-2' }],
    })
    const other = aChange('Accepted', { invitationId: 'i-2' })
    await answers.change(record(other))
    await answers.change(record(aChange('Declined')))
    expect(await answers.findChanges(['i-1', 'i-2', 'i-3'])).toStrictEqual(
      new Map([
        ['i-1', aChange('Declined')],
        ['i-2', other],
      ]),
    )
    expect(await answers.findChanges([])).toEqual(new Map())
  })

  test('fails for an invitation that does not exist, and admits nobody', async () => {
    const repositories = opened()
    const accepted = aChange('Accepted', { invitationId: 'i-9' })
    expect(() => repositories.answers.change(record(accepted, { admit }))).toThrow(
      new Error("There is no invitation 'i-9'"),
    )
    expect(await standingIn(repositories)).toBe(undefined)
  })

  test.each(['Declined', 'Accepted'] as const)(
    'to %s is kept as it was handed in',
    async (status) => {
      const { answers } = opened()
      const changedBy = { memberId: 'bernd' }
      const handedIn = { ...aChange(status, { changedAt: new Date(NOW), changedBy }), note: 'spam' }
      await answers.change(record(handedIn, status === 'Accepted' ? { admit } : {}))
      handedIn.changedAt.setFullYear(1999)
      changedBy.memberId = 'dora'
      Object.assign(handedIn, { status: 'Withdrawn' })
      expect(await answers.findChanges(['i-1'])).toStrictEqual(new Map([['i-1', aChange(status)]]))
    },
  )

  test('does not change with what was handed in or out', async () => {
    const { answers } = opened()
    const changedBy = { memberId: 'bernd' }
    const handedIn = aChange('Declined', { changedAt: new Date(NOW), changedBy })
    await answers.change(record(handedIn))
    handedIn.changedAt.setFullYear(1999)
    changedBy.memberId = 'dora'
    const found = (await answers.findChanges(['i-1'])).get('i-1')
    found?.changedAt.setFullYear(1999)
    Object.assign(found?.changedBy ?? {}, { memberId: 'dora' })
    const lost = await answers.change(record(aChange('Accepted')))
    if (lost.type === 'NotChanged') {
      lost.change.changedAt.setFullYear(1999)
      Object.assign(lost.change, { status: 'Accepted' })
    }
    expect(await answers.findChanges(['i-1'])).toStrictEqual(
      new Map([['i-1', aChange('Declined')]]),
    )
  })
})

describe('the membership', () => {
  test.each<[Standing | undefined, 'member' | 'pending', Standing]>([
    [undefined, 'member', 'member'],
    [undefined, 'pending', 'pending'],
    ['pending', 'member', 'member'],
    ['pending', 'pending', 'pending'],
    ['member', 'member', 'member'],
    ['member', 'pending', 'member'],
    ['moderator', 'member', 'moderator'],
    ['moderator', 'pending', 'moderator'],
  ])('of one who is %s is, with %s, afterwards %s', async (before, standing, expected) => {
    const repositories = opened()
    repositories.setStanding(groupId, 'bernd', before)
    const accepted = record(aChange('Accepted'), { admit: { ...admit, standing } })
    expect(await repositories.answers.change(accepted)).toStrictEqual({
      type: 'Changed',
      standing: expected,
    })
    expect(await standingIn(repositories)).toBe(expected)
    expect(await standingIn(repositories, 'clara')).toBe('moderator')
  })

  test('is the first of a group in which nobody has been yet', async () => {
    const repositories = opened()
    const accepted = record(aChange('Accepted'), { admit: { ...admit, groupId: 'new' } })
    expect(await repositories.answers.change(accepted)).toEqual({
      type: 'Changed',
      standing: 'member',
    })
    expect(await repositories.memberships.findGroupsOf('bernd')).toEqual(['chess', 'new'])
  })

  test('of one who is banned stays, and nothing is stored', async () => {
    const repositories = opened()
    repositories.setStanding(groupId, 'bernd', 'banned')
    expect(await repositories.answers.change(record(aChange('Accepted'), { admit }))).toStrictEqual(
      { type: 'NotAdmitted' },
    )
    expect(await standingIn(repositories)).toBe('banned')
    expect(await repositories.answers.findChanges(['i-1'])).toEqual(new Map())
  })

  test('of one who is banned is no reason if the status is another', async () => {
    const repositories = opened()
    await repositories.answers.change(record(aChange('Withdrawn')))
    repositories.setStanding(groupId, 'bernd', 'banned')
    const late = record(aChange('Accepted'), { admit })
    expect(await repositories.answers.change(late)).toStrictEqual({
      type: 'NotChanged',
      change: aChange('Withdrawn'),
    })
  })

  test('stays if nothing is changed, or nobody admitted', async () => {
    const repositories = opened()
    await repositories.answers.change(record(aChange('Declined')))
    expect(await standingIn(repositories)).toBeUndefined()
    await repositories.answers.change(record(aChange('Accepted'), { admit }))
    expect(await standingIn(repositories)).toBeUndefined()
  })

  test('is ended and set by the service’s other code', async () => {
    const repositories = opened()
    repositories.setStanding(groupId, 'clara')
    expect(await standingIn(repositories, 'clara')).toBeUndefined()
    repositories.setStanding('new', 'bernd', 'member')
    expect(await repositories.memberships.findGroupsOf('bernd')).toEqual(['chess', 'new'])
  })
})

describe('the invitations of a member', () => {
  const sent = (invitationId: string, sentAt: Date, changes: Partial<Invitation> = {}) => ({
    ...SENT,
    invitationId,
    sentAt,
    repeatableAt: after(sentAt, 1000),
    ...changes,
  })
  const all = [
    sent('b', NOW),
    sent('new', after(NOW, 1)),
    sent('c', NOW),
    sent('old', after(NOW, -1)),
    sent('a', NOW),
    sent('by-clara', NOW, { inviterId: 'clara' }),
    sent('to-clara', NOW, { recipientId: 'clara' }),
    sent('to-anna', NOW, { inviterId: 'bernd', recipientId: 'anna' }),
  ]
  const { answers } = createInMemoryRepositories({ ...NETWORK, invitations: all })
  const ids = async (...args: Parameters<typeof answers.findInvitationsOf>) =>
    (await answers.findInvitationsOf(...args)).map(({ invitationId }) => invitationId)

  test('are the newest first, and those of one instant in an order', async () => {
    expect(await ids('bernd', 'recipient', 100)).toEqual(['new', 'a', 'b', 'by-clara', 'c', 'old'])
    expect(await ids('anna', 'inviter', 100)).toEqual(['new', 'a', 'b', 'c', 'to-clara', 'old'])
    expect(await ids('anna', 'recipient', 100)).toEqual(['to-anna'])
    expect(await ids('dora', 'recipient', 100)).toEqual([])
    expect(await ids('Bernd', 'recipient', 100)).toEqual([])
  })

  test('are no more than were asked for, and those that follow another', async () => {
    expect(await ids('bernd', 'recipient', 2)).toEqual(['new', 'a'])
    expect(await ids('bernd', 'recipient', 2, 'a')).toEqual(['b', 'by-clara'])
    expect(await ids('bernd', 'recipient', 3, 'by-clara')).toEqual(['c', 'old'])
    expect(await ids('bernd', 'recipient', 3, 'old')).toEqual([])
  })

  test.each(['unknown', '', 'to-clara', 'to-anna', 'NEW'])(
    'are none that follow %s, which is none of them',
    async (before) => {
      expect(await ids('bernd', 'recipient', 100, before)).toEqual([])
    },
  )

  test('do not change with what was handed out', async () => {
    const [first] = await answers.findInvitationsOf('bernd', 'recipient', 1)
    first?.sentAt.setFullYear(1999)
    first?.repeatableAt.setFullYear(1999)
    expect(await answers.findInvitationsOf('bernd', 'recipient', 1)).toEqual([
      sent('new', after(NOW, 1)),
    ])
  })
})
