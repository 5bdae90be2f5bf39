import type { CommitOutcome, Invitation, InvitationRecord, Pace } from 'group-invitations'
import type { BrokenPace } from './broken-paces.js'
import { MapInvitations } from './map-invitations.js'

const COMMITTED = { type: 'Committed' } as const

/** Counts more than the inviter, and finds the latest instant of the inviter. */
abstract class CountsApart extends MapInvitations {
  protected abstract partOf(invitation: Invitation): string
  protected override paceKey(invitation: Invitation) {
    return JSON.stringify([invitation.inviterId, this.partOf(invitation)])
  }
  override async findFreeAt(inviterId: string) {
    await this.pause()
    const own = [...this.tables.freeAts].filter(([key]) =>
      key.startsWith(`[${JSON.stringify(inviterId)},`),
    )
    const [latest] = own.map(([, freeAt]) => freeAt).sort((one, other) => +other - +one)
    return latest
  }
}

/** Takes from the pace first, and gives it back if the commit is denied. */
class GivesBack extends MapInvitations {
  override async commit(record: InvitationRecord): Promise<CommitOutcome> {
    await this.pause()
    const before = this.freeAtOf(this.paceKey(record.invitation))
    const denial = this.paceDenialOf(record)
    if (denial) return denial
    this.writePace(record)
    await this.pause()
    const taken = this.idDenialOf(record) ?? this.pairDenialOf(record)
    if (taken && before) this.setFreeAt(this.paceKey(record.invitation), before)
    if (taken) return taken
    this.write({ ...record, pace: undefined })
    return COMMITTED
  }
}

