import type { MemberProfile, Standing } from 'group-invitations'
import type { NetworkGroup } from 'group-invitations/memory'
import { err, ok } from 'neverthrow'
import { describe, expect, test } from 'vitest'
import { aChange, answering, SENT, SENT_NETWORK, storeChange } from '../../support/answering.js'
import { after, NOW } from '../../support/builders.js'
import { NETWORK } from '../../support/network.js'
import { recorded } from '../../support/recorded.js'
import { answersOver, HALF_A_YEAR_ON } from '../../support/sending.js'

const groupId = 'typescript-hamburg'
const byBernd = { invitationId: 'i-1', memberId: 'bernd' }
const pending = { invitation: SENT, status: 'Accepted', standing: 'pending', replayed: false }

const inGroup = (changes: Partial<NetworkGroup>) =>
  answering({ ...SENT_NETWORK, groups: [{ groupId, name: 'TypeScript Hamburg', ...changes }] })

describe('accepting', () => {
  test.each([
    [undefined, 'member', 'pending'],
    [undefined, 'moderator', 'member'],
    ['approval', 'member', 'pending'],
    ['approval', 'moderator', 'member'],
    ['approval', 'pending', 'pending'],
    ['open', 'member', 'member'],
    ['open', 'banned', 'member'],
    ['open', undefined, 'member'],
  ])('into a group with %s by an inviter who is %s now makes a %s', async (...row) => {
    const [admission, anna, standing] = row
    const { service, repositories } = inGroup({ admission, standings: { anna } })
    expect(await service.accept(byBernd)).toEqual(ok({ ...pending, standing }))
    const standings = await repositories.memberships.findStandings([groupId], ['bernd'])
    expect(standings.get(groupId)?.get('bernd')).toBe(standing)
    expect(await repositories.answers.findChanges(['i-1'])).toEqual(
      new Map([['i-1', aChange('Accepted')]]),
    )
  })

  test.each<[Standing, Standing]>([
    ['pending', 'member'],
    ['member', 'member'],
    ['moderator', 'moderator'],
  ])('of one who is %s already makes them %s', async (bernd, standing) => {
    const { service } = inGroup({ standings: { anna: 'moderator', bernd } })
    expect(await service.accept(byBernd)).toEqual(ok({ ...pending, standing }))
  })

  test.each<[string, ReadonlyMap<string, MemberProfile>]>([
    ['nobody', new Map()],
    ['others', new Map([['dora', { displayName: 'Dora', wants: [], haves: [], other: [] }]])],
  ])(
    'admits nobody for an inviter who is gone, even if a membership is left over: %s found',
    async (_who, found) => {
      const { repositories } = inGroup({ standings: { anna: 'moderator' } })
      const profiles = { findProfiles: () => found }
      const service = answersOver({ ...repositories, profiles })
      expect(await service.accept(byBernd)).toEqual(ok(pending))
    },
  )

  test('is the same if the store returns more than was asked for, and that first', async () => {
    const { repositories } = answering()
    const { memberships, groups, answers } = repositories
    const first = <Value>(key: string, value: Value, found: ReadonlyMap<string, Value>) =>
      new Map([[key, value], ...found])
    const service = answersOver({
      ...repositories,
      memberships: {
        ...memberships,
        findStandings: async (groupIds, memberIds) =>
          first(
            'chess',
            new Map([
              ['anna', 'moderator'],
              ['bernd', 'banned'],
            ]),
            await memberships.findStandings(groupIds, memberIds),
          ),
      },
      groups: {
        findGroups: async (groupIds) =>
          first('chess', { name: 'Schach', admission: 'open' }, await groups.findGroups(groupIds)),
      },
      answers: {
        ...answers,
        findChanges: async (ids) =>
          first(
            'i-0',
            aChange('Withdrawn', { invitationId: 'i-0' }),
            await answers.findChanges(ids),
          ),
      },
    })
    expect(await service.accept(byBernd)).toEqual(ok(pending))
  })

  test('is possible after a decline', async () => {
    const { service, repositories } = answering()
    await storeChange(repositories, aChange('Declined'))
    expect(await service.accept(byBernd)).toEqual(ok(pending))
  })

  test('asks nothing that sending asks: who has opted out may accept', async () => {
    const { service, repositories } = answering({ ...SENT_NETWORK, contacts: [] })
    await repositories.preferences.setOptOut('bernd', 'all', true)
    expect(await service.accept(byBernd)).toEqual(ok(pending))
  })

  test('again is the same answer with the standing as it is now, also after the end', async () => {
    const { service, repositories } = answering()
    const first = (await service.accept(byBernd))._unsafeUnwrap()
    expect(await service.accept(byBernd)).toEqual(ok({ ...first, replayed: true }))
    const late = answersOver(repositories, { clock: () => HALF_A_YEAR_ON })
    repositories.setStanding(groupId, 'bernd', 'member')
    expect(await late.accept(byBernd)).toEqual(ok({ ...first, standing: 'member', replayed: true }))
    repositories.setStanding(groupId, 'bernd', 'banned')
    expect(await late.accept(byBernd)).toEqual(ok({ ...first, standing: 'banned', replayed: true }))
    repositories.setStanding(groupId, 'bernd')
    const left = (await late.accept(byBernd))._unsafeUnwrap()
    expect(left).toStrictEqual({ invitation: SENT, status: 'Accepted', replayed: true })
  })

  test('writes nothing again', async () => {
    const { repositories } = answering()
    const at = after(NOW, 1)
    await answersOver(repositories).accept(byBernd)
    await answersOver(repositories, { clock: () => at }).accept(byBernd)
    expect((await repositories.answers.findChanges(['i-1'])).get('i-1')?.changedAt).toEqual(NOW)
  })
})

