import type { Invitation, InvitationRecord } from 'group-invitations'
import { type BrokenInvitations, MapInvitations } from './map-invitations.js'

const storing = (change: (invitation: Invitation) => Partial<Invitation>) =>
  class extends MapInvitations {
    protected override writeInvitation(record: Omit<InvitationRecord, 'deliveries'>) {
      const { invitation } = record
      super.writeInvitation({ ...record, invitation: { ...invitation, ...change(invitation) } })
    }
  }

const withEntry =
  (change: (entry: string) => string) =>
  ({ reference }: Invitation): Partial<Invitation> =>
    reference ? { reference: { ...reference, entry: change(reference.entry) } } : {}

export const brokenAnswers: readonly BrokenInvitations[] = [
  {
    flaw: 'returns null for what an invitation does not have',
    promise:
      'findInvitation returns the invitation as it was committed: without subject and reference',
    Adapter: class extends MapInvitations {
      override async findInvitation(invitationId: string) {
        const found = await super.findInvitation(invitationId)
        // What a driver returns, whatever the type says.
        return found && { ...found, subject: found.subject ?? (null as never) }
      }
    },
  },
  {
    flaw: 'returns the claim that was stored first',
    promise:
      'findClaims returns the claim of the pair with the latest `repeatableAt`, into any group',
    Adapter: class extends MapInvitations {
      override seed(network: Parameters<MapInvitations['seed']>[0]) {
        super.seed(network)
        super.seed({ invitations: network.invitations.slice(0, 1) })
      }
    },
  },
  {
    flaw: 'answers for a thousand at most',
    promise: 'findClaims accepts any number of recipients: 0, 1 and 5,000',
    Adapter: class extends MapInvitations {
      override findClaims(inviterId: string, recipientIds: readonly string[]) {
        return super.findClaims(inviterId, recipientIds.slice(0, 1000))
      }
    },
  },
  {
    flaw: 'leaves out what was sent at `since` exactly',
    promise:
      'findRecentFingerprints returns what the inviter has sent at `since` or later, into any group',
    Adapter: class extends MapInvitations {
      override findRecentFingerprints(inviterId: string, since: Date, limit: number) {
        return super.findRecentFingerprints(inviterId, new Date(+since + 1), limit)
      }
    },
  },
  {
    flaw: 'returns the oldest fingerprints',
    promise: 'findRecentFingerprints returns the latest ones if there are more than `limit`',
    Adapter: class extends MapInvitations {
      override async findRecentFingerprints(inviterId: string, since: Date, limit: number) {
        return (await super.findRecentFingerprints(inviterId, since, 100)).slice(-limit)
      }
    },
  },
  {
    flaw: 'returns 25 fingerprints at most',
    promise: 'findRecentFingerprints returns as many as `limit` allows: 100',
    Adapter: class extends MapInvitations {
      override findRecentFingerprints(inviterId: string, since: Date, limit: number) {
        return super.findRecentFingerprints(inviterId, since, Math.min(limit, 25))
      }
    },
  },
  {
    flaw: 'cuts fingerprints off at 255 characters',
    promise: 'findRecentFingerprints returns each fingerprint as it was committed',
    Adapter: class extends MapInvitations {
      protected override writeInvitation(record: InvitationRecord) {
        const textFingerprint = record.textFingerprint.slice(0, 255)
        super.writeInvitation({ ...record, textFingerprint })
      }
    },
  },
  {
    flaw: 'returns fingerprints that are none',
    promise: 'findRecentFingerprints leaves out an invitation without a fingerprint',
    Adapter: class extends MapInvitations {
      protected override writeInvitation(record: Omit<InvitationRecord, 'deliveries'>) {
        super.writeInvitation({ ...record, textFingerprint: record.textFingerprint || 'null' })
      }
    },
  },
  {
    flaw: 'trims what it stores',
    promise:
      'findInvitation returns the invitation as it was committed: the longest subject and reference, of odd characters',
    Adapter: storing(withEntry((entry) => entry.trim())),
  },
  {
    flaw: 'composes what it stores',
    promise:
      'findInvitation returns the invitation as it was committed: the longest subject and reference, of odd characters',
    Adapter: storing(withEntry((entry) => entry.normalize('NFC'))),
  },
  {
    flaw: 'keeps a subject of 60 characters',
    promise:
      'findInvitation returns the invitation as it was committed: the longest subject and reference, of odd characters',
    Adapter: storing(({ subject }) => ({ subject: subject?.slice(0, 60) })),
  },
  {
    flaw: 'keeps a text of 255 characters',
    promise:
      'findInvitation returns the invitation as it was committed: a text of 500 odd characters',
    Adapter: storing(({ text }) => ({ text: text.slice(0, 255) })),
  },
  {
    flaw: 'stores compatible characters as the same',
    promise:
      'findInvitation returns the invitation as it was committed: a text of 500 odd characters',
    Adapter: storing(({ text }) => ({ text: text.normalize('NFKC') })),
  },
  {
    flaw: 'has one group',
    promise:
      'findInvitation returns the invitation as it was committed: people, group, route and reference of another kind',
    Adapter: storing(() => ({ groupId: 'chess' })),
  },
  {
    flaw: 'has one route',
    promise:
      'findInvitation returns the invitation as it was committed: people, group, route and reference of another kind',
    Adapter: storing(() => ({ route: 'profile' })),
  },
  {
    flaw: 'has one field',
    promise:
      'findInvitation returns the invitation as it was committed: people, group, route and reference of another kind',
    Adapter: storing(({ reference }) =>
      reference ? { reference: { ...reference, field: 'haves' } } : {},
    ),
  },
]
