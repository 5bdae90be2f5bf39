import type { CommitOutcome, Invitation, InvitationRecord, Pace } from 'group-invitations'
import { MapInvitations, type Tables } from './map-invitations.js'

/** An adapter whose pace has a flaw, and the case that must fail for it; others may fail too. */
export interface BrokenPace {
  readonly flaw: string
  readonly found: string
  readonly Adapter: new (tables: Tables) => MapInvitations
}

const COMMITTED = { type: 'Committed' } as const

/** Looks at the pace, waits, and writes what followed from the look, if the row is as it must be for the flaw. */
abstract class LooksFirst extends MapInvitations {
  protected abstract isCareless(freeAt: Date | undefined): boolean

  override async commit(record: InvitationRecord): Promise<CommitOutcome> {
    const { invitation, pace } = record
    const freeAt = this.freeAtOf(this.paceKey(invitation))
    if (!pace || !this.isCareless(freeAt)) return super.commit(record)
    const denial = this.denialOf(record)
    if (denial) return denial
    await this.pause()
    const taken = this.idDenialOf(record) ?? this.pairDenialOf(record)
    if (taken) return taken
    this.write({ ...record, pace: undefined })
    this.setFreeAt(
      this.paceKey(invitation),
      this.freeAtAfter(this.freeAtOf(this.paceKey(invitation)), invitation.sentAt, pace),
    )
    return COMMITTED
  }
}

