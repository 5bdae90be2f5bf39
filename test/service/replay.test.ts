import type { InvitationRepository, InvitationRequest, Repositories } from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { err, ok } from 'neverthrow'
import { describe, expect, test } from 'vitest'
import { aRequest, NOW } from '../support/builders.js'
import { faulty } from '../support/faulty.js'
import { intercepted } from '../support/intercepted.js'
import { NETWORK } from '../support/network.js'
import { recorded } from '../support/recorded.js'
import {
  deliveriesFor,
  EVALUATION,
  HALF_A_YEAR_ON,
  ONLY_I1,
  opened,
  sentAs,
  serviceOver,
  storedIn,
} from '../support/sending.js'

describe('an identifier that was sent already', () => {
  const replay = ok({
    invitation: sentAs('i-1'),
    deliveries: deliveriesFor('i-1'),
    advisories: [],
    replayed: true,
  })

  /** A store in which `aRequest` was sent as i-1. */
  async function afterSending() {
    const { service, repositories } = opened()
    expect((await service.send(aRequest(), { invitationId: 'i-1' })).isOk()).toBe(true)
    return { service, repositories }
  }

  test('gives the first result again, and stores nothing', async () => {
    const { service, repositories } = await afterSending()
    expect(await service.send(aRequest(), { invitationId: 'i-1' })).toEqual(replay)
    expect(await storedIn(repositories)).toEqual(ONLY_I1)
  })

  test('looks for the invitation once, and writes nothing', async () => {
    const { repositories } = await afterSending()
    const { repositories: watched, calls } = recorded(repositories)
    await serviceOver(watched).send(aRequest(), { invitationId: 'i-1' })
    const [look, ...evaluation] = calls
    expect(look).toEqual(['invitations.findInvitation', 'i-1'])
    expect(evaluation.map(([call]) => call)).toEqual(EVALUATION)
  })

  test('gives it also where the words differ only in what is normalised', async () => {
    const { service } = await afterSending()
    const request = aRequest({
      subject: ' TypeScript in Hamburg\u200b',
      text: `${aRequest().text}\r\n`,
    })
    expect(await service.send(request, { invitationId: 'i-1' })).toEqual(replay)
  })

  test('gives it whatever the rules would say by now', async () => {
    const { service, repositories } = await afterSending()
    expect((await service.optOut('bernd')).isOk()).toBe(true)
    expect(await service.send(aRequest(), { invitationId: 'i-1' })).toEqual(replay)
    const joined = createInMemoryRepositories({
      ...NETWORK,
      groups: [
        { groupId: 'typescript-hamburg', name: 'TypeScript', standings: { bernd: 'member' } },
      ],
    })
    const later = { ...repositories, memberships: joined.memberships }
    expect(await serviceOver(later).send(aRequest(), { invitationId: 'i-1' })).toEqual(replay)
    const gone = { ...repositories, profiles: createInMemoryRepositories().profiles }
    expect(await serviceOver(gone).send(aRequest(), { invitationId: 'i-1' })).toEqual(replay)
  })

  test.each<[string, Partial<InvitationRequest>]>([
    ['another inviter', { inviterId: 'clara' }],
    ['another recipient', { recipientId: 'clara' }],
    ['another group', { groupId: 'chess' }],
    ['another route', { route: 'group' }],
    ['another subject', { subject: 'TypeScript in Berlin' }],
    ['no subject', { subject: undefined }],
    ['another text', { text: 'Lieber Bernd, TypeScript?' }],
    ['a reference', { reference: { field: 'haves', entry: 'TypeScript' } }],
  ])('is refused to %s', async (_case, changes) => {
    const { service, repositories } = await afterSending()
    expect(await service.send(aRequest(changes), { invitationId: 'i-1' })).toEqual(
      err({ type: 'InvitationIdReused', invitationId: 'i-1' }),
    )
    expect(await storedIn(repositories)).toEqual(ONLY_I1)
  })

  test.each([
    ['another field', { field: 'wants', entry: 'TypeScript' }],
    ['another entry', { field: 'haves', entry: 'Typescript' }],
    ['none', undefined],
  ] as const)('is refused to a reference that has become %s', async (_case, reference) => {
    const { service } = opened()
    const first = { reference: { field: 'haves', entry: 'TypeScript' } } as const
    await service.send(aRequest(first), { invitationId: 'i-1' })
    expect((await service.send(aRequest(first), { invitationId: 'i-1' })).isOk()).toBe(true)
    expect(await service.send(aRequest({ reference }), { invitationId: 'i-1' })).toEqual(
      err({ type: 'InvitationIdReused', invitationId: 'i-1' }),
    )
  })

  test('may have been stored without sending, by an import', async () => {
    const { service } = opened({
      ...NETWORK,
      invitations: [{ ...aRequest(), invitationId: 'i-1', sentAt: NOW }],
    })
    expect(await service.send(aRequest(), { invitationId: 'i-1' })).toEqual(replay)
  })
})

