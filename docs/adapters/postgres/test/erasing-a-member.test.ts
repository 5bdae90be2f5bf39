import { PGlite } from '@electric-sql/pglite'
import { AnswerService, InvitationPolicy, InvitationService, repeatableAt } from 'group-invitations'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { after, aRequest, NOW } from '../../../../test/support/builders.js'
import { NETWORK } from '../../../../test/support/network.js'
import { eraseMember, forget } from '../../../examples/erasing-a-member.js'
import { repositoriesIn } from '../repositories.js'
import { emptyTables, SCHEMA, seed } from './fixtures.js'

const DAY = 24 * 60 * 60 * 1000
const TABLES = [
  ...['members', 'memberships', 'contacts', 'blocks', 'opt_outs', 'claims', 'invitations'],
  ...['deliveries', 'dead_letters', 'bounces', 'paces'],
]

const database = new PGlite()
beforeAll(() => database.exec(SCHEMA))
afterAll(() => database.close())

const repositories = repositoriesIn(database)
const EVERY = 60 * 60 * 1000
const pace = { burst: 20, every: { minutes: 60 } }
const policyAt = (now: Date) => new InvitationPolicy(repositories, { clock: () => now, pace })
const answers = new AnswerService(policyAt(NOW), repositories)

/** What Anna and Clara have sent to Bernd, and Bernd to Clara, and Anna to Clara; Bernd is a moderator somewhere. */
const SENT = {
  'by-anna': aRequest({ reference: { field: 'haves', entry: 'TypeScript' } }),
  'by-clara': aRequest({ inviterId: 'clara', text: 'Lieber Bernd, Schach und TypeScript?' }),
  'by-bernd': aRequest({
    ...{ inviterId: 'bernd', recipientId: 'clara', groupId: 'chess' },
    text: 'Liebe Clara, magst du Schach?',
  }),
  'to-clara': aRequest({
    ...{ inviterId: 'anna', recipientId: 'clara', groupId: 'chess' },
    text: 'Liebe Clara, komm zum Schach!',
  }),
}

beforeEach(async () => {
  await emptyTables(database)
  await seed(database, { ...NETWORK, blocks: [['bernd', 'dora']] })
  const service = new InvitationService(policyAt(NOW), repositories)
  for (const [invitationId, request] of Object.entries(SENT)) {
    expect(await service.send(request, { invitationId })).toMatchObject({ value: {} })
  }
  for (const memberId of ['bernd', 'clara']) {
    expect((await service.optOut(memberId, { inviterId: 'dora' })).isOk()).toBe(true)
  }
  expect((await service.optOut('dora', { inviterId: 'bernd' })).isOk()).toBe(true)
  await database.query(`INSERT INTO bounces (member_id) VALUES ('bernd')`)
  await database.query(
    `INSERT INTO dead_letters (delivery_id, invitation_id, channel, attempts, problem)
     SELECT delivery_id, invitation_id, channel, 1, 'bernd@mail.example' FROM deliveries
      WHERE delivery_id = 'by-anna.email'`,
  )
  // Bernd, as a moderator, has withdrawn the invitation of somebody else to somebody else.
  await database.query(
    `UPDATE memberships SET standing = 'moderator' WHERE group_id = 'chess' AND member_id = 'bernd'`,
  )
  const withdrawn = await answers.withdraw({ invitationId: 'to-clara', memberId: 'bernd' })
  expect(withdrawn.isOk()).toBe(true)
})

const rowsOf = async (table: string) =>
  (await database.query<Record<string, unknown>>(`SELECT * FROM ${table}`)).rows
const everything = async () =>
  Object.fromEntries(
    await Promise.all(TABLES.map(async (table) => [table, await rowsOf(table)] as const)),
  )
const idsIn = async (table: string) =>
  (await rowsOf(table)).map((row) => String(row['invitation_id'])).sort()

const erase = () =>
  eraseMember(database, answers, repositories.answers, { memberId: 'bernd', now: NOW })

