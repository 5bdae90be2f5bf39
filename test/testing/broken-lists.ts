import type { ChangeOutcome, ChangeRecord, Invitation, InvitationChange } from 'group-invitations'
import { type AnswerTables, type BrokenAnswers, MapAnswers } from './map-answers.js'

type Role = 'inviter' | 'recipient'

/** An adapter whose list is changed before it is cut into pages. */
const listing = (
  flaw: string,
  found: readonly string[],
  change: (list: readonly Invitation[], tables: AnswerTables, role: Role) => readonly Invitation[],
): BrokenAnswers => ({
  flaw,
  found,
  Adapter: class extends MapAnswers {
    protected override listOf(memberId: string, role: Role) {
      return change(super.listOf(memberId, role), this.tables, role)
    }
  },
})

// What a driver returns, whatever the types say.
const numberOf = (id: string) => (/^[1-9]\d*$/.test(id) ? Number(id) : id) as never

/** Adapters that find the wrong changes, or the wrong invitations. */
export const brokenLists: readonly BrokenAnswers[] = [
  listing('lists the oldest first', ['findInvitationsOf/newest'], (list) => [...list].reverse()),
  listing('lists what was stored first', ['findInvitationsOf/newest'], (list, { invitations }) =>
    [...invitations.values()].filter((invitation) => list.includes(invitation)),
  ),
  listing(
    'has another order of what has one instant each time',
    ['findInvitationsOf/ties'],
    (list) =>
      list
        .map((invitation) => ({ invitation, random: Math.random() }))
        .sort(
          (one, other) =>
            +other.invitation.sentAt - +one.invitation.sentAt || one.random - other.random,
        )
        .map(({ invitation }) => invitation),
  ),
  listing('leaves out what is answered', ['findInvitationsOf/whole'], (list, { changes }) =>
    list.filter(({ invitationId }) => !changes.has(invitationId)),
  ),
  listing('leaves out what has expired', ['findInvitationsOf/whole'], (list) =>
    list.filter(({ repeatableAt }) => +repeatableAt > Date.now()),
  ),
  listing('leaves out what was erased', ['findInvitationsOf/whole'], (list) =>
    list.filter(({ text }) => text !== ''),
  ),
  listing(
    'leaves out what is of a group that is gone',
    ['findInvitationsOf/gone'],
    (list, tables) => list.filter(({ groupId }) => !tables.gone.has(groupId)),
  ),
  ...(['inviter', 'recipient'] as const).map((party) =>
    listing(
      `leaves out what is of an ${party} who is gone`,
      ['findInvitationsOf/gone'],
      (list, tables) => list.filter((invitation) => !tables.gone.has(invitation[`${party}Id`])),
    ),
  ),
  listing('returns null for a missing subject', ['findInvitationsOf/whole'], (list) =>
    list.map((invitation) => ({ ...invitation, subject: invitation.subject ?? (null as never) })),
  ),
  listing('returns invitations without their reference', ['findInvitationsOf/whole'], (list) =>
    list.map(({ reference: _, ...invitation }) => invitation),
  ),
  listing('returns the times of sending in seconds', ['findInvitationsOf/whole'], (list) =>
    list.map((invitation) => ({
      ...invitation,
      sentAt: new Date(Math.floor(+invitation.sentAt / 1000) * 1000),
    })),
  ),
  listing('lists numbers for identifiers', ['findInvitationsOf/exact-before'], (list) =>
    list.map((invitation) => ({
      ...invitation,
      invitationId: numberOf(invitation.invitationId),
    })),
  ),
  listing('has 100 invitations at most', ['findInvitationsOf/limit'], (list) => list.slice(0, 100)),
  {
    flaw: 'shows the invitations of others',
    found: ['findInvitationsOf/others', 'findInvitationsOf/newest'],
    Adapter: class extends MapAnswers {
      protected override isOf() {
        return true
      }
    },
  },
  {
    flaw: 'does not tell inviters and recipients apart',
    found: ['findInvitationsOf/newest', 'findInvitationsOf/pages'],
    Adapter: class extends MapAnswers {
      protected override isOf({ inviterId, recipientId }: Invitation, memberId: string) {
        return inviterId === memberId || recipientId === memberId
      }
    },
  },
  {
    flaw: 'compares members without regard to case and blanks',
    found: ['findInvitationsOf/exact'],
    Adapter: class extends MapAnswers {
      protected override isOf(invitation: Invitation, memberId: string, role: Role) {
        const folded = (id: string) => id.toLowerCase().trimEnd()
        return folded(invitation[`${role}Id`]) === folded(memberId)
      }
    },
  },
  {
    flaw: 'goes on after the instant of the invitation',
    found: ['findInvitationsOf/ties'],
    Adapter: class extends MapAnswers {
      protected override startAfter(all: readonly Invitation[], before: string) {
        const last = this.tables.invitations.get(before)
        const at = all.findIndex((each) => last && each.sentAt < last.sentAt)
        return all.some(({ invitationId }) => invitationId === before) && at >= 0 ? at : undefined
      }
    },
  },
  {
    flaw: 'goes on after an invitation of anybody',
    found: ['findInvitationsOf/before-of-others'],
    Adapter: class extends MapAnswers {
      protected override startAfter(all: readonly Invitation[], before: string) {
        const last = this.tables.invitations.get(before)
        const at = last && all.findIndex((each) => this.order(last, each) < 0)
        return at === undefined || at < 0 ? undefined : at
      }
    },
  },
  {
    flaw: 'begins again after an invitation that it does not know',
    found: ['findInvitationsOf/before-of-others', 'findInvitationsOf/exact-before'],
    Adapter: class extends MapAnswers {
      protected override startAfter(all: readonly Invitation[], before: string) {
        return super.startAfter(all, before) ?? 0
      }
    },
  },
  {
    flaw: 'begins with the invitation itself',
    found: ['findInvitationsOf/pages', 'findInvitationsOf/ties'],
    Adapter: class extends MapAnswers {
      protected override startAfter(all: readonly Invitation[], before: string) {
        const start = super.startAfter(all, before)
        return start && start - 1
      }
    },
  },
  {
    flaw: 'compares the identifiers of invitations without regard to case in `before`',
    found: ['findInvitationsOf/exact-before'],
    Adapter: class extends MapAnswers {
      protected override startAfter(all: readonly Invitation[], before: string) {
        const folded = before.toLowerCase()
        const at = all.findIndex(({ invitationId }) => invitationId.toLowerCase() === folded)
        return at < 0 ? undefined : at + 1
      }
    },
  },
  {
    flaw: 'ignores the limit',
    found: ['findInvitationsOf/limit', 'findInvitationsOf/pages'],
    Adapter: class extends MapAnswers {
      override findInvitationsOf(memberId: string, role: Role, _: number, before?: string) {
        return super.findInvitationsOf(memberId, role, Infinity, before)
      }
    },
  },
  {
    flaw: 'lists from a memory of its own',
    found: ['findInvitationsOf/two-instances'],
    Adapter: class extends MapAnswers {
      private own: readonly Invitation[] = []
      override seed(...seeded: Parameters<MapAnswers['seed']>) {
        super.seed(...seeded)
        this.own = [...this.tables.invitations.values()]
      }
      protected override listOf(memberId: string, role: Role) {
        return super.listOf(memberId, role).filter((invitation) => this.own.includes(invitation))
      }
    },
  },
  {
    flaw: 'keeps for as long as it lives that an invitation was open',
    found: ['findChanges/visible-two-instances', 'change/visible-two-instances'],
    Adapter: class extends MapAnswers {
      private readonly open = new Set<string>()
      override async findChanges(invitationIds: readonly string[]) {
        const found = await super.findChanges(invitationIds.filter((id) => !this.open.has(id)))
        for (const id of invitationIds) if (!found.has(id)) this.open.add(id)
        return found
      }
      override async change(record: ChangeRecord): Promise<ChangeOutcome> {
        this.open.delete(record.change.invitationId)
        return super.change(record)
      }
    },
  },
  {
    flaw: 'finds numbers for the keys of changes',
    found: ['findChanges/keys'],
    Adapter: class extends MapAnswers {
      override async findChanges(invitationIds: readonly string[]) {
        const found = await super.findChanges(invitationIds)
        return new Map([...found].map(([id, change]) => [numberOf(id), change]))
      }
    },
  },
  {
    flaw: 'takes identifiers for numbers if they look like numbers',
    found: ['findChanges/exact'],
    Adapter: class extends MapAnswers {
      protected override idKey(invitationId: string) {
        return Number.isNaN(Number(invitationId)) ? invitationId : String(Number(invitationId))
      }
    },
  },
  {
    flaw: 'finds a thousand changes at most',
    found: ['findChanges/many'],
    Adapter: class extends MapAnswers {
      override findChanges(invitationIds: readonly string[]) {
        return super.findChanges(invitationIds.slice(0, 1000))
      }
    },
  },
  {
    flaw: 'finds an open invitation too',
    found: ['findChanges/latest'],
    Adapter: class extends MapAnswers {
      protected override storedOf(invitationId: string): InvitationChange | undefined {
        const stored = super.storedOf(invitationId)
        // What a driver returns, whatever the types say.
        return stored ?? ({ invitationId, status: 'Open' } as never)
      }
      protected override isAllowed(stored: InvitationChange, record: ChangeRecord) {
        return record.from.includes(stored.status)
      }
    },
  },
]
