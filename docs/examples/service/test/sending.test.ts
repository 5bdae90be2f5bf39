import { repeatableAt } from 'group-invitations'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aRequest, NOW } from '../../../../test/support/builders.js'
import { keyOf } from '../invitation-key.js'
import { type Served, served } from './served.js'

const { inviterId: _inviterId, ...draft } = aRequest()

let site: Served
beforeEach(async () => {
  site = await served()
})
afterEach(() => site.close())

describe('sending', () => {
  test('sends once, and says the same again', async () => {
    const sent = await site.call('PUT', '/invitations/form-1', { body: draft })
    expect(sent).toMatchObject({
      status: 201,
      body: { invitationId: keyOf('anna', 'form-1'), recipientId: 'bernd' },
    })
    expect(await site.call('PUT', '/invitations/form-1', { body: draft })).toEqual({
      ...sent,
      status: 200,
    })
    expect(
      await site.call('PUT', '/invitations/form-1', { body: { ...draft, text: 'Lieber Bernd!' } }),
    ).toMatchObject({
      status: 422,
      body: { title: 'Invitation id reused' },
    })
    expect(
      await site.call('PUT', '/invitations/form-2', { body: draft, language: 'de' }),
    ).toMatchObject({
      status: 409,
      body: {
        detail:
          'Sie haben dieses Mitglied in den letzten 6 Monaten schon in diese oder eine andere Gruppe eingeladen, und zwar am 12. Mai 2026. Eine weitere Einladung ist ab dem 12. November 2026 wieder möglich (12:00 UTC).',
        repeatableAt: '2026-11-12T12:00:00.000Z',
      },
    })
  })

  test('sends back what the inviter has written, and no more that a store may have', async () => {
    const reference = { field: 'haves', entry: 'TypeScript' } as const
    const body = { ...draft, reference }
    const sent = await site.call('PUT', '/invitations/form-1', { body })
    const { recipientId, groupId, subject, text } = draft
    expect(sent.body).toEqual({
      ...{ invitationId: keyOf('anna', 'form-1'), inviterId: 'anna', recipientId, groupId },
      ...{ subject, text, reference },
      sentAt: NOW.toISOString(),
      repeatableAt: repeatableAt(NOW).toISOString(),
    })
    await site.close()
    const { invitations } = site.repositories
    const findInvitation = async (invitationId: string) => {
      const found = await invitations.findInvitation(invitationId)
      return found && { ...found, score: 7, reference: { ...reference, score: 7 } }
    }
    site = await served({ ...site.repositories, invitations: { ...invitations, findInvitation } })
    const again = await site.call('PUT', '/invitations/form-1', { body })
    expect(again).toEqual({ ...sent, status: 200 })
  })

  test('lets nobody take the name of another member', async () => {
    const { groupId, recipientId } = draft
    const byClara = { ...draft, text: 'Lieber Bernd, TypeScript?' }
    expect(await site.call('PUT', '/invitations/form-1', { as: 'clara', body: byClara })).toEqual(
      expect.objectContaining({ status: 201 }),
    )
    expect(await site.call('PUT', '/invitations/form-1', { body: draft })).toMatchObject({
      status: 201,
      body: { inviterId: 'anna', recipientId, groupId, text: draft.text },
    })
    expect(
      await site.call('PUT', '/invitations/form-1', { as: 'clara', body: byClara }),
    ).toMatchObject({ status: 200, body: { inviterId: 'clara', text: byClara.text } })
  })

  test.each(['a b', 'ä/ö', '../form-1', '👩‍👩‍👧', 'x'.repeat(300), '%'])(
    'takes any name of a client: %s',
    async (name) => {
      const path = `/invitations/${encodeURIComponent(name)}`
      const sent = await site.call('PUT', path, { body: draft })
      expect(sent).toMatchObject({ status: 201, body: { invitationId: keyOf('anna', name) } })
      expect(await site.call('PUT', path, { body: draft })).toEqual({ ...sent, status: 200 })
    },
  )

  test('logs what has failed, and whether the invitation may be stored', async () => {
    await site.close()
    const cause = Object.assign(new AggregateError([new Error('1'), new Error('2')]), {
      code: 'ECONNREFUSED',
    })
    const { invitations } = site.repositories
    site = await served({ invitations: { ...invitations, commit: () => Promise.reject(cause) } })
    const answer = await site.call('PUT', '/invitations/form-1', { body: draft })
    expect(answer).toMatchObject({ status: 503 })
    expect(site.logged).toMatchObject([
      {
        ...{ dependency: 'invitations', operation: 'commit', effect: 'unknown' },
        cause: {
          ...{ name: 'AggregateError', code: 'ECONNREFUSED' },
          errors: [{ message: '1' }, { message: '2' }],
        },
      },
    ])
  })

  test('logs nothing that a member has written, whatever a driver rejects with', async () => {
    await site.close()
    const { invitations } = site.repositories
    const taken = Object.assign(new Error('duplicate key'), {
      ...{ code: '23505', detail: `Key (text)=(${draft.text}) already exists.` },
      parameters: [draft],
    })
    const causes: readonly unknown[] = [taken, { invitation: draft }, [draft], undefined]
    for (const cause of causes) {
      const commit = () => Promise.reject(cause)
      site = await served({ invitations: { ...invitations, commit } })
      await site.call('PUT', '/invitations/form-1', { body: draft })
      expect(site.logged).toMatchObject([{ operation: 'commit', effect: 'unknown' }])
      expect(JSON.stringify(site.logged)).not.toContain(draft.text)
      await site.close()
    }
    site = await served()
  })

  test('logs nothing if nothing has failed', async () => {
    await site.call('PUT', '/invitations/form-1', { body: { ...draft, text: '' } })
    await site.call('PUT', '/invitations/form-1', { body: null })
    await site.call('PUT', '/invitations/form-1', { body: draft })
    expect(site.logged).toEqual([])
  })
})

describe('the key of an invitation', () => {
  const members = ['anna', 'anna.b', 'anna b', 'ä', '["anna"]', 'a|b', '👩‍👩‍👧', 'x'.repeat(255)]
  const names = ['1', 'b.1', 'b 1', '', '"', '","', 'x'.repeat(1000), '\ud83d', '\ude00', '\ufffd']

  test('is an identifier of the library, whatever member and name are', () => {
    for (const memberId of members) {
      for (const name of names) expect(keyOf(memberId, name)).toMatch(/^[A-Za-z0-9._~-]{1,64}$/)
    }
  })

  test('is the same for the same, and no two are alike', () => {
    const keys = members.flatMap((memberId) => names.map((name) => keyOf(memberId, name)))
    expect(new Set(keys).size).toBe(members.length * names.length)
    expect(keyOf('anna', '1')).toBe(keys[0])
    expect(keyOf('a', 'b,c')).not.toBe(keyOf('a,b', 'c'))
  })
})
