import { PGlite } from '@electric-sql/pglite'
import { repeatableAt } from 'group-invitations'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { after, aRequest, NOW } from '../../../../test/support/builders.js'
import { NETWORK } from '../../../../test/support/network.js'
import { COMPLAINTS, complain, findComplaint } from '../../../examples/complaining.js'
import { FREEZES } from '../../../examples/inviter-freeze.js'
import { decideComplaint, findOpen } from '../../../examples/moderating.js'
import { aComplaint, moderated, shownTo, TEXT } from './moderated.js'

const database = new PGlite()
beforeAll(() => database.exec(`${COMPLAINTS}; ${FREEZES}`))
afterAll(() => database.close())

let network: ReturnType<typeof moderated>
beforeEach(async () => {
  await database.query('TRUNCATE complaints, freezes')
  network = moderated(database)
  await network.send('i-1')
})

const rows = async () =>
  (await database.query<Record<string, unknown>>('SELECT * FROM complaints')).rows

describe('a complaint', () => {
  test('is for the recipient alone: to others it is as if there were no such invitation', async () => {
    const before = network.calls.length
    for (const memberId of ['anna', 'clara', 'nobody']) {
      expect(await network.complain({ memberId })).toBe('InvitationNotFound')
      expect(await network.complain({ memberId, invitationId: 'i-2' })).toBe('InvitationNotFound')
    }
    // Nor do the calls differ.
    const made = network.calls.slice(before)
    expect(made.map(([method]) => method)).toEqual(
      Array.from({ length: 6 }, () => 'invitations.findInvitation'),
    )
    expect(await rows()).toEqual([])
    expect(await network.complain()).toBe('Received')
    expect(await rows()).toHaveLength(1)
  })

  test('counts once for each invitation, also of two at once', async () => {
    const words = ['Erste', 'Zweite']
    const answers = await Promise.all(words.map((explanation) => network.complain({ explanation })))
    expect(answers).toEqual(['Received', 'Received'])
    const [stored, ...others] = await rows()
    expect(others).toEqual([])
    expect(words).toContain(stored?.['explanation'])
    expect(await network.complain({ explanation: 'Dritte', ground: 'law' })).toBe('Received')
    expect(await rows()).toEqual([stored])
  })

  test('changes no decision', async () => {
    await network.complain()
    const decision = { invitationId: 'i-1', provision: '3', reason: 'Nein.', decidedBy: 'staff-1' }
    await decideComplaint(database, { ...decision, measure: 'None' }, NOW)
    const decided = await rows()
    expect(await network.complain({ explanation: 'Noch einmal' })).toBe('Received')
    expect(await rows()).toEqual(decided)
  })

  test('keeps masked words alone', async () => {
    await network.complain({ explanation: 'Anna Schmidt ruft mich an, von 040 1234567.' })
    const [complaint] = await findOpen(database)
    expect(complaint).toEqual({
      invitationId: 'i-1',
      ground: 'rules',
      explanation: '[name] [name] ruft mich an, von [number].',
      quotation:
        'TypeScript in Hamburg\nLieber [name], du bietest TypeScript an. Ruf an: [number] oder [address] [name] [name]',
      // Only suspected, so that the network's rules provide for nothing.
      categories: ['spam'],
      sanction: undefined,
      upheldBefore: 0,
      complainedAt: NOW,
    })
    expect(JSON.stringify(complaint)).not.toMatch(/anna|bernd|schmidt|müller|1234567|example/i)
    const { inviter_id, recipient_id, ...words } = (await rows())[0] ?? {}
    expect([inviter_id, recipient_id]).toEqual(['anna', 'bernd'])
    expect(JSON.stringify(words)).not.toMatch(/anna|bernd|schmidt|müller|1234567|example/i)
  })

  test('also masks the names of a member who does not see the other any more', async () => {
    const { profiles } = network.repositories
    const blocking = {
      ...network.repositories,
      profiles: {
        findProfiles: (ids: readonly string[], viewerId: string) =>
          profiles.findProfiles(
            ids.filter((id) => id === viewerId),
            viewerId,
          ),
      },
    }
    expect(await complain(database, blocking, aComplaint(), NOW)).toBe('Received')
    const [complaint] = await findOpen(database)
    expect(complaint?.quotation).toContain('Lieber [name]')
    expect(complaint?.quotation).not.toContain('Schmidt')
  })
})