describe('erasing a member', () => {
  test('leaves no word of theirs or to them, and their identifier in pairs alone', async () => {
    await erase()
    const { claims, invitations = [], ...others } = await everything()
    expect(JSON.stringify(others)).not.toMatch(/bernd/i)
    expect(JSON.stringify(claims)).not.toMatch(/TypeScript/)
    for (const row of invitations) {
      if (row['invitation_id'] === 'to-clara') continue
      const { subject, text, reference_field, reference_entry } = row
      expect({ subject, text, reference_field, reference_entry }).toEqual({
        ...{ subject: null, text: '', reference_field: null, reference_entry: null },
      })
    }
    const pairs = invitations.map(({ inviter_id: _inviter, recipient_id: _recipient, ...row }) => ({
      ...row,
      invitation_id: '',
    }))
    expect(JSON.stringify(pairs)).not.toMatch(/bernd/i)
  })

  test('touches nothing of others', async () => {
    const before = await everything()
    await erase()
    const left = await everything()
    const ofOthers = (rows: readonly Record<string, unknown>[] = []) =>
      rows.filter((row) => !/bernd|by-(anna|clara)/.test(JSON.stringify(row)))
    for (const table of TABLES) {
      expect(ofOthers(left[table])).toEqual(expect.arrayContaining(ofOthers(before[table])))
    }
    expect(left['members']).toHaveLength(NETWORK.members.length - 1)
    const [toClara] = (left['invitations'] ?? []).filter(
      (row) => row['inviter_id'] === 'anna' && row['recipient_id'] === 'clara',
    )
    expect(toClara).toMatchObject({ text: SENT['to-clara'].text, status: 'Withdrawn' })
    expect((await answers.sent('anna')).isOk()).toBe(true)
  })

  test('withdraws what is open, so that nobody accepts it and no message goes out', async () => {
    const service = new InvitationService(policyAt(NOW), repositories)
    const deliveries = Object.keys(SENT).map((invitationId) => ({
      ...{ deliveryId: `${invitationId}.email`, invitationId, channel: 'email' as const },
    }))
    await erase()
    const changes = await repositories.answers.findChanges(Object.keys(SENT))
    for (const invitationId of ['by-anna', 'by-clara', 'by-bernd']) {
      expect(changes.get(invitationId)).toMatchObject({
        ...{ status: 'Withdrawn', changedBy: { network: 'member-erased' } },
      })
    }
    for (const delivery of deliveries) {
      expect((await service.prepareDelivery(delivery)).isErr()).toBe(true)
    }
    const accepted = await answers.accept({ invitationId: 'by-bernd', memberId: 'clara' })
    expect(accepted).toMatchObject({ error: { type: 'InvitationNotFound' } })
  })

  test('can be done again at any point', async () => {
    await erase()
    const once = await everything()
    await erase()
    expect(await everything()).toEqual(once)
    // As if it had been killed after each statement.
    for (let lasts = 0; lasts < 15; lasts += 1) {
      await emptyTables(database)
      await seed(database, {
        ...NETWORK,
        invitations: [{ ...SENT['by-anna'], invitationId: 'by-anna', sentAt: NOW }],
      })
      let statements = 0
      const dying = {
        query: <Row>(sql: string, parameters?: unknown[]) => {
          statements += 1
          if (statements > lasts) throw new Error('killed')
          return database.query<Row>(sql, parameters)
        },
      }
      const request = { memberId: 'bernd', now: NOW }
      await eraseMember(dying, answers, repositories.answers, request).catch(() => undefined)
      await erase()
      expect(JSON.stringify(await rowsOf('invitations'))).not.toContain('TypeScript')
      expect(await repositories.answers.findChanges(['by-anna'])).toMatchObject(
        new Map([['by-anna', { status: 'Withdrawn' }]]),
      )
    }
  })
})

describe('what is kept, and how long', () => {
  const end = repeatableAt(NOW)

  test('the claim until the end of the cooldown, so that it holds', async () => {
    await erase()
    // Even if the identifier came back.
    await database.query(
      `INSERT INTO members (member_id, display_name, haves) VALUES ('bernd', 'Bernd', '{TypeScript}')`,
    )
    for (const now of [NOW, after(end, -1)]) {
      await forget(database, now)
      expect(await idsIn('claims')).toEqual(Object.keys(SENT).sort())
      const verdict = await policyAt(now).evaluate(aRequest())
      expect(verdict).toMatchObject({ error: { denials: [{ type: 'RateLimited6Months' }] } })
    }
    await forget(database, end)
    expect(await idsIn('claims')).toEqual([])
  })

  test('the invitation without its text as long as its claim; others stay', async () => {
    await erase()
    await forget(database, after(end, -1))
    expect(await idsIn('invitations')).toEqual(Object.keys(SENT).sort())
    await forget(database, end)
    expect(await idsIn('invitations')).toEqual(['to-clara'])
  })

  test('the pace of others for a day after the whole burst is free again', async () => {
    const inviters = async () => (await rowsOf('paces')).map((row) => row['inviter_id']).sort()
    expect(await inviters()).toEqual(['anna', 'bernd', 'clara'])
    await erase()
    expect(await inviters()).toEqual(['anna', 'clara'])
    // Clara has sent one, and Anna two.
    await forget(database, after(NOW, EVERY + DAY - 1))
    expect(await inviters()).toEqual(['anna', 'clara'])
    await forget(database, after(NOW, EVERY + DAY))
    expect(await inviters()).toEqual(['anna'])
  })

  test('the fingerprint for the 30 days in which it recognises copies', async () => {
    await erase()
    const fingerprints = async () =>
      (await rowsOf('invitations')).filter((row) => row['text_fingerprint'] !== null)
    await forget(database, after(NOW, 30 * DAY))
    expect(await fingerprints()).toHaveLength(4)
    const since = await repositories.invitations.findRecentFingerprints('anna', NOW, 100)
    expect(since).toHaveLength(2)
    await forget(database, after(NOW, 30 * DAY + 1))
    expect(await fingerprints()).toEqual([])
  })
})
