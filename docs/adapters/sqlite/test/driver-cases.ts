import { InvitationPolicy, InvitationService } from 'group-invitations'
import { beforeEach, describe, expect, test } from 'vitest'
import { aRequest } from '../../../../test/support/builders.js'
import { NETWORK } from '../../../../test/support/network.js'
import { aTransport } from '../../postgres/test/transports.js'
import { Undeliverable } from '../../shared/hand-over.js'
import type { Database, Statement, Value } from '../database.js'
import { type Relay, relayOne, runRelay } from '../relay.js'
import { repositoriesIn } from '../repositories.js'
import { emptyTables, seed } from './fixtures.js'

/** What the adapter needs of a driver, beside what the kit finds out. */
export function proveDriver(name: string, given: () => Database): void {
  describe(name, () => {
    beforeEach(() => emptyTables(given()))

    const to = (sql: string, ...parameters: Value[]): Statement => ({ sql, parameters })
    const addPace = (inviterId: string, where = 'true') =>
      to(`INSERT INTO paces (inviter_id, free_at) SELECT ?1, 1 WHERE ${where}`, inviterId)

    test('counts as changes what the last write has written, and 0 if that is nothing', async () => {
      const changes = to('SELECT changes() AS changes')
      const raise = (where: string) =>
        to(`INSERT INTO paces (inviter_id, free_at) VALUES ('anna', 1)
                ON CONFLICT (inviter_id) DO UPDATE SET free_at = 2 WHERE ${where} RETURNING free_at`)
      const found = await given().batch([
        addPace('anna'),
        changes,
        addPace('bernd', 'false'),
        changes,
        raise('true'),
        changes,
        raise('false'),
        changes,
        addPace('clara', 'changes() = 1'),
        changes,
        to('SELECT inviter_id, free_at FROM paces'),
      ])
      const counts = [1, 3, 5, 7, 9].map((at) => found[at])
      expect(counts).toEqual([1, 0, 1, 0, 0].map((count) => [{ changes: count }]))
      expect([found[4], found[6]]).toEqual([[{ free_at: 2 }], []])
      expect(found[10]).toEqual([{ inviter_id: 'anna', free_at: 2 }])
    })

    test('stores nothing of a batch that fails, and goes on', async () => {
      const failing = [addPace('anna'), to('INSERT INTO paces (inviter_id) VALUES (NULL)')]
      await expect(given().batch(failing)).rejects.toThrow(/NOT NULL/)
      expect(await given().find('SELECT inviter_id FROM paces')).toEqual([])
      await given().batch([addPace('anna')])
      expect(await given().find('SELECT inviter_id FROM paces')).toHaveLength(1)
    })

    test('takes 5,000 of the longest identifiers in each list', async () => {
      const ids = Array.from({ length: 5000 }, (_nothing, at) => `${'😀'.repeat(251)}${at + 1000}`)
      const [last = ''] = ids.slice(-1)
      const { contacts, preferences } = repositoriesIn(given())
      const addContact = 'INSERT INTO contacts (member_id, contact_id) VALUES (?1, ?2)'
      await given().batch([to(addContact, 'anna', last)])
      expect(await contacts.findContactsAmong('anna', ids)).toEqual(new Set([last]))
      await preferences.setOptOut(last, 'all', true)
      await preferences.setOptOut(last, { inviterId: last }, true)
      expect(await preferences.findOptOuts([last], ids, ids)).toEqual(
        new Map([[last, ['all', { inviterId: last }]]]),
      )
    })

    describe('the relay', () => {
      let reported: unknown[] = []
      const relayOf = (transport: Relay['transport'], settings: Partial<Relay> = {}): Relay => {
        const database = given()
        const repositories = repositoriesIn(database)
        const service = new InvitationService(new InvitationPolicy(repositories), repositories)
        const report: Relay['report'] = (_delivery, problem) => void reported.push(problem)
        return { database, service, transport, report, ...settings }
      }
      const makeDue = () => given().batch([to('UPDATE deliveries SET due_at = 0')])
      const deadLetters = () =>
        given().find('SELECT delivery_id, attempts, problem FROM dead_letters')

      beforeEach(async () => {
        reported = []
        await seed(given(), NETWORK)
        const { service } = relayOf(aTransport())
        expect((await send(service)).isOk()).toBe(true)
      })

      const send = (service: Relay['service']) =>
        (service as InvitationService).send(aRequest(), { invitationId: 'i-1' })

      test('hands each delivery over once', async () => {
        const transport = aTransport()
        const relayed = await Promise.all([1, 2, 3].map(() => relayOne(relayOf(transport))))
        expect(relayed.sort()).toEqual(['delivered', 'delivered', undefined])
        expect(transport.handed.sort()).toEqual(['i-1.email', 'i-1.news'])
        expect(await given().find('SELECT delivery_id FROM deliveries')).toEqual([])
      })

      test('runs until it is stopped', async () => {
        const stop = new AbortController()
        const outcomes: string[] = []
        await runRelay(relayOf(aTransport()), {
          stop: stop.signal,
          log: (problem) => void reported.push(problem),
          onRelayed(outcome) {
            if (outcomes.push(outcome) === 2) stop.abort()
          },
        })
        expect([outcomes, reported]).toEqual([['delivered', 'delivered'], []])
      })

      test('tries again what has failed, also if its relay has died', async () => {
        const dying = { deliver: () => new Promise<never>(() => undefined) }
        void relayOne(relayOf(dying))
        void relayOne(relayOf(dying))
        await expect.poll(() => relayOne(relayOf(aTransport()))).toBeUndefined()
        await makeDue()
        const transport = aTransport(1)
        expect(await relayOne(relayOf(transport))).toBe('postponed')
        expect(await relayOne(relayOf(transport))).toBe('delivered')
        expect(await relayOne(relayOf(transport))).toBeUndefined()
        await makeDue()
        expect(await relayOne(relayOf(transport))).toBe('delivered')
        expect(reported).toEqual([new Error('mailbox unavailable')])
      })

      /** How long each delivery waits, in seconds, after so many tries and one that fails. */
      async function waitsAfter(attempts: number): Promise<readonly number[]> {
        await given().batch([to('UPDATE deliveries SET attempts = ?1', attempts)])
        const began = Date.now()
        for (const _each of [1, 2]) await relayOne(relayOf(aTransport(1)))
        const rows = await given().find<{ due_at: number }>('SELECT due_at FROM deliveries')
        return rows.map(({ due_at }) => (due_at - began) / 1000)
      }

      test.each([
        [0, 2],
        [2, 8],
        [29, 4096],
      ])('after %i tries waits about %i seconds', async (attempts, seconds) => {
        const waits = await waitsAfter(attempts)
        // The clock of SQLite is read in whole seconds.
        expect(Math.min(...waits)).toBeGreaterThanOrEqual(seconds / 2 - 1)
        expect(Math.max(...waits)).toBeLessThan(seconds * 1.5 + 2)
      })

      test('waits for each of them another time', async () => {
        const [one, other] = await waitsAfter(29)
        expect(one).not.toBe(other)
      })

      test('leaves alone what another relay has taken after its lease', async () => {
        await given().batch([to(`DELETE FROM deliveries WHERE channel = 'news'`)])
        const others = { deliver: () => new Promise<never>(() => undefined) }
        const slow = {
          async deliver() {
            await makeDue()
            void relayOne(relayOf(others, { lease: 1000 }))
            const attempts = () => given().find('SELECT attempts FROM deliveries')
            await expect.poll(attempts).toEqual([{ attempts: 2 }])
            throw new Error('too late')
          },
        }
        expect(await relayOne(relayOf(slow))).toBe('postponed')
        const [row] = await given().find<{ due_at: number }>('SELECT due_at FROM deliveries')
        expect(row?.due_at).toBeGreaterThan(Date.now() + 900_000)
      })

      test('makes a dead letter of what cannot be delivered, or was tried too often', async () => {
        const refused = new Undeliverable(`550 ${'x'.repeat(600)}`)
        expect(await relayOne(relayOf(aTransport(1, refused)))).toBe('dead')
        expect(await relayOne(relayOf(aTransport(1), { tries: 1 }))).toBe('dead')
        expect(await deadLetters()).toEqual([
          expect.objectContaining({ attempts: 1, problem: `550 ${'x'.repeat(496)}` }),
          expect.objectContaining({ attempts: 1, problem: 'mailbox unavailable' }),
        ])
        expect(await given().find('SELECT delivery_id FROM deliveries')).toEqual([])
        expect(reported).toEqual([refused, new Error('mailbox unavailable')])
      })

      test('writes of an outage no more than its type', async () => {
        const repositories = repositoriesIn(given())
        const groups = { findGroups: () => Promise.reject(new Error('no secret')) }
        const policy = new InvitationPolicy({ ...repositories, groups })
        const service = new InvitationService(policy, { ...repositories, groups })
        expect(await relayOne(relayOf(aTransport(), { service, tries: 1 }))).toBe('dead')
        expect(await deadLetters()).toMatchObject([{ problem: 'DependencyFailed' }])
      })

      test('drops what must not be sent any more', async () => {
        await given().batch([to('DELETE FROM members')])
        expect(await relayOne(relayOf(aTransport()))).toBe('cancelled')
        await given().batch([to('DELETE FROM invitations')])
        expect(await relayOne(relayOf(aTransport()))).toBe('erased')
        expect(reported).toMatchObject([{ type: 'InvitationNotFound' }])
        expect(await deadLetters()).toEqual([])
      })
    })
  })
}
