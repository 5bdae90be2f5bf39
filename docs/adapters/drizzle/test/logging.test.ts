import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { DrizzleQueryError } from 'drizzle-orm'
import {
  deliveriesOf,
  type DependencyFailed,
  InvitationPolicy,
  InvitationService,
  type Repositories,
  toLogRecord,
} from 'group-invitations'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { emptyTables, SCHEMA, seed } from '../../postgres/test/fixtures.js'
import { after, aRequest, NOW } from '../../../../test/support/builders.js'
import { NETWORK } from '../../../../test/support/network.js'
import { repositoriesIn } from '../repositories.js'
import { invitations as table } from '../schema.js'

const client = new PGlite()
const database = drizzle(client)
const repositories = repositoriesIn(database)
beforeAll(() => client.exec(SCHEMA))
afterAll(() => client.close())
beforeEach(async () => {
  await emptyTables(client)
  await seed(client, { ...NETWORK, blocks: [] })
})

const SECRET = 'Geheimnis'
const invitation = {
  ...aRequest({ subject: SECRET }),
  text: `Guten Tag, ${SECRET}`,
  invitationId: 'i-1',
  sentAt: NOW,
  repeatableAt: after(NOW, 1000),
}
const record = {
  invitation,
  textFingerprint: SECRET,
  deliveries: deliveriesOf(invitation),
  pace: { burst: 2, everyMs: 1000 },
}
const change = {
  invitationId: 'i-1',
  status: 'Withdrawn',
  changedAt: NOW,
  changedBy: { network: SECRET },
} as const
const admit = { groupId: SECRET, memberId: SECRET, standing: 'member' } as const

const logOf = (cause: unknown): string => {
  const failed: DependencyFailed = {
    type: 'DependencyFailed',
    dependency: 'invitations',
    operation: 'commit',
    cause,
    effect: 'unknown',
  }
  return JSON.stringify(toLogRecord(failed))
}

const errorOf = (work: () => unknown): Promise<unknown> =>
  Promise.resolve(work()).then(
    () => undefined,
    (error: unknown) => error,
  )

// Each method, with the secret wherever a text can be.
const calls: {
  readonly [Port in keyof Repositories]: Readonly<
    Record<keyof Required<Repositories>[Port] & string, () => unknown>
  >
} = {
  memberships: {
    findStandings: () => repositories.memberships.findStandings([SECRET], [SECRET]),
    findGroupsOf: () => repositories.memberships.findGroupsOf(SECRET),
  },
  profiles: { findProfiles: () => repositories.profiles.findProfiles([SECRET], SECRET) },
  preferences: {
    findOptOuts: () => repositories.preferences.findOptOuts([SECRET], [SECRET], [SECRET]),
    setOptOut: () => repositories.preferences.setOptOut(SECRET, 'all', true),
  },
  contacts: {
    findContactsAmong: () => repositories.contacts.findContactsAmong(SECRET, [SECRET]),
    findContactsOf: () => repositories.contacts.findContactsOf(SECRET),
  },
  groups: { findGroups: () => repositories.groups.findGroups([SECRET]) },
  invitations: {
    findClaims: () => repositories.invitations.findClaims(SECRET, [SECRET]),
    findRecentFingerprints: () => repositories.invitations.findRecentFingerprints(SECRET, NOW, 50),
    findInvitation: () => repositories.invitations.findInvitation(SECRET),
    findFreeAt: () => repositories.invitations.findFreeAt?.(SECRET),
    commit: () => repositories.invitations.commit(record),
  },
  answers: {
    findChanges: () => repositories.answers.findChanges([SECRET]),
    findInvitationsOf: () => repositories.answers.findInvitationsOf(SECRET, 'inviter', 9, SECRET),
    change: () => repositories.answers.change({ change, from: ['Open'], invitation, admit }),
  },
}

test('no method lets a word of a member into a log', async () => {
  const methods = Object.entries(calls).flatMap(([port, ofPort]) =>
    Object.keys(ofPort).map((name) => `${port}.${name}`),
  )
  const inPorts = Object.entries(repositories).flatMap(([port, ofPort]) =>
    Object.keys(ofPort as object).map((name) => `${port}.${name}`),
  )
  expect(methods.sort()).toEqual(inPorts.sort())
  // Without tables each of them fails.
  await client.exec('ALTER SCHEMA public RENAME TO away')
  try {
    for (const call of Object.values(calls).flatMap((ofPort) => Object.values(ofPort))) {
      const error = await errorOf(call)
      expect(error).toMatchObject({ code: '42P01' })
      expect(error).not.toBeInstanceOf(DrizzleQueryError)
      expect(logOf(error)).not.toContain(SECRET)
    }
  } finally {
    await client.exec('ALTER SCHEMA away RENAME TO public')
  }
})

test('nor does the last of many tries', async () => {
  // A row of the outbox that is in the way of each try.
  await client.query(`INSERT INTO deliveries VALUES ('i-1.news', 'i-0', 'news')`)
  const error = await errorOf(calls.invitations.commit)
  expect(error).toMatchObject({ message: 'Other writes came in between', cause: { code: '23505' } })
  expect(logOf(error)).not.toContain(SECRET)
})

test('nor does a service that fails to send', async () => {
  await client.exec('ALTER TABLE deliveries RENAME TO elsewhere')
  const policy = new InvitationPolicy(repositories, { clock: () => NOW })
  const sent = await new InvitationService(policy, repositories).send(aRequest())
  await client.exec('ALTER TABLE elsewhere RENAME TO deliveries')
  const log = JSON.stringify(toLogRecord(sent._unsafeUnwrapErr()))
  expect(log).toMatch(/"operation":"commit".*"code":"42P01"/)
  expect(log).not.toContain('Lieber Bernd')
})

test('the error of Drizzle itself would', async () => {
  const row = { ...record, invitation_id: null as unknown as string, text: invitation.text }
  const error = await errorOf(() => database.insert(table).values(row as never))
  expect(error).toBeInstanceOf(DrizzleQueryError)
  expect(logOf(error)).toContain(SECRET)
})
