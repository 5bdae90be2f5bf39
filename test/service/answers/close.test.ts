import type { Standing } from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { err, ok } from 'neverthrow'
import { describe, expect, test } from 'vitest'
import { aChange, answering, SENT, SENT_NETWORK, storeChange } from '../../support/answering.js'
import { after, aRequest, NOW } from '../../support/builders.js'
import { NETWORK } from '../../support/network.js'
import { recorded } from '../../support/recorded.js'
import { answersOver, HALF_A_YEAR_ON, serviceOver } from '../../support/sending.js'

const groupId = 'typescript-hamburg'
const by = (memberId: string) => ({ invitationId: 'i-1', memberId })
const network = { invitationId: 'i-1', network: 'member-erased' }
const notFound = err({ type: 'InvitationNotFound', invitationId: 'i-1' })
const accepted = err({ type: 'InvitationAccepted', invitationId: 'i-1' })
const as = (status: string, replayed = false) => ok({ invitation: SENT, status, replayed })

describe('declining', () => {
  test('is the recipient’s, at any time, and without a standing', async () => {
    for (const now of [NOW, HALF_A_YEAR_ON, after(HALF_A_YEAR_ON, 1)]) {
      const { service, repositories } = answering(SENT_NETWORK, { clock: () => now })
      expect(await service.decline(by('bernd'))).toStrictEqual(as('Declined'))
      expect(await repositories.answers.findChanges(['i-1'])).toStrictEqual(
        new Map([['i-1', aChange('Declined', { changedAt: now })]]),
      )
    }
  })

  test('again changes nothing', async () => {
    const { service, repositories } = answering()
    await service.decline(by('bernd'))
    const later = answersOver(repositories, { clock: () => after(NOW, 1) })
    expect(await later.decline(by('bernd'))).toStrictEqual(as('Declined', true))
    expect((await repositories.answers.findChanges(['i-1'])).get('i-1')?.changedAt).toEqual(NOW)
  })

  test('does not undo an acceptance, and leaves what was withdrawn', async () => {
    const { service, repositories } = answering()
    await storeChange(repositories, aChange('Accepted'))
    expect(await service.decline(by('bernd'))).toEqual(accepted)
    await storeChange(repositories, aChange('Withdrawn'))
    expect(await service.decline(by('bernd'))).toStrictEqual(as('Withdrawn', true))
  })

  test.each(['anna', 'clara', 'dora', 'nobody'])('is none of %s’s business', async (memberId) => {
    const { service, repositories } = answering()
    expect(await service.decline(by(memberId))).toEqual(notFound)
    expect(await repositories.answers.findChanges(['i-1'])).toEqual(new Map())
  })

  test('asks for nothing but the invitation and its status', async () => {
    const { repositories, calls } = recorded(answering().repositories)
    await answersOver(repositories).decline(by('bernd'))
    expect(calls).toStrictEqual([
      ['invitations.findInvitation', 'i-1'],
      ['answers.findChanges', ['i-1']],
      [
        'answers.change',
        { change: aChange('Declined'), from: ['Open'], invitation: SENT, admit: undefined },
      ],
    ])
  })

  test('is possible if all else is gone, and the text erased', async () => {
    const { service } = answering({ invitations: [{ ...SENT, text: '' }] })
    expect(await service.decline(by('bernd'))).toEqual(
      ok({ invitation: { ...SENT, text: '' }, status: 'Declined', replayed: false }),
    )
  })
})

describe('withdrawing', () => {
  test.each([
    ['the inviter', by('anna'), { memberId: 'anna' }],
    ['a moderator', by('clara'), { memberId: 'clara' }],
    ['the network', network, { network: 'member-erased' }],
  ])('is possible for %s, at any time, and stores who it was', async (_who, request, changedBy) => {
    for (const changedAt of [NOW, after(HALF_A_YEAR_ON, 1)]) {
      const { service, repositories } = answering(SENT_NETWORK, { clock: () => changedAt })
      expect(await service.withdraw(request)).toStrictEqual(as('Withdrawn'))
      const change = aChange('Withdrawn', { changedBy, changedAt })
      expect(await repositories.answers.findChanges(['i-1'])).toStrictEqual(
        new Map([['i-1', change]]),
      )
    }
  })

  test('goes on from a decline, is its own replay, and undoes no acceptance', async () => {
    for (const request of [by('anna'), by('clara'), network]) {
      const { service, repositories } = answering()
      await storeChange(repositories, aChange('Declined'))
      expect(await service.withdraw(request)).toStrictEqual(as('Withdrawn'))
      expect(await service.withdraw(request)).toStrictEqual(as('Withdrawn', true))
      await storeChange(repositories, aChange('Accepted'))
      expect(await service.withdraw(request)).toEqual(accepted)
    }
  })

  test.each<[string, Standing | undefined]>([
    ['bernd', undefined],
    ['bernd', 'member'],
    ['dora', undefined],
    ['dora', 'pending'],
    ['dora', 'member'],
    ['dora', 'banned'],
    ['nobody', undefined],
  ])('is none of %s’s business as %s', async (memberId, standing) => {
    const { service, repositories } = answering()
    repositories.setStanding(groupId, memberId, standing)
    expect(await service.withdraw(by(memberId))).toEqual(notFound)
    expect(await repositories.answers.findChanges(['i-1'])).toEqual(new Map())
  })

  test('is none of a moderator’s of another group', async () => {
    const { service, repositories } = answering()
    repositories.setStanding('chess', 'dora', 'moderator')
    expect(await service.withdraw(by('dora'))).toEqual(notFound)
  })

  test('is possible for a moderator of a group that is gone, if memberships are left', async () => {
    const { repositories } = answering({ ...NETWORK, invitations: [{ ...SENT, text: '' }] })
    const groups = { findGroups: () => new Map() }
    const service = answersOver({ ...repositories, groups })
    expect((await service.withdraw(by('clara'))).isOk()).toBe(true)
  })

  test('asks for the standing only of somebody who may be a moderator', async () => {
    const { repositories, calls } = recorded(answering().repositories)
    await answersOver(repositories).withdraw(by('clara'))
    await answersOver(repositories).withdraw(network)
    await answersOver(repositories).withdraw(by('anna'))
    const change = aChange('Withdrawn', { changedBy: { memberId: 'clara' } })
    expect(calls).toStrictEqual([
      ['invitations.findInvitation', 'i-1'],
      ['answers.findChanges', ['i-1']],
      ['memberships.findStandings', [groupId], ['clara']],
      [
        'answers.change',
        { change, from: ['Open', 'Declined'], invitation: SENT, admit: undefined },
      ],
      ['invitations.findInvitation', 'i-1'],
      ['answers.findChanges', ['i-1']],
      ['invitations.findInvitation', 'i-1'],
      ['answers.findChanges', ['i-1']],
    ])
  })
})

test('the cooldown stays as it is, whatever becomes of the invitation', async () => {
  const denied = {
    type: 'InvitationDenied',
    denials: [
      {
        type: 'RateLimited6Months',
        invitationId: 'i-1',
        sentAt: NOW,
        repeatableAt: HALF_A_YEAR_ON,
      },
    ],
  }
  for (const status of ['Declined', 'Withdrawn', 'Accepted'] as const) {
    const repositories = createInMemoryRepositories(SENT_NETWORK)
    await storeChange(repositories, aChange(status))
    const sent = await serviceOver(repositories).send(
      aRequest({ text: 'Lieber Bernd, TypeScript!' }),
    )
    expect(sent._unsafeUnwrapErr()).toMatchObject(denied)
  }
})
