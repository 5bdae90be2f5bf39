import type { NewStanding, Repositories, Standing } from 'group-invitations'
import { and, sql } from 'drizzle-orm'
import { admitIn } from '../admit.js'
import type { Database } from '../database.js'
import { claims } from '../invitation-tables.js'
import { idIn, isOneOf } from '../keys.js'
import { notificationSettings } from '../schema.js'
import type { Flaw } from './flaw.js'
import { rowsOf } from './their-code.js'

export const writeFlaws: readonly Flaw[] = [
  {
    flaw: 'the switch is written for users who do not exist',
    port: 'preferences',
    found: ['setOptOut/nobody'],
    over: (database, { preferences }) => ({
      preferences: {
        findOptOuts: (...ids) => preferences.findOptOuts(...ids),
        async setOptOut(memberId, _, isOut) {
          const setting = { communityInvites: !isOut }
          await database
            .insert(notificationSettings)
            .values({ userId: BigInt(memberId), ...setting })
            .onConflictDoUpdate({ target: notificationSettings.userId, set: setting })
        },
      },
    }),
  },
  {
    flaw: 'the one switch takes each opt-out',
    port: 'preferences',
    found: ['setOptOut/neither-lost-nor-widened', 'findOptOuts/scopes'],
    over: (_, { preferences }) => ({
      preferences: {
        findOptOuts: (...ids) => preferences.findOptOuts(...ids),
        setOptOut: (memberId, _, isOut) => preferences.setOptOut(memberId, 'all', isOut),
      },
    }),
  },
  {
    flaw: 'instants are read as local times',
    port: 'invitations',
    found: ['findClaims/pair'],
    over: (database, { invitations }) => ({
      invitations: {
        ...invitations,
        async findClaims(inviterId, recipientIds) {
          const { invitationId, recipientId, sentAt, repeatableAt } = claims
          // As `timestamp` without a zone and `mode: 'string'` do.
          const local = (column: typeof sentAt | typeof repeatableAt) =>
            sql<string>`(${column} AT TIME ZONE 'UTC')::text`
          const rows = await database
            .select({
              recipientId: idIn(recipientId),
              invitationId,
              sentAt: local(sentAt),
              repeatableAt: local(repeatableAt),
            })
            .from(claims)
            .where(and(isOneOf(claims.inviterId, [inviterId]), isOneOf(recipientId, recipientIds)))
          return new Map(
            rows.map(({ recipientId: id, ...claim }) => [
              id,
              {
                ...claim,
                sentAt: new Date(claim.sentAt),
                repeatableAt: new Date(claim.repeatableAt),
              },
            ]),
          )
        },
      },
    }),
  },
]

/** Answers whose membership is written by a statement of one's own, before the status. */
const answersBy =
  (admit: (database: Database, admitted: NewStanding) => Promise<Standing>) =>
  (database: Database, { answers }: Repositories): Pick<Repositories, 'answers'> => ({
    answers: {
      ...answers,
      async change({ admit: admitted, ...record }) {
        if (!admitted) return answers.change(record)
        const standing = await admit(database, admitted)
        if (standing === 'banned') return { type: 'NotAdmitted' }
        const outcome = await answers.change(record)
        return outcome.type === 'Changed' ? { ...outcome, standing } : outcome
      },
    },
  })

export const answerFlaws: readonly Flaw[] = [
  {
    flaw: 'an upsert lifts a block',
    port: 'answers',
    found: ['change/banned'],
    over: answersBy(async (database, { groupId, memberId }) => {
      await database.execute(sql`
        INSERT INTO community_members (community_id, user_id, state) VALUES (${groupId}, ${memberId}, 'active')
            ON CONFLICT (community_id, user_id) WHERE left_at IS NULL AND state IN ('requested', 'active', 'blocked')
            DO UPDATE SET state = 'active'`)
      return 'member'
    }),
  },
  {
    flaw: 'accepting makes a subscriber of an admin',
    port: 'answers',
    found: ['change/lowers-none', 'change/standing'],
    over: answersBy(async (database, { groupId, memberId }) => {
      await database.execute(sql`
        INSERT INTO community_members (community_id, user_id, state) VALUES (${groupId}, ${memberId}, 'active')
            ON CONFLICT (community_id, user_id) WHERE left_at IS NULL AND state IN ('requested', 'active', 'blocked')
            DO UPDATE SET state = 'active', role = 'subscriber'`)
      return 'member'
    }),
  },
  {
    flaw: 'accepting adds a row beside the application',
    port: 'answers',
    found: ['change/raises'],
    over: answersBy(async (database, { groupId, memberId }) => {
      await database.execute(
        sql`INSERT INTO community_members (community_id, user_id, state) VALUES (${groupId}, ${memberId}, 'active')`,
      )
      return 'member'
    }),
  },
  {
    flaw: 'accepting reopens the row of a membership that has ended',
    port: 'answers',
    found: ['change/gives-unbanned'],
    over: answersBy(async (database, { groupId, memberId }) => {
      const own = sql`community_id = ${groupId} AND user_id = ${memberId}`
      const rows = rowsOf(
        await database.execute(
          sql`UPDATE community_members SET left_at = NULL WHERE ${own} RETURNING id`,
        ),
      )
      if (rows.length === 0)
        await database.execute(
          sql`INSERT INTO community_members (community_id, user_id, state) VALUES (${groupId}, ${memberId}, 'active')`,
        )
      return 'member'
    }),
  },
]

/** Sound, except that it is written in a transaction of its own. */
export const twoWritesFlaw: Flaw = {
  flaw: 'the membership is written before the status, and stays if the status has changed',
  port: 'answers',
  found: ['change/admits-only'],
  over: answersBy((database, admitted) =>
    database.transaction((tx) => admitIn(tx, admitted, new Date())),
  ),
}

/** Only over a store without the index of the migration: with it the second insert fails. */
export const unguardedFlaw: Flaw = {
  flaw: 'whether there is a membership is looked up before it is added',
  port: 'answers',
  found: ['change/race-one-member'],
  over: answersBy(async (database, { groupId, memberId }) => {
    const own = sql`community_id = ${groupId} AND user_id = ${memberId} AND state = 'active'`
    const rows = rowsOf(await database.execute(sql`SELECT id FROM community_members WHERE ${own}`))
    if (rows.length === 0)
      await database.execute(
        sql`INSERT INTO community_members (community_id, user_id, state) VALUES (${groupId}, ${memberId}, 'active')`,
      )
    return 'member'
  }),
}
