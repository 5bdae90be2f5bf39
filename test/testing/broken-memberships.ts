import type { ChangeOutcome, ChangeRecord, NewStanding, Standing } from 'group-invitations'
import { type AnswerTables, type BrokenAnswers, MapAnswers, standingKey } from './map-answers.js'

/** An adapter that does something else to the memberships after it has admitted somebody. */
const afterwards = (
  flaw: string,
  found: readonly string[],
  spoil: (tables: AnswerTables, admit: NewStanding) => void,
): BrokenAnswers => ({
  flaw,
  found,
  Adapter: class extends MapAnswers {
    protected override writeStanding(admit: NewStanding, standing: Standing) {
      super.writeStanding(admit, standing)
      spoil(this.tables, admit)
    }
  },
})

function rowsOf({ standings }: AnswerTables) {
  return [...standings].map(([key, standing]) => {
    // `standingKey` has made it.
    const [groupId, memberId] = JSON.parse(key) as [string, string]
    return { key, groupId, memberId, standing }
  })
}

/** An adapter that finds a ban in other rows than that of the recipient in the group. */
const denying = (
  flaw: string,
  found: readonly string[],
  isBanned: (tables: AnswerTables, admit: NewStanding) => boolean,
): BrokenAnswers => ({
  flaw,
  found,
  Adapter: class extends MapAnswers {
    protected override banDenialOf(record: ChangeRecord): ChangeOutcome | undefined {
      const isDenied = record.admit && isBanned(this.tables, record.admit)
      return isDenied ? { type: 'NotAdmitted' } : super.banDenialOf(record)
    }
  },
})

/** Adapters that get memberships wrong which are none of the recipient in the group, or have ended. */
export const brokenMemberships: readonly BrokenAnswers[] = [
  afterwards(
    'ends the memberships of the recipient in all other groups',
    ['change/other-memberships', 'change/other-applications', 'change/other-bans'],
    (tables, { groupId, memberId }) => {
      for (const row of rowsOf(tables))
        if (row.memberId === memberId && row.groupId !== groupId) tables.end(row.key)
    },
  ),
  afterwards(
    'ends the memberships of all others in the group',
    ['change/other-memberships', 'change/gives'],
    (tables, { groupId, memberId }) => {
      for (const row of rowsOf(tables))
        if (row.memberId !== memberId && row.groupId === groupId) tables.end(row.key)
    },
  ),
  afterwards(
    'raises all applicants of the group',
    ['change/other-applications'],
    (tables, { groupId }) => {
      for (const row of rowsOf(tables))
        if (row.groupId === groupId && row.standing === 'pending')
          tables.standings.set(row.key, 'member')
    },
  ),
  afterwards(
    'raises all applications of the recipient',
    ['change/other-applications'],
    (tables, { memberId }) => {
      for (const row of rowsOf(tables))
        if (row.memberId === memberId && row.standing === 'pending')
          tables.standings.set(row.key, 'member')
    },
  ),
  {
    flaw: 'finds the standing of the recipient in any group',
    found: ['change/other-memberships'],
    Adapter: class extends MapAnswers {
      protected override standingOf(admit: NewStanding) {
        const other = rowsOf(this.tables).find(({ memberId }) => memberId === admit.memberId)
        return super.standingOf(admit) ?? other?.standing
      }
    },
  },
  denying(
    'finds a ban of the recipient from any group',
    ['change/other-bans'],
    (tables, { memberId }) =>
      rowsOf(tables).some((row) => row.standing === 'banned' && row.memberId === memberId),
  ),
  denying('finds a ban of anybody from the group', ['change/other-bans'], (tables, { groupId }) =>
    rowsOf(tables).some((row) => row.standing === 'banned' && row.groupId === groupId),
  ),
  denying(
    'finds a ban that has ended',
    ['change/gives-unbanned'],
    ({ ended }, { groupId, memberId }) => ended.get(standingKey(groupId, memberId)) === 'banned',
  ),
  {
    flaw: 'raises an application that has ended, and leaves its end where it is',
    found: ['change/gives-applied'],
    Adapter: class extends MapAnswers {
      protected override writeStanding(admit: NewStanding, standing: Standing) {
        const key = standingKey(admit.groupId, admit.memberId)
        if (this.tables.ended.get(key) !== 'pending') super.writeStanding(admit, standing)
      }
    },
  },
  {
    flaw: 'ends the application of someone who declines, or whose invitation is withdrawn',
    found: ['change/admits-only-pending'],
    Adapter: class extends MapAnswers {
      protected override writeChange(record: ChangeRecord) {
        super.writeChange(record)
        const { groupId, recipientId } = record.invitation
        const key = standingKey(groupId, recipientId)
        const isPending = this.tables.standings.get(key) === 'pending'
        if (isPending && record.change.status !== 'Accepted') this.tables.end(key)
      }
    },
  },
  {
    flaw: 'raises an applicant whose invitation was withdrawn',
    found: ['change/admits-only-pending'],
    Adapter: class extends MapAnswers {
      protected override statusDenialOf(record: ChangeRecord) {
        const denial = super.statusDenialOf(record)
        if (denial && record.admit && this.standingOf(record.admit) === 'pending')
          this.writeStanding(record.admit, 'member')
        return denial
      }
    },
  },
  {
    flaw: 'looks for a ban before the status',
    found: ['change/only-from-banned'],
    Adapter: class extends MapAnswers {
      protected override denialOf(record: ChangeRecord) {
        return this.banDenialOf(record) ?? super.denialOf(record)
      }
    },
  },
  {
    flaw: 'admits by an invitation that does not exist',
    found: ['change/unknown-admits-nobody'],
    Adapter: class extends MapAnswers {
      protected override demandInvitation(record: ChangeRecord) {
        if (record.admit) this.writeStanding(record.admit, record.admit.standing)
        super.demandInvitation(record)
      }
    },
  },
]
