import type { InvitationRequest, Observation, PolicyOptions, Repositories } from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { describe, expect, test } from 'vitest'
import { aRequest, NOW } from '../support/builders.js'
import { intercepted } from '../support/intercepted.js'
import { NETWORK } from '../support/network.js'
import { sentAs, serviceOver } from '../support/sending.js'

const LOOK = 'invitations.findInvitation'

/** Sends as i-1, and returns the result with what was observed of it. */
async function observed(
  repositories: Repositories,
  request: InvitationRequest,
  options: PolicyOptions = {},
) {
  const seen: Observation[] = []
  const service = serviceOver(repositories, { observe: (each) => void seen.push(each), ...options })
  const result = await service.send(request, { invitationId: 'i-1' })
  // An evaluation may still go on.
  await new Promise((resolve) => setImmediate(resolve))
  return { result, seen }
}

const empty = () => createInMemoryRepositories(NETWORK)
const afterSending = () =>
  createInMemoryRepositories({
    ...NETWORK,
    invitations: [{ ...aRequest(), invitationId: 'i-1', sentAt: NOW }],
  })

describe('a decision of send is observed once', () => {
  test('if it is sent, with the instant and the facts of the evaluation', async () => {
    const text = `${aRequest().text}\r\n`
    const { result, seen } = await observed(empty(), aRequest({ text }))
    expect(result.isOk()).toBe(true)
    expect(seen).toHaveLength(1)
    expect(seen[0]).toMatchObject({
      request: aRequest({ text }),
      facts: { now: NOW, mentions: [{ field: 'haves', entry: 'TypeScript' }], evidence: [] },
    })
    expect(seen[0]?.verdict._unsafeUnwrap()).toMatchObject({
      request: aRequest(),
      decidedAt: NOW,
    })
  })

  test('if it is denied', async () => {
    const { result, seen } = await observed(empty(), aRequest({ text: '' }))
    expect(seen.map(({ verdict }) => verdict)).toEqual([result])
    expect(result.isErr()).toBe(true)
  })

  test('if commit alone finds the earlier try: it is observed before anything is written', async () => {
    const store = afterSending()
    const repositories = {
      ...store,
      invitations: {
        ...store.invitations,
        findInvitation: () => undefined,
        findClaims: () => new Map(),
        findRecentFingerprints: () => [],
      },
    }
    const { result, seen } = await observed(repositories, aRequest())
    expect(result._unsafeUnwrap()).toMatchObject({ invitation: sentAs('i-1'), replayed: true })
    expect(seen.map(({ verdict }) => verdict.isOk())).toEqual([true])
  })

  test('after the look for an earlier try, and before the write', async () => {
    const order: string[] = []
    const repositories = intercepted<Repositories>(empty(), async (call, _args, proceed) => {
      if (call === LOOK) await new Promise((resolve) => setImmediate(resolve))
      order.push(call)
      return proceed()
    })
    await observed(repositories, aRequest(), { observe: () => void order.push('observe') })
    expect(order.slice(-3)).toEqual([LOOK, 'observe', 'invitations.commit'])
  })

  test('if the second look finds the earlier try: what is found after the verdict does not change it', async () => {
    const store = afterSending()
    let looks = 0
    const findInvitation = (invitationId: string) => {
      looks += 1
      return looks === 1 ? undefined : store.invitations.findInvitation(invitationId)
    }
    const repositories = { ...store, invitations: { ...store.invitations, findInvitation } }
    const { result, seen } = await observed(repositories, aRequest())
    expect(looks).toBe(2)
    expect(result._unsafeUnwrap()).toMatchObject({ invitation: sentAs('i-1'), replayed: true })
    expect(seen.map(({ verdict }) => verdict)).toMatchObject([
      { error: { denials: [{ type: 'RateLimited6Months', invitationId: 'i-1' }] } },
    ])
  })
})

describe('a replay is not observed', () => {
  test('with the same content, nor with another one', async () => {
    const same = await observed(afterSending(), aRequest())
    expect(same.result._unsafeUnwrap()).toMatchObject({ replayed: true })
    const other = await observed(afterSending(), aRequest({ text: 'Lieber Bernd, TypeScript?' }))
    expect(other.result._unsafeUnwrapErr().type).toBe('InvitationIdReused')
    expect([...same.seen, ...other.seen]).toEqual([])
  })

  test('though observe would fail', async () => {
    const observe = () => {
      throw new Error('disk full')
    }
    const { result } = await observed(afterSending(), aRequest(), { observe })
    expect(result._unsafeUnwrap()).toMatchObject({ replayed: true })
  })
})