export const brokenPaces: readonly BrokenPace[] = [
  {
    flaw: 'ignores the pace',
    found: 'commit/pace-free',
    Adapter: class extends MapInvitations {
      override commit(record: InvitationRecord) {
        return super.commit({ ...record, pace: undefined })
      }
    },
  },
  {
    flaw: 'looks first and writes afterwards',
    found: 'commit/race-for-pace',
    Adapter: class extends LooksFirst {
      protected isCareless() {
        return true
      }
    },
  },
  {
    flaw: 'locks a row that is not there yet',
    found: 'commit/race-for-pace',
    Adapter: class extends LooksFirst {
      protected isCareless(freeAt: Date | undefined) {
        return freeAt === undefined
      }
    },
  },
  {
    flaw: 'inserts the row safely, and updates it after a look',
    found: 'commit/race-for-used-pace',
    Adapter: class extends LooksFirst {
      protected isCareless(freeAt: Date | undefined) {
        return freeAt !== undefined
      }
    },
  },
  {
    flaw: 'has a lock for each instance',
    found: 'commit/race-for-used-pace-two-instances',
    Adapter: class extends LooksFirst {
      private last: Promise<unknown> = Promise.resolve()
      protected isCareless() {
        return true
      }
      override commit(record: InvitationRecord) {
        const next = this.last.then(() => super.commit(record))
        this.last = next
        return next
      }
    },
  },
  {
    flaw: 'keeps the pace in the memory of each instance',
    found: 'commit/race-for-pace-two-instances',
    Adapter: class extends MapInvitations {
      private readonly own = new Map<string, Date>()
      protected override freeAtOf(key: string) {
        return this.own.get(key)
      }
      protected override setFreeAt(key: string, freeAt: Date) {
        this.own.set(key, freeAt)
      }
    },
  },
  {
    flaw: 'updates the row of an inviter, and inserts none',
    found: 'findFreeAt/instant',
    Adapter: class extends MapInvitations {
      protected override setFreeAt(key: string, freeAt: Date) {
        if (this.freeAtOf(key)) super.setFreeAt(key, freeAt)
      }
    },
  },
  {
    flaw: 'returns null if there is none',
    found: 'findFreeAt/none',
    Adapter: class extends MapInvitations {
      override async findFreeAt(inviterId: string) {
        return (await super.findFreeAt(inviterId)) ?? (null as never)
      }
    },
  },
  {
    flaw: 'finds the end of a claim if there is no other instant',
    found: 'findFreeAt/none',
    Adapter: class extends MapInvitations {
      override async findFreeAt(inviterId: string) {
        const claims = [...this.tables.claims.values()]
        const own = claims.find((claim) => claim.inviterId === inviterId)
        return (await super.findFreeAt(inviterId)) ?? own?.repeatableAt
      }
    },
  },
  {
    flaw: 'keeps seconds',
    found: 'findFreeAt/instant',
    Adapter: class extends MapInvitations {
      protected override setFreeAt(key: string, freeAt: Date) {
        super.setFreeAt(key, new Date(Math.floor(+freeAt / 1000) * 1000))
      }
    },
  },
  {
    flaw: 'rounds each part of the burst up to seconds',
    found: 'commit/pace-small',
    Adapter: class extends MapInvitations {
      protected override freeAtAfter(freeAt: Date | undefined, sentAt: Date, pace: Pace) {
        const everyMs = pace.everyMs < 1000 ? 1000 : pace.everyMs
        return super.freeAtAfter(freeAt, sentAt, { ...pace, everyMs })
      }
    },
  },
  {
    flaw: 'finds when one more is free instead of the whole burst',
    found: 'findFreeAt/instant',
    Adapter: class extends MapInvitations {
      private burst = 1
      private everyMs = 0
      protected override writePace(record: InvitationRecord) {
        super.writePace(record)
        Object.assign(this, record.pace)
      }
      override async findFreeAt(inviterId: string) {
        const freeAt = await super.findFreeAt(inviterId)
        return freeAt && new Date(+freeAt - (this.burst - 1) * this.everyMs)
      }
    },
  },
  {
    flaw: 'finds what was there before the latest commit, as a replica that is behind',
    found: 'findFreeAt/visible',
    Adapter: class extends MapInvitations {
      private behind = new Map<string, Date>()
      protected override setFreeAt(key: string, freeAt: Date) {
        this.behind = new Map(this.tables.freeAts)
        super.setFreeAt(key, freeAt)
      }
      override async findFreeAt(inviterId: string) {
        await this.pause()
        return this.behind.get(inviterId)
      }
    },
  },
  {
    flaw: 'caches what it has found, until it writes itself',
    found: 'findFreeAt/visible-two-instances',
    Adapter: class extends MapInvitations {
      private readonly cache = new Map<string, Date | undefined>()
      override async findFreeAt(inviterId: string) {
        if (!this.cache.has(inviterId)) this.cache.set(inviterId, await super.findFreeAt(inviterId))
        return this.cache.get(inviterId)
      }
      protected override setFreeAt(key: string, freeAt: Date) {
        super.setFreeAt(key, freeAt)
        this.cache.set(key, freeAt)
      }
    },
  },
  {
    flaw: 'finds an inviter without regard to case',
    found: 'findFreeAt/exact',
    Adapter: class extends MapInvitations {
      override async findFreeAt(inviterId: string) {
        await this.pause()
        const folded = inviterId.toLowerCase()
        const [found] = [...this.tables.freeAts].filter(([key]) => key.toLowerCase() === folded)
        return found?.[1]
      }
    },
  },
  {
    flaw: 'commits without regard to the case of the inviter',
    found: 'commit/pace-exact',
    Adapter: class extends MapInvitations {
      protected override paceKey({ inviterId }: Invitation) {
        return inviterId.toLowerCase()
      }
    },
  },
  {
    flaw: 'lets one more pass than the burst',
    found: 'commit/pace-free',
    Adapter: class extends MapInvitations {
      protected override isTooFast(freeAt: Date, sentAt: Date, { burst, everyMs }: Pace) {
        return super.isTooFast(freeAt, sentAt, { burst: burst + 1, everyMs })
      }
    },
  },
  {
    flaw: 'lets one less pass than the burst',
    found: 'commit/pace-free',
    Adapter: class extends MapInvitations {
      protected override isTooFast(freeAt: Date, sentAt: Date, { burst, everyMs }: Pace) {
        return super.isTooFast(freeAt, sentAt, { burst: burst - 1, everyMs })
      }
    },
  },
  {
    flaw: 'denies at the instant itself',
    found: 'commit/pace-free-again',
    Adapter: class extends MapInvitations {
      protected override isTooFast(freeAt: Date, sentAt: Date, pace: Pace) {
        return super.isTooFast(new Date(+freeAt + 1), sentAt, pace)
      }
    },
  },
  {
    flaw: 'allows a millisecond too early',
    found: 'commit/pace-taken',
    Adapter: class extends MapInvitations {
      protected override isTooFast(freeAt: Date, sentAt: Date, pace: Pace) {
        return super.isTooFast(new Date(+freeAt - 1), sentAt, pace)
      }
    },
  },
  {
    flaw: 'returns when one more is free with PaceTaken',
    found: 'commit/pace-taken',
    Adapter: class extends MapInvitations {
      protected override paceDenialOf(record: InvitationRecord): CommitOutcome | undefined {
        const denial = super.paceDenialOf(record)
        const { burst = 1, everyMs = 0 } = record.pace ?? {}
        if (denial?.type !== 'PaceTaken') return denial
        return { ...denial, freeAt: new Date(+denial.freeAt - (burst - 1) * everyMs) }
      }
    },
  },
  {
    flaw: 'computes what it returns with PaceTaken from the denied commit',
    found: 'commit/pace-taken',
    Adapter: class extends MapInvitations {
      protected override paceDenialOf(record: InvitationRecord): CommitOutcome | undefined {
        const { everyMs = 0 } = record.pace ?? {}
        const freeAt = new Date(+record.invitation.sentAt + everyMs)
        return super.paceDenialOf(record) && { type: 'PaceTaken', freeAt }
      }
    },
  },
  {
    flaw: 'looks at the pace before the pair',
    found: 'commit/pace-after-pair',
    Adapter: class extends MapInvitations {
      protected override denialOf(record: InvitationRecord) {
        return this.idDenialOf(record) ?? this.paceDenialOf(record) ?? this.pairDenialOf(record)
      }
    },
  },
  {
    flaw: 'looks at the pace before the identifier',
    found: 'commit/pace-after-pair',
    Adapter: class extends MapInvitations {
      protected override denialOf(record: InvitationRecord) {
        return this.paceDenialOf(record) ?? super.denialOf(record)
      }
    },
  },
]