describe('of two at once', () => {
  test('onto one pair one is sent, the other denied as an evaluation would deny it', async () => {
    const { service, repositories } = opened()
    const [one, other] = await Promise.all([
      service.send(aRequest(), { invitationId: 'i-1' }),
      service.send(aRequest({ text: 'Lieber Bernd, TypeScript?' }), { invitationId: 'i-2' }),
    ])
    expect(one.isOk()).toBe(true)
    const denials = [
      {
        type: 'RateLimited6Months',
        invitationId: 'i-1',
        sentAt: NOW,
        repeatableAt: HALF_A_YEAR_ON,
      },
    ]
    const draft = { subject: aRequest().subject, text: 'Lieber Bernd, TypeScript?' }
    expect(other).toEqual(err({ type: 'InvitationDenied', denials, advisories: [], draft }))
    expect(await storedIn(repositories)).toEqual(ONLY_I1)
  })

  test('with one identifier one is sent, the other a replay', async () => {
    const { service, repositories } = opened()
    const sent = await Promise.all([
      service.send(aRequest(), { invitationId: 'i-1' }),
      service.send(aRequest(), { invitationId: 'i-1' }),
    ])
    expect(sent.map((result) => result._unsafeUnwrap().replayed)).toEqual([false, true])
    expect(await storedIn(repositories)).toEqual(ONLY_I1)
  })

  test('with one identifier and other content one is sent, the other denied', async () => {
    const { service } = opened()
    const [one, other] = await Promise.all([
      service.send(aRequest(), { invitationId: 'i-1' }),
      service.send(aRequest({ inviterId: 'clara' }), { invitationId: 'i-1' }),
    ])
    expect(one.isOk()).toBe(true)
    expect(other).toEqual(err({ type: 'InvitationIdReused', invitationId: 'i-1' }))
  })

  test('the second is a replay also where the first is stored after its facts were found', async () => {
    const { repositories, service } = opened()
    let looks = 0
    const invitations: InvitationRepository = {
      ...repositories.invitations,
      async findInvitation(invitationId) {
        const found = repositories.invitations.findInvitation(invitationId)
        looks += 1
        if (looks === 1) await service.send(aRequest(), { invitationId: 'i-1' })
        return found
      },
    }
    const second = await serviceOver({ ...repositories, invitations }).send(aRequest(), {
      invitationId: 'i-1',
    })
    expect(second._unsafeUnwrap()).toMatchObject({ invitation: sentAs('i-1'), replayed: true })
    expect(await storedIn(repositories)).toEqual(ONLY_I1)
  })

  test('the second is a replay also where the first is stored between its look-up and its facts', async () => {
    const { repositories, service } = opened()
    let first: Promise<unknown> | undefined
    const late = intercepted<Repositories>(repositories, async (call, _args, proceed) => {
      if (call === 'invitations.findInvitation') return proceed()
      first ??= Promise.resolve(service.send(aRequest(), { invitationId: 'i-1' }))
      await first
      return proceed()
    })
    const second = await serviceOver(late).send(aRequest(), { invitationId: 'i-1' })
    expect(second._unsafeUnwrap()).toMatchObject({ invitation: sentAs('i-1'), replayed: true })
    expect(await storedIn(repositories)).toEqual(ONLY_I1)
  })

  test('the second is a replay also where the first is stored while the recipient opts out', async () => {
    const { repositories, service } = opened()
    await service.optOut('bernd')
    let looks = 0
    const invitations: InvitationRepository = {
      ...repositories.invitations,
      async findInvitation(invitationId) {
        looks += 1
        if (looks === 2) {
          // The first had been approved before the opt-out, and its commit took until now.
          await service.optIn('bernd')
          await service.send(aRequest(), { invitationId })
        }
        return repositories.invitations.findInvitation(invitationId)
      },
    }
    const second = serviceOver({ ...repositories, invitations }).send(aRequest(), {
      invitationId: 'i-1',
    })
    expect((await second)._unsafeUnwrap()).toMatchObject({
      invitation: sentAs('i-1'),
      replayed: true,
    })
  })

  test('the second is a replay also where the store names its own claim', async () => {
    const { repositories } = opened()
    const invitations: InvitationRepository = {
      ...repositories.invitations,
      commit(record) {
        void repositories.invitations.commit(record)
        const { invitationId, sentAt, repeatableAt } = record.invitation
        return { type: 'PairTaken', claim: { invitationId, sentAt, repeatableAt } }
      },
    }
    const sent = await serviceOver({ ...repositories, invitations }).send(aRequest(), {
      invitationId: 'i-1',
    })
    expect(sent._unsafeUnwrap()).toMatchObject({ invitation: sentAs('i-1'), replayed: true })
  })

  test('there is a second look after a denial, and after nothing else', async () => {
    const looksOf = async (repositories: Repositories, request = aRequest()) => {
      const { repositories: watched, calls } = recorded(repositories)
      await serviceOver(watched).send(request, { invitationId: 'i-1' })
      return calls.filter(([call]) => call === 'invitations.findInvitation').length
    }
    const store = createInMemoryRepositories(NETWORK)
    const profiles = { findProfiles: () => Promise.reject(new Error('down')) }
    expect(await looksOf(store, aRequest({ text: '' }))).toBe(2)
    expect(await looksOf({ ...store, profiles })).toBe(1)
    expect(await looksOf(store)).toBe(1)
  })

  test('an outage at the second look is told as such', async () => {
    const { repositories } = faulty(createInMemoryRepositories(NETWORK), 8, 'before')
    const denied = await serviceOver(repositories).send(aRequest({ text: 'Lieber Bernd?' }), {
      invitationId: 'i-1',
    })
    expect(denied._unsafeUnwrapErr()).toMatchObject({ operation: 'findInvitation' })
  })

  test('a claim of its own identifier without an invitation is a denial like others', async () => {
    const { service } = opened({
      ...NETWORK,
      invitations: [{ invitationId: 'i-1', inviterId: 'anna', recipientId: 'bernd', sentAt: NOW }],
    })
    const denied = await service.send(aRequest(), { invitationId: 'i-1' })
    expect(denied._unsafeUnwrapErr()).toMatchObject({
      denials: [{ type: 'RateLimited6Months', invitationId: 'i-1' }],
    })
  })
})