describe('whatever has become of the invitation', () => {
  const done = { invitationId: 'i-1', memberId: 'bernd' }
  test.each([
    ['declined', () => network.answers.decline(done)],
    ['accepted', () => network.answers.accept(done)],
    ['withdrawn', () => network.answers.withdraw({ invitationId: 'i-1', memberId: 'anna' })],
    [
      'withdrawn by the network',
      () => network.answers.withdraw({ invitationId: 'i-1', network: 'test' }),
    ],
  ])('a complaint is received: %s', async (_status, answer) => {
    expect((await answer()).isOk()).toBe(true)
    expect(await network.complain()).toBe('Received')
    expect((await findOpen(database))[0]?.quotation).toContain('Lieber [name]')
  })

  test('a complaint is received: expired, years ago', async () => {
    expect(await network.complain({}, after(repeatableAt(NOW), 1e11))).toBe('Received')
    expect((await findOpen(database))[0]?.quotation).toContain('Lieber [name]')
  })

  test('a complaint is received without a quotation: its text was erased', async () => {
    const erased = { ...aRequest(), invitationId: 'i-1', sentAt: NOW, text: '' }
    network = moderated(database, { ...NETWORK, invitations: [erased] })
    expect(await network.complain()).toBe('Received')
    expect(await findOpen(database)).toMatchObject([{ quotation: undefined, categories: [] }])
  })

  test('a complaint is received without a quotation: the inviter is gone, and with them their names', async () => {
    const { profiles } = network.repositories
    const left = {
      ...network.repositories,
      profiles: {
        findProfiles: (ids: readonly string[], viewerId: string) =>
          profiles.findProfiles(
            ids.filter((id) => id !== 'anna'),
            viewerId,
          ),
      },
    }
    expect(await complain(database, left, aComplaint({ explanation: 'Spam!' }), NOW)).toBe(
      'Received',
    )
    expect(await findOpen(database)).toMatchObject([{ quotation: undefined, explanation: 'Spam!' }])
    expect(JSON.stringify(await rows())).not.toContain('Schmidt')
  })

  test('there is none to complain about: its row was deleted', async () => {
    network = moderated(database)
    expect(await network.complain()).toBe('InvitationNotFound')
  })

  test('what was quoted stays, if the text is deleted before anybody decides', async () => {
    await network.complain()
    // The store has forgotten everything.
    network = moderated(database)
    expect((await findOpen(database))[0]?.quotation).toContain('Lieber [name]')
  })
})

describe('nobody is told', () => {
  test('all that both sides are shown is the same before and after, and so are the calls', async () => {
    const before = await shownTo(network)
    expect(before.sent._unsafeUnwrap().items).toMatchObject([{ status: 'Open' }])
    expect(before.deliveries.filter((delivery) => delivery.isOk())).toHaveLength(2)
    await network.complain()
    expect(await shownTo(network)).toEqual(before)
    await network.complain({ explanation: 'Noch einmal', ground: 'law' })
    expect(await shownTo(network)).toEqual(before)
    const decision = { invitationId: 'i-1', provision: '3', reason: 'Nein.', decidedBy: 'staff-1' }
    await decideComplaint(database, { ...decision, measure: 'None' }, NOW)
    expect(await shownTo(network)).toEqual(before)
  })

  test('neither is the inviter if they complain or look themselves', async () => {
    await network.complain()
    const asked = { invitationId: 'i-1', memberId: 'anna' }
    expect(await network.complain({ memberId: 'anna' })).toBe('InvitationNotFound')
    expect(await findComplaint(database, asked)).toBeUndefined()
    expect(await findComplaint(database, { ...asked, invitationId: 'i-2' })).toBeUndefined()
  })

  test('only the member who has complained learns what has become of it', async () => {
    const status = (memberId = 'bernd') =>
      findComplaint(database, { invitationId: 'i-1', memberId })
    expect(await status()).toBeUndefined()
    await network.complain()
    expect(await status()).toBe('open')
    const decision = { invitationId: 'i-1', provision: '3', reason: 'Ja.', decidedBy: 'staff-1' }
    await decideComplaint(database, { ...decision, measure: 'Withdrawal' }, NOW)
    expect(await status()).toBe('upheld')
    expect(await status('anna')).toBeUndefined()
  })

  test('a store that fails stores nothing, and the complaint can be repeated', async () => {
    const down = { query: () => Promise.reject(new Error('down')) }
    await expect(complain(down, network.repositories, aComplaint(), NOW)).rejects.toThrow('down')
    expect(await rows()).toEqual([])
    expect(await network.complain()).toBe('Received')
  })
})

test('the text of these tests has what is masked', () => {
  expect(TEXT).toMatch(/Bernd.*040 1234567.*anna@mail\.example.*Anna Schmidt/)
})
