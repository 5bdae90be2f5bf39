import type {
  NewStanding,
  ChangeOutcome,
  ChangeRecord,
  InvitationChange,
  Standing,
} from 'group-invitations'
import { type BrokenAnswers, MapAnswers } from './map-answers.js'

/** What a store throws at a member who does not exist. */
function demandMember({ memberId }: NewStanding): void {
  if (memberId.includes('\u0000')) throw new Error('violates memberships_member_fkey')
}

/** Adapters that get the membership wrong, or status and membership together. */
export const brokenAdmissions: readonly BrokenAnswers[] = [
  {
    flaw: 'overwrites a ban',
    found: ['change/banned', 'change/race-ban'],
    Adapter: class extends MapAnswers {
      protected override banDenialOf(): undefined {
        return undefined
      }
      protected override admitted(before: Standing | undefined, admit: NewStanding) {
        return before === 'banned' ? admit.standing : super.admitted(before, admit)
      }
    },
  },
  {
    flaw: 'keeps a ban, and stores the answer',
    found: ['change/banned'],
    Adapter: class extends MapAnswers {
      protected override banDenialOf(record: ChangeRecord) {
        const denial = super.banDenialOf(record)
        if (denial) this.writeChange(record)
        return denial
      }
    },
  },
  {
    flaw: 'looks for the standing, and overwrites what it has become',
    found: ['change/race-ban', 'change/race-ban-two-instances', 'change/race-joining'],
    Adapter: class extends MapAnswers {
      override async change(record: ChangeRecord): Promise<ChangeOutcome> {
        const { admit } = record
        const before = admit && this.standingOf(admit)
        await this.pause()
        const denial = this.statusDenialOf(record)
        if (denial) return denial
        if (before === 'banned') return { type: 'NotAdmitted' }
        this.writeChange(record)
        if (!admit) return { type: 'Changed' }
        const standing = this.admitted(before, admit)
        this.writeStanding(admit, standing)
        return { type: 'Changed', standing }
      }
    },
  },
  {
    flaw: 'makes a moderator a member',
    found: ['change/lowers-none', 'change/race-joining'],
    Adapter: class extends MapAnswers {
      protected override admitted(_: Standing | undefined, admit: NewStanding) {
        return admit.standing
      }
    },
  },
  {
    flaw: 'makes a member an applicant',
    found: ['change/lowers-none-pending'],
    Adapter: class extends MapAnswers {
      protected override admitted(before: Standing | undefined, admit: NewStanding) {
        return before === 'member' ? admit.standing : super.admitted(before, admit)
      }
    },
  },
  {
    flaw: 'does not raise an applicant',
    found: ['change/raises'],
    Adapter: class extends MapAnswers {
      protected override admitted(before: Standing | undefined, admit: NewStanding) {
        return before ?? admit.standing
      }
    },
  },
  {
    flaw: 'admits everybody as a member',
    found: ['change/gives-pending'],
    Adapter: class extends MapAnswers {
      protected override admitted(before: Standing | undefined): Standing {
        return before === undefined || before === 'pending' ? 'member' : before
      }
    },
  },
  {
    flaw: 'admits nobody',
    found: ['change/gives', 'change/gives-back', 'change/race-membership'],
    Adapter: class extends MapAnswers {
      protected override writeStanding() {
        // It forgets.
      }
    },
  },
  {
    flaw: 'returns the standing that was to be given',
    found: ['change/lowers-none'],
    Adapter: class extends MapAnswers {
      override async change(record: ChangeRecord): Promise<ChangeOutcome> {
        const outcome = await super.change(record)
        if (outcome.type !== 'Changed' || !record.admit) return outcome
        return { ...outcome, standing: record.admit.standing }
      }
    },
  },
  {
    flaw: 'admits also if nothing was changed',
    found: ['change/admits-only', 'change/race-membership'],
    Adapter: class extends MapAnswers {
      protected override statusDenialOf(record: ChangeRecord) {
        const denial = super.statusDenialOf(record)
        if (denial && record.admit) this.writeStanding(record.admit, 'member')
        return denial
      }
    },
  },
  {
    flaw: 'ends the membership of someone who declines',
    found: ['change/admits-only', 'change/race-joining'],
    Adapter: class extends MapAnswers {
      protected override writeChange(record: ChangeRecord) {
        super.writeChange(record)
        const { groupId, recipientId } = record.invitation
        if (record.change.status !== 'Accepted')
          this.tables.standings.delete(JSON.stringify([groupId, recipientId]))
      }
    },
  },
  {
    flaw: 'compares members without regard to case',
    found: ['change/gives-exactly'],
    Adapter: class extends MapAnswers {
      protected override writeStanding(admit: NewStanding, standing: Standing) {
        for (const { groupId, recipientId } of this.tables.invitations.values())
          if (recipientId.toLowerCase() === admit.memberId.toLowerCase())
            super.writeStanding({ ...admit, groupId, memberId: recipientId }, standing)
      }
    },
  },
  {
    flaw: 'writes the membership before the status',
    found: ['change/atomic'],
    Adapter: class extends MapAnswers {
      override async change(record: ChangeRecord): Promise<ChangeOutcome> {
        const denial = this.denialOf(record)
        if (denial) return denial
        const { admit } = record
        const standing = admit && this.admitted(this.standingOf(admit), admit)
        if (admit && standing) this.writeStanding(admit, standing)
        await this.pauses()
        this.writeChange(record)
        return { type: 'Changed', standing }
      }
      private async pauses() {
        for (let count = 0; count < 3; count += 1) await this.pause()
      }
    },
  },
  {
    flaw: 'writes the membership before it looks at the status',
    found: ['change/admits-only', 'change/race-membership'],
    Adapter: class extends MapAnswers {
      override async change(record: ChangeRecord): Promise<ChangeOutcome> {
        await this.pause()
        const { admit } = record
        if (admit && !this.banDenialOf(record))
          this.writeStanding(admit, this.admitted(this.standingOf(admit), admit))
        return this.denialOf(record) ?? this.write(record)
      }
    },
  },
  {
    flaw: 'writes the status before the membership, with an await between',
    found: ['change/atomic'],
    Adapter: class extends MapAnswers {
      override async change(record: ChangeRecord): Promise<ChangeOutcome> {
        const denial = this.denialOf(record)
        if (denial) return denial
        this.writeChange(record)
        for (let count = 0; count < 3; count += 1) await this.pause()
        return this.write(record)
      }
    },
  },
  {
    flaw: 'writes the status before the membership, and takes nothing back',
    found: ['change/nothing-if-failed-admitting', 'change/never-back-admitting'],
    Adapter: class extends MapAnswers {
      protected override writeStanding(admit: NewStanding, standing: Standing) {
        demandMember(admit)
        super.writeStanding(admit, standing)
      }
    },
  },
  {
    flaw: 'writes the membership before the status, and takes nothing back',
    found: ['change/nothing-if-failed-admitting'],
    Adapter: class extends MapAnswers {
      protected override write(record: ChangeRecord): ChangeOutcome {
        const { admit } = record
        const standing = admit && this.admitted(this.standingOf(admit), admit)
        if (admit && standing) this.writeStanding(admit, standing)
        if (JSON.stringify(record.change).includes('\\u0000')) throw new Error('invalid byte')
        this.writeChange(record)
        return { type: 'Changed', standing }
      }
    },
  },
  {
    flaw: 'stores half of a change that fails',
    found: ['change/nothing-if-failed', 'change/nothing-if-failed-admitting'],
    Adapter: class extends MapAnswers {
      protected override writeChange(record: ChangeRecord) {
        super.writeChange(record)
        if (JSON.stringify(record.change).includes('\\u0000')) throw new Error('invalid byte')
      }
    },
  },
  {
    flaw: 'writes the old status back if the membership fails',
    found: ['change/never-back-admitting'],
    Adapter: class extends MapAnswers {
      override async change(record: ChangeRecord): Promise<ChangeOutcome> {
        await this.pause()
        const before = this.storedOf(record.change.invitationId)
        const denial = this.denialOf(record)
        if (denial) return denial
        this.writeChange(record)
        await this.pause()
        if (record.admit) {
          try {
            demandMember(record.admit)
          } catch (error) {
            this.writeBack(record.change.invitationId, before)
            throw error
          }
        }
        return this.write(record)
      }
      private writeBack(invitationId: string, before: InvitationChange | undefined) {
        if (before) this.tables.changes.set(invitationId, before)
        else this.tables.changes.delete(invitationId)
      }
    },
  },
  {
    flaw: 'inserts a membership that another invitation has inserted meanwhile',
    found: ['change/race-one-member', 'change/race-one-member-two-instances'],
    Adapter: class extends MapAnswers {
      override async change(record: ChangeRecord): Promise<ChangeOutcome> {
        const { admit } = record
        const before = admit && this.standingOf(admit)
        await this.pause()
        if (admit && !before && this.standingOf(admit)) throw new Error('duplicate key')
        return this.denialOf(record) ?? this.write(record)
      }
    },
  },
]