export const brokenPaceWrites: readonly BrokenPace[] = [
  {
    flaw: 'goes back with the clock',
    found: 'commit/pace-stored',
    Adapter: class extends MapInvitations {
      protected override freeAtAfter(_: Date | undefined, sentAt: Date, pace: Pace) {
        return super.freeAtAfter(undefined, sentAt, pace)
      }
    },
  },
  {
    flaw: 'goes on from the stored instant, however long ago it was',
    found: 'commit/pace-stored',
    Adapter: class extends MapInvitations {
      protected override freeAtAfter(freeAt: Date | undefined, sentAt: Date, pace: Pace) {
        return super.freeAtAfter(freeAt, freeAt ?? sentAt, pace)
      }
    },
  },
  {
    flaw: 'takes an instant that is too far away for a mistake',
    found: 'commit/pace-clock',
    Adapter: class extends MapInvitations {
      protected override isTooFast(freeAt: Date, sentAt: Date, pace: Pace) {
        const isFar = +freeAt > +sentAt + 10 * pace.burst * pace.everyMs
        return !isFar && super.isTooFast(freeAt, sentAt, pace)
      }
    },
  },
  {
    flaw: 'forgets what was used after the time for one',
    found: 'commit/pace-free-again',
    Adapter: class extends MapInvitations {
      private forgetsAt = Infinity
      protected override paceDenialOf(record: InvitationRecord) {
        if (+record.invitation.sentAt >= this.forgetsAt) this.tables.freeAts.clear()
        return super.paceDenialOf(record)
      }
      protected override freeAtAfter(freeAt: Date | undefined, sentAt: Date, pace: Pace) {
        this.forgetsAt = +sentAt + pace.everyMs
        return super.freeAtAfter(freeAt, sentAt, pace)
      }
    },
  },
  {
    flaw: 'computes the time of the burst with 32 bits',
    found: 'commit/pace-large',
    Adapter: class extends MapInvitations {
      protected override isTooFast(freeAt: Date, sentAt: Date, { burst, everyMs }: Pace) {
        return +freeAt - (((burst - 1) * everyMs) | 0) > +sentAt
      }
    },
  },
  {
    flaw: 'keeps the time for one in 32 bits',
    found: 'commit/pace-large',
    Adapter: class extends MapInvitations {
      protected override freeAtAfter(freeAt: Date | undefined, sentAt: Date, pace: Pace) {
        return super.freeAtAfter(freeAt, sentAt, { ...pace, everyMs: pace.everyMs | 0 })
      }
    },
  },
  {
    flaw: 'fails at an instant before the year 4713 BC',
    found: 'commit/pace-large',
    Adapter: class extends MapInvitations {
      protected override isTooFast(freeAt: Date, sentAt: Date, pace: Pace) {
        if (+freeAt - (pace.burst - 1) * pace.everyMs < Date.UTC(-4712, 0))
          throw new Error('timestamp out of range')
        return super.isTooFast(freeAt, sentAt, pace)
      }
    },
  },
  {
    flaw: 'keeps the pace of the first commit',
    found: 'commit/pace-changed',
    Adapter: class extends MapInvitations {
      private first: Pace | undefined
      override commit(record: InvitationRecord) {
        this.first ??= record.pace
        return super.commit(record.pace ? { ...record, pace: this.first } : record)
      }
    },
  },
  {
    flaw: 'counts also what has no pace',
    found: 'commit/pace-absent',
    Adapter: class extends MapInvitations {
      private latest: Pace | undefined
      protected override writePace({ invitation, pace }: InvitationRecord) {
        this.latest = pace ?? this.latest
        super.writePace({ invitation, pace: this.latest })
      }
    },
  },
  {
    flaw: 'denies also what has no pace',
    found: 'commit/pace-absent',
    Adapter: class extends MapInvitations {
      protected override paceDenialOf(record: InvitationRecord) {
        return super.paceDenialOf({ ...record, pace: record.pace ?? { burst: 1, everyMs: 1 } })
      }
    },
  },
  {
    flaw: 'counts for each group',
    found: 'commit/pace-of-inviter',
    Adapter: class extends CountsApart {
      protected partOf({ groupId }: Invitation) {
        return groupId
      }
    },
  },
  {
    flaw: 'counts for each recipient',
    found: 'commit/pace-of-inviter',
    Adapter: class extends CountsApart {
      protected partOf({ recipientId }: Invitation) {
        return recipientId
      }
    },
  },
  {
    flaw: 'counts for all inviters together',
    found: 'commit/pace-of-inviter',
    Adapter: class extends MapInvitations {
      protected override paceKey() {
        return 'all'
      }
      override findFreeAt() {
        return super.findFreeAt('all')
      }
    },
  },
  {
    flaw: 'counts also for the recipient',
    found: 'commit/pace-of-inviter',
    Adapter: class extends MapInvitations {
      protected override writePace({ invitation, pace }: InvitationRecord) {
        super.writePace({ invitation, pace })
        super.writePace({ invitation: { ...invitation, inviterId: invitation.recipientId }, pace })
      }
    },
  },
  {
    flaw: 'counts what was denied because of the pace',
    found: 'commit/pace-unused',
    Adapter: class extends MapInvitations {
      protected override paceDenialOf(record: InvitationRecord) {
        const denial = super.paceDenialOf(record)
        if (denial) this.writePace(record)
        return denial
      }
    },
  },
  {
    flaw: 'counts what was denied because of the identifier',
    found: 'commit/pace-unused',
    Adapter: class extends MapInvitations {
      protected override idDenialOf(record: InvitationRecord) {
        const denial = super.idDenialOf(record)
        if (denial) this.writePace(record)
        return denial
      }
    },
  },
  {
    flaw: 'counts what was denied because of the pair',
    found: 'commit/pace-unused',
    Adapter: class extends MapInvitations {
      protected override pairDenialOf(record: InvitationRecord) {
        const denial = super.pairDenialOf(record)
        if (denial) this.writePace(record)
        return denial
      }
    },
  },
  {
    flaw: 'takes everything back that has failed, except the pace',
    found: 'commit/pace-unused-if-failed',
    Adapter: class extends MapInvitations {
      protected override write(record: InvitationRecord) {
        this.writePace(record)
        const texts = [record.textFingerprint, ...record.deliveries.map((each) => each.deliveryId)]
        if (texts.some((text) => text.includes('\u0000'))) throw new Error('invalid byte sequence')
        super.write({ ...record, pace: undefined })
      }
    },
  },
  {
    flaw: 'stores the invitation although the pace is taken',
    found: 'commit/nothing-if-pace-taken',
    Adapter: class extends MapInvitations {
      protected override paceDenialOf(record: InvitationRecord) {
        const denial = super.paceDenialOf(record)
        if (denial) this.writeInvitation(record)
        return denial
      }
    },
  },
  {
    flaw: 'replaces an ended claim although the pace is taken',
    found: 'commit/nothing-if-pace-taken',
    Adapter: class extends MapInvitations {
      protected override paceDenialOf(record: InvitationRecord) {
        const { inviterId, recipientId, groupId } = record.invitation
        const denial = super.paceDenialOf(record)
        if (denial && this.claimOf(inviterId, recipientId, groupId)) this.writeClaim(record)
        return denial
      }
    },
  },
  {
    flaw: 'stores the deliveries although the pace is taken',
    found: 'commit/nothing-if-pace-taken',
    Adapter: class extends MapInvitations {
      protected override paceDenialOf(record: InvitationRecord) {
        const denial = super.paceDenialOf(record)
        if (denial) this.writeDeliveries(record)
        return denial
      }
    },
  },
  {
    flaw: 'remembers the outcome of each identifier, also if the pace was taken',
    found: 'commit/nothing-if-pace-taken',
    Adapter: class extends MapInvitations {
      private readonly denials = new Map<string, CommitOutcome>()
      protected override paceDenialOf(record: InvitationRecord) {
        const { invitationId } = record.invitation
        const denial = this.denials.get(invitationId) ?? super.paceDenialOf(record)
        if (denial) this.denials.set(invitationId, denial)
        return denial
      }
    },
  },
  {
    flaw: 'writes the pace after the record',
    found: 'commit/pace-at-once',
    Adapter: class extends MapInvitations {
      override async commit(record: InvitationRecord): Promise<CommitOutcome> {
        const outcome = await super.commit({ ...record, pace: undefined })
        await this.pause()
        await this.pause()
        if (outcome.type === 'Committed') this.writePace(record)
        return outcome
      }
    },
  },
  {
    flaw: 'writes the pace before the record',
    found: 'commit/pace-at-once',
    Adapter: GivesBack,
  },
  {
    flaw: 'locks the inviter, and writes back the paces of all',
    found: 'commit/race-of-inviters',
    Adapter: class extends MapInvitations {
      private readonly locks = new Set<string>()
      override async commit(record: InvitationRecord): Promise<CommitOutcome> {
        const key = this.paceKey(record.invitation)
        while (this.locks.has(key)) await this.pause()
        this.locks.add(key)
        const outcome = this.denialOf(record) ?? (await this.writeAll(record))
        this.locks.delete(key)
        return outcome
      }
      private async writeAll(record: InvitationRecord): Promise<CommitOutcome> {
        const read = [...this.tables.freeAts]
        await this.pause()
        this.tables.freeAts.clear()
        for (const [key, freeAt] of read) this.setFreeAt(key, freeAt)
        this.write(record)
        return COMMITTED
      }
    },
  },
  {
    flaw: 'gives back what it took for a pair that is taken',
    found: 'commit/race-for-pair-with-pace',
    Adapter: GivesBack,
  },
  {
    flaw: 'gives back what it took for an identifier that is taken',
    found: 'commit/race-for-id-with-pace',
    Adapter: GivesBack,
  },
]
