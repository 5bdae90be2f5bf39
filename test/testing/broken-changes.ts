import type { ChangeOutcome, ChangeRecord, InvitationChange } from 'group-invitations'
import { type BrokenAnswers, MapAnswers } from './map-answers.js'

/** An adapter that stores something else than it is given. */
const storing = (
  what: string,
  found: readonly string[],
  changed: (change: InvitationChange) => Partial<InvitationChange>,
): BrokenAnswers => ({
  flaw: `stores ${what}`,
  found,
  Adapter: class extends MapAnswers {
    protected override kept(change: InvitationChange) {
      return { ...super.kept(change), ...changed(change) }
    }
  },
})

/** Adapters that get the status wrong. */
export const brokenChanges: readonly BrokenAnswers[] = [
  {
    flaw: 'declines whatever the status is',
    found: ['change/only-from', 'change/race'],
    Adapter: class extends MapAnswers {
      protected override isAllowed(stored: InvitationChange, record: ChangeRecord) {
        return record.change.status === 'Declined' || super.isAllowed(stored, record)
      }
    },
  },
  {
    flaw: 'withdraws whatever the status is',
    found: ['change/only-from', 'change/race', 'change/race-declined', 'change/visible'],
    Adapter: class extends MapAnswers {
      protected override isAllowed(stored: InvitationChange, record: ChangeRecord) {
        return record.change.status === 'Withdrawn' || super.isAllowed(stored, record)
      }
    },
  },
  {
    flaw: 'lets a status go back, from anything except Withdrawn',
    found: ['change/only-from', 'change/race', 'change/admits-only'],
    Adapter: class extends MapAnswers {
      protected override isAllowed({ status }: InvitationChange) {
        return status !== 'Withdrawn'
      }
    },
  },
  {
    flaw: 'has a table of its own of what may follow',
    found: ['change/from-as-given'],
    Adapter: class extends MapAnswers {
      protected override isAllowed(stored: InvitationChange, { change }: ChangeRecord) {
        return stored.status === 'Declined' && change.status !== 'Declined'
      }
    },
  },
  {
    flaw: 'looks first and writes afterwards, with an await between',
    found: ['change/race', 'change/race-declined', 'change/race-membership'],
    Adapter: class extends MapAnswers {
      override async change(record: ChangeRecord): Promise<ChangeOutcome> {
        const denial = this.denialOf(record)
        if (denial) return denial
        await this.pause()
        return this.write(record)
      }
    },
  },
  {
    flaw: 'has a lock for each instance',
    found: ['change/race-two-instances', 'change/race-declined-two-instances'],
    Adapter: class extends MapAnswers {
      private last: Promise<unknown> = Promise.resolve()
      override change(record: ChangeRecord): Promise<ChangeOutcome> {
        const next = this.last.then(async (): Promise<ChangeOutcome> => {
          const denial = this.denialOf(record)
          if (denial) return denial
          await this.pause()
          return this.write(record)
        })
        this.last = next
        return next
      }
    },
  },
  {
    flaw: 'writes back all changes that it has read before',
    found: ['change/race-apart', 'change/race-apart-two-instances'],
    Adapter: class extends MapAnswers {
      override async change(record: ChangeRecord): Promise<ChangeOutcome> {
        const read = [...this.tables.changes]
        await this.pause()
        this.tables.changes.clear()
        for (const [key, change] of read) this.tables.changes.set(key, change)
        return this.denialOf(record) ?? this.write(record)
      }
    },
  },
  {
    flaw: 'changes all invitations, since the condition is missing',
    found: ['change/others', 'findChanges/latest'],
    Adapter: class extends MapAnswers {
      protected override writeChange(record: ChangeRecord) {
        for (const { invitationId } of this.tables.invitations.values())
          super.writeChange({ ...record, change: { ...record.change, invitationId } })
      }
    },
  },
  {
    flaw: 'changes all invitations of the pair',
    found: ['change/others'],
    Adapter: class extends MapAnswers {
      protected override writeChange(record: ChangeRecord) {
        const parties = ({ inviterId, recipientId }: ChangeRecord['invitation']) =>
          [inviterId, recipientId].sort().join(' ')
        for (const invitation of this.tables.invitations.values()) {
          const { invitationId } = invitation
          if (parties(invitation) === parties(record.invitation))
            super.writeChange({ ...record, change: { ...record.change, invitationId } })
        }
      }
    },
  },
  {
    flaw: 'writes nothing for an invitation that does not exist, and returns Changed',
    found: ['change/unknown', 'change/unknown-admits-nobody'],
    Adapter: class extends MapAnswers {
      protected override demandInvitation() {
        // An update of no row is no error.
      }
      protected override writeChange(record: ChangeRecord) {
        if (this.tables.invitations.has(record.change.invitationId)) super.writeChange(record)
      }
    },
  },
  {
    flaw: 'keeps the first change',
    found: ['change/replaces', 'change/from', 'findChanges/latest'],
    Adapter: class extends MapAnswers {
      protected override writeChange(record: ChangeRecord) {
        if (!this.storedOf(record.change.invitationId)) super.writeChange(record)
      }
    },
  },
  {
    flaw: 'keeps the change with the latest instant',
    found: ['change/replaces'],
    Adapter: class extends MapAnswers {
      protected override writeChange(record: ChangeRecord) {
        const stored = this.storedOf(record.change.invitationId)
        if (!stored || stored.changedAt <= record.change.changedAt) super.writeChange(record)
      }
    },
  },
  {
    flaw: 'keeps the member of an earlier change beside the reason of the network',
    found: ['change/replaces'],
    Adapter: class extends MapAnswers {
      protected override writeChange(record: ChangeRecord) {
        const stored = this.storedOf(record.change.invitationId)
        const changedBy = { ...stored?.changedBy, ...record.change.changedBy }
        super.writeChange({ ...record, change: { ...record.change, changedBy } })
      }
    },
  },
  {
    flaw: 'returns NotChanged with the change that was denied',
    found: ['change/only-from', 'change/race', 'change/visible'],
    Adapter: class extends MapAnswers {
      protected override statusDenialOf(record: ChangeRecord): ChangeOutcome | undefined {
        const { change } = record
        return super.statusDenialOf(record) && { type: 'NotChanged', change }
      }
    },
  },
  {
    flaw: 'throws if another change of the invitation is under way',
    found: ['change/race', 'change/never-back'],
    Adapter: class extends MapAnswers {
      override async change(record: ChangeRecord): Promise<ChangeOutcome> {
        const { invitationId } = record.change
        const { changes } = this.tables
        const before = changes.get(invitationId)
        await this.pause()
        if (changes.get(invitationId) !== before) throw new Error('could not serialize access')
        return this.denialOf(record) ?? this.write(record)
      }
    },
  },
  storing('seconds', ['findChanges/unchanged', 'change/from'], (change) => ({
    changedAt: new Date(Math.floor(+change.changedAt / 1000) * 1000),
  })),
  storing('an instant of its own clock', ['findChanges/unchanged'], () => ({
    changedAt: new Date(),
  })),
  storing('no reason of the network', ['findChanges/unchanged'], ({ changedBy }) => ({
    changedBy: 'network' in changedBy ? { network: 'network' } : changedBy,
  })),
  storing('who has done it in one column', ['findChanges/unchanged'], ({ changedBy }) => {
    const [by] = Object.values(changedBy)
    return { changedBy: by === 'member-erased' ? { network: by } : { memberId: by ?? '' } }
  }),
  storing('a reason of 100 characters', ['findChanges/unchanged'], ({ changedBy }) => ({
    changedBy: 'network' in changedBy ? { network: changedBy.network.slice(0, 100) } : changedBy,
  })),
  storing('members in lower case', ['findChanges/members'], ({ changedBy }) => ({
    changedBy: 'memberId' in changedBy ? { memberId: changedBy.memberId.toLowerCase() } : changedBy,
  })),
  storing('null for what is absent', ['findChanges/unchanged', 'change/from'], (change) => ({
    // What a driver returns, whatever the type says.
    changedBy: { network: null, ...change.changedBy } as never,
  })),
]