describe('what cannot be accepted', () => {
  const denied = async (
    repositories: ReturnType<typeof answering>['repositories'],
    at = NOW,
    request = byBernd,
  ) => {
    const before = await repositories.answers.findChanges(['i-1'])
    const result = await answersOver(repositories, { clock: () => at }).accept(request)
    expect(await repositories.answers.findChanges(['i-1'])).toEqual(before)
    return result
  }

  test('is what is not there, somebody else’s, or erased', async () => {
    const notFound = (invitationId: string) => err({ type: 'InvitationNotFound', invitationId })
    const { repositories } = answering()
    for (const invitationId of ['i-2', 'I-1', '__proto__', 'i-1 ', 'ä'.repeat(255)]) {
      const request = { ...byBernd, invitationId }
      expect(await denied(repositories, NOW, request)).toEqual(notFound(invitationId))
    }
    for (const memberId of ['anna', 'clara', 'dora', 'Bernd', 'bernd ']) {
      const request = { ...byBernd, memberId }
      expect(await denied(repositories, NOW, request)).toEqual(notFound('i-1'))
    }
    const erased = answering({ ...NETWORK, invitations: [{ ...SENT, text: '' }] })
    expect(await denied(erased.repositories)).toEqual(notFound('i-1'))
  })

  test('is what was withdrawn', async () => {
    const { repositories } = answering()
    await storeChange(repositories, aChange('Withdrawn'))
    expect(await denied(repositories)).toEqual(
      err({ type: 'InvitationWithdrawn', invitationId: 'i-1' }),
    )
  })

  test('is what has expired, to the millisecond', async () => {
    const { repositories } = answering()
    const expired = err({ type: 'InvitationExpired', repeatableAt: HALF_A_YEAR_ON })
    expect(await denied(repositories, HALF_A_YEAR_ON)).toEqual(expired)
    await storeChange(repositories, aChange('Declined'))
    expect(await denied(repositories, HALF_A_YEAR_ON)).toEqual(expired)
    const last = answersOver(repositories, { clock: () => after(HALF_A_YEAR_ON, -1) })
    expect((await last.accept(byBernd)).isOk()).toBe(true)
  })

  test('is one into a group that is gone', async () => {
    const { repositories } = answering({ ...SENT_NETWORK, groups: [] })
    expect(await denied(repositories)).toEqual(err({ type: 'GroupNotFound', groupId }))
  })

  test('is one by somebody who is banned', async () => {
    const { repositories } = inGroup({
      admission: 'open',
      standings: { anna: 'moderator', bernd: 'banned' },
    })
    expect(await denied(repositories)).toEqual(err({ type: 'RecipientBanned' }))
    const standings = await repositories.memberships.findStandings([groupId], ['bernd'])
    expect(standings.get(groupId)?.get('bernd')).toBe('banned')
  })
})

describe('the calls of an acceptance', () => {
  test('are one for the invitation, four side by side, and one write', async () => {
    const { repositories, calls } = recorded(answering().repositories)
    await answersOver(repositories).accept(byBernd)
    expect(calls).toStrictEqual([
      ['invitations.findInvitation', 'i-1'],
      ['answers.findChanges', ['i-1']],
      ['memberships.findStandings', [groupId], ['anna', 'bernd']],
      ['profiles.findProfiles', ['anna'], 'anna'],
      ['groups.findGroups', [groupId]],
      [
        'answers.change',
        {
          change: aChange('Accepted'),
          from: ['Open', 'Declined'],
          invitation: SENT,
          admit: { groupId, memberId: 'bernd', standing: 'pending' },
        },
      ],
    ])
  })

  test('are no write for a replay, but the standing once more, after the status', async () => {
    const { repositories, calls } = recorded(answering().repositories)
    const service = answersOver(repositories)
    await service.accept(byBernd)
    calls.length = 0
    await service.accept(byBernd)
    expect(calls).toStrictEqual([
      ['invitations.findInvitation', 'i-1'],
      ['answers.findChanges', ['i-1']],
      ['memberships.findStandings', [groupId], ['anna', 'bernd']],
      ['profiles.findProfiles', ['anna'], 'anna'],
      ['groups.findGroups', [groupId]],
      ['memberships.findStandings', [groupId], ['bernd']],
    ])
  })

  test('are one if there is no such invitation', async () => {
    const { repositories, calls } = recorded(answering().repositories)
    await answersOver(repositories).accept({ ...byBernd, invitationId: 'i-2' })
    expect(calls).toStrictEqual([['invitations.findInvitation', 'i-2']])
  })

  test('are the same if it is somebody else’s, also to decline', async () => {
    const { repositories, calls } = recorded(answering().repositories)
    await answersOver(repositories).accept({ ...byBernd, memberId: 'dora' })
    await answersOver(repositories).decline({ ...byBernd, memberId: 'anna' })
    const look = ['invitations.findInvitation', 'i-1']
    expect(calls).toStrictEqual([look, look])
  })
})
