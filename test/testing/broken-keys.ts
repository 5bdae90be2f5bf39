import { subMonths } from 'date-fns/subMonths'
import type { InvitationClaim, InvitationRecord } from 'group-invitations'
import { type BrokenInvitations, MapInvitations } from './map-invitations.js'

const HOUR = 60 * 60 * 1000

/** When clocks in Europe are set back in the year of the instant; every earlier instant counts as summer. */
function lastSundayOfOctober(instant: Date): Date {
  const year = instant.getUTCFullYear()
  const day = 31 - new Date(Date.UTC(year, 9, 31)).getUTCDay()
  return new Date(Date.UTC(year, 9, day, 1))
}

export const brokenKeys: readonly BrokenInvitations[] = [
  {
    flaw: 'has the group in the key of the claim',
    promise:
      'commit returns PairTaken for another group: not for another inviter, another recipient or the reversed pair',
    Adapter: class extends MapInvitations {
      protected override pairKey(inviterId: string, recipientId: string, groupId: string) {
        return JSON.stringify([inviterId, recipientId, groupId])
      }
    },
  },
  {
    flaw: 'takes the pair in both directions',
    promise: 'findClaims returns no claim of another inviter or of the reversed pair',
    Adapter: class extends MapInvitations {
      protected override pairKey(inviterId: string, recipientId: string) {
        return JSON.stringify([inviterId, recipientId].sort())
      }
    },
  },
  {
    flaw: 'joins identifiers by a bar',
    promise: 'commit compares identifiers exactly',
    Adapter: class extends MapInvitations {
      protected override pairKey(inviterId: string, recipientId: string) {
        return `${inviterId}|${recipientId}`
      }
    },
  },
  {
    flaw: 'compares identifiers without regard to case and blanks, as some collations do',
    promise: 'findClaims compares identifiers exactly',
    Adapter: class extends MapInvitations {
      protected override pairKey(inviterId: string, recipientId: string) {
        const folded = [inviterId, recipientId].map((id) => id.toLowerCase().trimEnd())
        return JSON.stringify(folded)
      }
    },
  },
  {
    flaw: 'compares the identifiers of invitations without regard to case',
    promise: 'findInvitation compares identifiers exactly',
    Adapter: class extends MapInvitations {
      protected override idKey(invitationId: string) {
        return invitationId.toLowerCase()
      }
    },
  },
  {
    flaw: 'keeps 63 characters of an identifier',
    promise: 'findInvitation compares identifiers exactly',
    Adapter: class extends MapInvitations {
      protected override idKey(invitationId: string) {
        return invitationId.slice(0, 63)
      }
    },
  },
  {
    flaw: 'takes identifiers for numbers if they look like numbers',
    promise: 'findInvitation compares identifiers exactly',
    Adapter: class extends MapInvitations {
      protected override idKey(invitationId: string) {
        return Number.isNaN(Number(invitationId)) ? invitationId : String(Number(invitationId))
      }
    },
  },
  {
    flaw: 'keeps seconds',
    promise:
      'findInvitation returns the invitation as it was committed: without subject and reference',
    Adapter: class extends MapInvitations {
      protected override kept(instant: Date) {
        return new Date(Math.floor(+instant / 1000) * 1000)
      }
    },
  },
  {
    flaw: 'keeps the time on a clock in Europe',
    promise:
      'findInvitation returns the invitation as it was committed: an hour that clocks in Europe show twice, the first time',
    Adapter: class extends MapInvitations {
      protected override kept(instant: Date) {
        const isSummer = instant < lastSundayOfOctober(instant)
        const shown = +instant + (isSummer ? 2 : 1) * HOUR
        // A time that occurs twice becomes the later one.
        const winter = new Date(shown - HOUR)
        return winter < lastSundayOfOctober(winter) ? new Date(shown - 2 * HOUR) : winter
      }
    },
  },
  {
    flaw: 'returns dates that do not exist',
    promise:
      'findClaims returns the claim of the pair, to the millisecond; a recipient without a claim is absent',
    Adapter: class extends MapInvitations {
      protected override kept(instant: Date) {
        return new Date(instant.toLocaleString('de-DE'))
      }
    },
  },
  {
    flaw: 'computes the cooldown backwards from now',
    promise: 'commit compares the stored end of a claim, and never computes it from the beginning',
    Adapter: class extends MapInvitations {
      protected override holds(claim: InvitationClaim, sentAt: Date) {
        return claim.sentAt > subMonths(sentAt, 6)
      }
    },
  },
  {
    flaw: 'still holds the pair at the end of the cooldown',
    promise: 'commit takes a pair whose claim ends at `sentAt` exactly',
    Adapter: class extends MapInvitations {
      protected override holds(claim: InvitationClaim, sentAt: Date) {
        return claim.repeatableAt >= sentAt
      }
    },
  },
  {
    flaw: 'lets go of the pair a millisecond too early',
    promise: 'commit returns PairTaken with the claim if the claim ends later than `sentAt`: 1 ms',
    Adapter: class extends MapInvitations {
      protected override holds(claim: InvitationClaim, sentAt: Date) {
        return +claim.repeatableAt - +sentAt > 1
      }
    },
  },
  {
    flaw: 'compares the beginning of the claim',
    promise: 'commit ignores the beginning of a claim, which may be later than `sentAt`',
    Adapter: class extends MapInvitations {
      protected override holds(claim: InvitationClaim, sentAt: Date) {
        return claim.sentAt <= sentAt && claim.repeatableAt > sentAt
      }
    },
  },
  {
    flaw: 'leaves an ended claim where it is',
    promise: 'commit takes a pair whose claim ends at `sentAt` exactly',
    Adapter: class extends MapInvitations {
      protected override writeClaim(record: Pick<InvitationRecord, 'invitation'>) {
        const { inviterId, recipientId, groupId } = record.invitation
        const isThere = this.tables.claims.has(this.pairKey(inviterId, recipientId, groupId))
        if (!isThere) super.writeClaim(record)
      }
    },
  },
]
