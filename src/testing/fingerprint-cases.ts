import type { InvitationRepository } from '../ports/invitation-repository.js'
import type { Cast } from './cast.js'
import type { PortPromise } from './contract.js'
import { comparableFingerprints, expectEqual, sorted } from './expect-equal.js'
import type { SeedInvitation } from './fixture.js'
import { AT, fingerprintOf, later } from './records.js'

export const fingerprintCases = (cast: Cast): readonly PortPromise<InvitationRepository>[] => [
  {
    id: 'findRecentFingerprints/since',
    name: 'findRecentFingerprints returns what the inviter has sent at `since` or later, into any group',
    network: {
      ...cast.four,
      invitations: [
        sent(cast, -1, 1, { recipientId: cast.bernd }),
        sent(cast, 0, 2, { recipientId: cast.clara }),
        sent(cast, 1, 3, { recipientId: cast.dora, groupId: cast.choir }),
        sent(cast, 1, 4, { recipientId: cast.anna, inviterId: cast.dora }),
      ],
    },
    check: ({ repository }) => expectLatest(cast, repository, 10),
  },
  {
    id: 'findRecentFingerprints/latest',
    name: 'findRecentFingerprints returns the latest ones if there are more than `limit`',
    network: {
      ...cast.four,
      invitations: [
        sent(cast, 1, 1, { recipientId: cast.bernd }),
        sent(cast, 3, 3, { recipientId: cast.dora }),
        sent(cast, 2, 2, { recipientId: cast.clara }),
      ],
    },
    check: ({ repository }) => expectLatest(cast, repository, 2),
  },
  {
    id: 'findRecentFingerprints/unchanged',
    name: 'findRecentFingerprints returns each fingerprint as it was committed',
    network: cast.four,
    async check({ repository }) {
      const textFingerprint = `1.${'~!aZ09+/='.repeat(60)}`.slice(0, 510)
      await repository.commit({ ...cast.recordOf(), textFingerprint })
      const found = await repository.findRecentFingerprints(cast.anna, AT, 10)
      const expected = [{ recipientId: cast.bernd, textFingerprint }]
      expectEqual(comparableFingerprints(found), expected, 'the fingerprints')
    },
  },
  {
    id: 'findRecentFingerprints/none',
    name: 'findRecentFingerprints leaves out an invitation without a fingerprint',
    network: {
      ...cast.four,
      invitations: [
        sent(cast, 1, 1, { recipientId: cast.bernd, text: '', textFingerprint: undefined }),
        sent(cast, 1, 2, { recipientId: cast.clara }),
      ],
    },
    async check({ repository }) {
      const found = await repository.findRecentFingerprints(cast.anna, AT, 10)
      const expected = [{ recipientId: cast.clara, textFingerprint: fingerprint(cast, 2) }]
      expectEqual(comparableFingerprints(found), expected, 'the fingerprints')
    },
  },
  {
    id: 'findRecentFingerprints/limit',
    name: 'findRecentFingerprints returns as many as `limit` allows: 100',
    network: {
      ...cast.four,
      members: [...cast.four.members, ...cast.membersOf(cast.many(120))],
      invitations: cast.many(120).map((recipientId, at) => sent(cast, at, at, { recipientId })),
    },
    async check({ repository }) {
      const found = await repository.findRecentFingerprints(cast.anna, AT, 100)
      expectEqual(found.length, 100, 'the number of fingerprints')
    },
  },
  {
    id: 'findRecentFingerprints/exact',
    name: 'findRecentFingerprints compares identifiers exactly',
    network: {
      ...cast.four,
      members: cast.membersOf(cast.odd.members),
      invitations: cast.odd.pairs.map(([inviterId, recipientId], at) =>
        sent(cast, at, at, { inviterId, recipientId }),
      ),
    },
    async check({ repository }) {
      for (const inviterId of cast.odd.members) {
        const found = await repository.findRecentFingerprints(inviterId, AT, 1000)
        const sentTo = cast.odd.pairs.filter(([id]) => id === inviterId).map(([, id]) => id)
        const recipients = found.map(({ recipientId }) => recipientId)
        expectEqual(sorted(recipients), sorted(sentTo), `the recipients of ${inviterId}`)
      }
    },
  },
]

/** An invitation of that number, sent that many milliseconds after `AT`, with a fingerprint of its own. */
function sent(
  cast: Cast,
  milliseconds: number,
  number: number,
  changes: Partial<SeedInvitation>,
): SeedInvitation {
  const sentAt = later(AT, milliseconds)
  const invitationId = cast.invitation(number)
  return cast.claimUntil(later(AT, 1e10), { invitationId, sentAt, ...changes })
}

function fingerprint(cast: Cast, number: number): string {
  return fingerprintOf({ invitationId: cast.invitation(number) })
}

async function expectLatest(
  cast: Cast,
  repository: InvitationRepository,
  limit: number,
): Promise<void> {
  const found = await repository.findRecentFingerprints(cast.anna, AT, limit)
  const expected = [
    { recipientId: cast.clara, textFingerprint: fingerprint(cast, 2) },
    { recipientId: cast.dora, textFingerprint: fingerprint(cast, 3) },
  ]
  expectEqual(sorted(comparableFingerprints(found)), sorted(expected), 'the fingerprints')
}
