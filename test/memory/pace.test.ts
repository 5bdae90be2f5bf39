import type { InvitationRecord, Pace } from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { describe, expect, test } from 'vitest'
import { after, NOW } from '../support/builders.js'
import { NETWORK } from '../support/network.js'
import { sentAs } from '../support/sending.js'

const MINUTE = 60_000
const one: Pace = { burst: 1, everyMs: MINUTE }

function opened() {
  const { invitations } = createInMemoryRepositories(NETWORK)
  const commit = (
    invitationId: string,
    recipientId: string,
    { sentAt = NOW, pace = one }: { sentAt?: Date; pace?: Pace | undefined } = {},
  ) => {
    const invitation = { ...sentAs(invitationId), recipientId, sentAt }
    const record: InvitationRecord = { invitation, textFingerprint: '', deliveries: [], pace }
    return invitations.commit(record)
  }
  const typeOf = async (...record: Parameters<typeof commit>) => (await commit(...record)).type
  return { invitations, commit, typeOf, freeAt: async () => invitations.findFreeAt?.('anna') }
}

describe('commit', () => {
  test('finds the identifier before the pair, and the pair before the pace', async () => {
    const { typeOf } = opened()
    expect(await typeOf('i-1', 'bernd')).toBe('Committed')
    expect(await typeOf('i-1', 'bernd')).toBe('IdTaken')
    expect(await typeOf('i-1', 'clara')).toBe('IdTaken')
    expect(await typeOf('i-2', 'bernd')).toBe('PairTaken')
    expect(await typeOf('i-2', 'clara')).toBe('PaceTaken')
    expect(await typeOf('i-2', 'clara')).toBe('PaceTaken')
  })

  test('takes one until an interval is over, to the millisecond', async () => {
    const { typeOf, freeAt } = opened()
    expect(await freeAt()).toBeUndefined()
    expect(await typeOf('i-1', 'bernd')).toBe('Committed')
    expect(await freeAt()).toEqual(after(NOW, MINUTE))
    expect(await typeOf('i-2', 'clara', { sentAt: after(NOW, MINUTE - 1) })).toBe('PaceTaken')
    expect(await freeAt()).toEqual(after(NOW, MINUTE))
    expect(await typeOf('i-2', 'clara', { sentAt: after(NOW, MINUTE) })).toBe('Committed')
    expect(await freeAt()).toEqual(after(NOW, 2 * MINUTE))
  })

  test('neither checks nor uses a pace without one', async () => {
    const { invitations, typeOf, freeAt } = opened()
    const invitation = { ...sentAs('i-0'), recipientId: 'dora' }
    await invitations.commit({ invitation, textFingerprint: '', deliveries: [] })
    expect(await freeAt()).toBeUndefined()
    expect(await typeOf('i-1', 'bernd')).toBe('Committed')
    const other = { ...sentAs('i-2'), recipientId: 'clara' }
    const record = { invitation: other, textFingerprint: '', deliveries: [] }
    expect((await invitations.commit(record)).type).toBe('Committed')
    expect(await freeAt()).toEqual(after(NOW, MINUTE))
  })

  test('judges what was used at one pace by another', async () => {
    const { commit, typeOf } = opened()
    const three: Pace = { burst: 3, everyMs: 1000 }
    expect(await typeOf('i-1', 'bernd')).toBe('Committed')
    expect(await commit('i-2', 'clara', { pace: three })).toEqual({
      type: 'PaceTaken',
      freeAt: after(NOW, MINUTE),
    })
    const sentAt = after(NOW, MINUTE - 2000)
    expect(await typeOf('i-2', 'clara', { sentAt, pace: three })).toBe('Committed')
  })
})

test('a Date that is handed out is nobody else’s', async () => {
  const { commit, freeAt } = opened()
  await commit('i-1', 'bernd')
  const found = await freeAt()
  found?.setTime(0)
  const taken = await commit('i-2', 'clara')
  expect(taken).toEqual({ type: 'PaceTaken', freeAt: after(NOW, MINUTE) })
  if (taken.type === 'PaceTaken') taken.freeAt.setTime(0)
  expect(await freeAt()).toEqual(after(NOW, MINUTE))
})
