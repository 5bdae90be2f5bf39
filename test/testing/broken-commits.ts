import type { CommitOutcome, Invitation, InvitationRecord } from 'group-invitations'
import { type BrokenInvitations, MapInvitations } from './map-invitations.js'

function refill(table: Map<unknown, unknown>, rows: readonly (readonly [unknown, unknown])[]) {
  table.clear()
  for (const [key, row] of rows) table.set(key, row)
}

export const brokenCommits: readonly BrokenInvitations[] = [
  {
    flaw: 'looks first and writes afterwards, with an await between',
    promise: 'commit gives a pair to exactly one of any number at once: a free pair',
    Adapter: class extends MapInvitations {
      override async commit(record: InvitationRecord): Promise<CommitOutcome> {
        const denial = this.denialOf(record)
        if (denial) return denial
        await this.pause()
        this.write(record)
        return { type: 'Committed' }
      }
    },
  },
  {
    flaw: 'locks the pair, but looks for the identifier before',
    promise: 'commit gives an identifier to exactly one of any number at once: for different pairs',
    Adapter: class extends MapInvitations {
      override async commit(record: InvitationRecord): Promise<CommitOutcome> {
        const taken = this.idDenialOf(record)
        if (taken) return taken
        await this.pause()
        const denial = this.pairDenialOf(record)
        if (denial) return denial
        this.write(record)
        return { type: 'Committed' }
      }
    },
  },
  {
    flaw: 'locks pair and identifier, and writes everything back that it has read before',
    promise: 'commit stores all of any number at once whose pairs and identifiers differ: 50',
    Adapter: class extends MapInvitations {
      private readonly locks = new Set<string>()
      override async commit(record: InvitationRecord): Promise<CommitOutcome> {
        const { invitationId, inviterId, recipientId, groupId } = record.invitation
        const keys = [invitationId, this.pairKey(inviterId, recipientId, groupId)]
        while (keys.some((key) => this.locks.has(key))) await this.pause()
        for (const key of keys) this.locks.add(key)
        const outcome = this.denialOf(record) ?? (await this.writeAll(record))
        for (const key of keys) this.locks.delete(key)
        return outcome
      }
      private async writeAll(record: InvitationRecord): Promise<CommitOutcome> {
        const { claims, invitations, deliveries } = this.tables
        const read = [claims, invitations, deliveries].map((table) => [table, [...table]] as const)
        await this.pause()
        for (const [table, rows] of read) refill(table, rows)
        this.write(record)
        return { type: 'Committed' }
      }
    },
  },
  {
    flaw: 'has a lock for each instance',
    promise:
      'commit gives a pair to exactly one of any number at once: a free pair, over two instances',
    Adapter: class extends MapInvitations {
      private last: Promise<unknown> = Promise.resolve()
      override commit(record: InvitationRecord): Promise<CommitOutcome> {
        const next = this.last.then(async (): Promise<CommitOutcome> => {
          const denial = this.denialOf(record)
          if (denial) return denial
          await this.pause()
          this.write(record)
          return { type: 'Committed' }
        })
        this.last = next
        return next
      }
    },
  },
  {
    flaw: 'caches what it has looked for',
    promise: 'commit is visible at once to every instance: to another one',
    Adapter: class extends MapInvitations {
      private readonly own = new Map<string, Invitation>()
      override async findInvitation(invitationId: string) {
        await this.pause()
        return this.own.get(invitationId)
      }
      protected override writeInvitation(record: InvitationRecord) {
        super.writeInvitation(record)
        this.own.set(record.invitation.invitationId, record.invitation)
      }
    },
  },
  {
    flaw: 'looks at the pair before the identifier',
    promise:
      'commit returns IdTaken with the stored invitation, and checks the identifier before the pair',
    Adapter: class extends MapInvitations {
      protected override denialOf(record: InvitationRecord) {
        return this.pairDenialOf(record) ?? this.idDenialOf(record)
      }
    },
  },
  {
    flaw: 'returns the new invitation instead of the stored one',
    promise:
      'commit returns IdTaken with the stored invitation, and checks the identifier before the pair',
    Adapter: class extends MapInvitations {
      protected override idDenialOf(record: InvitationRecord): CommitOutcome | undefined {
        const { invitation } = record
        return super.idDenialOf(record) && { type: 'IdTaken', invitation }
      }
    },
  },
  {
    flaw: 'returns IdTaken from a projection without subject and reference',
    promise:
      'findInvitation returns the invitation as it was committed: people, group, route and reference of another kind',
    Adapter: class extends MapInvitations {
      protected override idDenialOf(record: InvitationRecord): CommitOutcome | undefined {
        const stored = this.tables.invitations.get(record.invitation.invitationId)
        const { subject: _subject, reference: _reference, ...rest } = stored ?? record.invitation
        return stored && { type: 'IdTaken', invitation: rest }
      }
    },
  },
  {
    flaw: 'overwrites what has the identifier',
    promise: 'commit stores nothing if the identifier is taken',
    Adapter: class extends MapInvitations {
      protected override idDenialOf(record: InvitationRecord): CommitOutcome | undefined {
        const denial = super.idDenialOf(record)
        if (denial) this.write(record)
        return denial
      }
    },
  },
  {
    flaw: 'writes the invitation before it looks at the pair',
    promise: 'commit stores nothing if the pair is taken',
    Adapter: class extends MapInvitations {
      protected override pairDenialOf(record: InvitationRecord) {
        this.writeInvitation(record)
        return super.pairDenialOf(record)
      }
      protected override write(record: InvitationRecord) {
        this.writeClaim(record)
        this.writeDeliveries(record)
      }
    },
  },
  {
    flaw: 'writes the outbox after the claim',
    promise: 'commit makes claim, invitation and deliveries visible all at once',
    Adapter: class extends MapInvitations {
      override async commit(record: InvitationRecord): Promise<CommitOutcome> {
        const denial = this.denialOf(record)
        if (denial) return denial
        this.writeClaim(record)
        this.writeInvitation(record)
        await this.pause()
        this.writeDeliveries(record)
        return { type: 'Committed' }
      }
    },
  },
  {
    flaw: 'writes the outbox before the claim',
    promise: 'commit makes claim, invitation and deliveries visible all at once',
    Adapter: class extends MapInvitations {
      override async commit(record: InvitationRecord): Promise<CommitOutcome> {
        await this.pause()
        const denial = this.denialOf(record)
        if (denial) return denial
        this.writeDeliveries(record)
        await this.pause()
        await this.pause()
        this.writeClaim(record)
        this.writeInvitation(record)
        return { type: 'Committed' }
      }
    },
  },
  {
    flaw: 'stores one delivery of two',
    promise: 'commit stores all deliveries',
    Adapter: class extends MapInvitations {
      protected override writeDeliveries({ deliveries }: InvitationRecord) {
        super.writeDeliveries({ deliveries: deliveries.slice(0, 1) })
      }
    },
  },
  {
    flaw: 'has one kind of delivery',
    promise: 'commit stores all deliveries',
    Adapter: class extends MapInvitations {
      protected override writeDeliveries({ deliveries }: InvitationRecord) {
        super.writeDeliveries({
          deliveries: deliveries.map((each) => ({ ...each, channel: 'email' })),
        })
      }
    },
  },
  {
    flaw: 'stops half-way, and takes nothing back',
    promise: 'commit stores nothing if it fails',
    Adapter: class extends MapInvitations {
      protected override writeDeliveries(record: InvitationRecord) {
        const isInvalid = record.deliveries.some(({ deliveryId }) => deliveryId.includes('\u0000'))
        if (isInvalid) throw new Error('invalid byte sequence')
        super.writeDeliveries(record)
      }
    },
  },
  {
    flaw: 'stops at a key that is taken in the outbox, and takes nothing back',
    promise: 'commit stores nothing if it fails',
    Adapter: class extends MapInvitations {
      protected override writeDeliveries(record: InvitationRecord) {
        const keys = new Set(record.deliveries.map(({ deliveryId }) => deliveryId))
        if (keys.size < record.deliveries.length) throw new Error('duplicate key')
        super.writeDeliveries(record)
      }
    },
  },
  {
    flaw: 'counts bytes, and fails above 2,000',
    promise: 'findInvitation returns the invitation as it was committed: a text of 5,000 bytes',
    Adapter: class extends MapInvitations {
      override commit(record: InvitationRecord): Promise<CommitOutcome> {
        const { length } = new TextEncoder().encode(record.invitation.text)
        return length > 2000 ? Promise.reject(new Error('too long')) : super.commit(record)
      }
    },
  },
]
