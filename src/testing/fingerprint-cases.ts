import type { InvitationRepository } from '../ports/invitation-repository.js'
import type { PortPromise } from './contract.js'
import { expectEqual, sorted } from './expect-equal.js'
import { AT, claimUntil, later, recordOf } from './records.js'
import type { SeedInvitation } from './fixture.js'
import { comparableFingerprints } from './comparable.js'
import { FOUR, MANY, MANY_IDS, TRICKY, TRICKY_IDS, TRICKY_PAIRS } from './networks.js'

export const fingerprintCases: readonly PortPromise<InvitationRepository>[] = [
  {
    name: 'findRecentFingerprints returns what the inviter has sent at `since` or later, into any group',
    network: {
      ...FOUR,
      invitations: [
        sent(-1, 'i-1', { recipientId: 'bernd' }),
        sent(0, 'i-2', { recipientId: 'clara' }),
        sent(1, 'i-3', { recipientId: 'dora', groupId: 'choir' }),
        sent(1, 'i-4', { recipientId: 'anna', inviterId: 'dora' }),
      ],
    },
    async check({ repository }) {
      expectEqual(
        comparableFingerprints(await repository.findRecentFingerprints('anna', AT, 10)),
        [
          { recipientId: 'clara', textFingerprint: '1.i-2' },
          { recipientId: 'dora', textFingerprint: '1.i-3' },
        ],
        'the fingerprints',
      )
    },
  },
  {
    name: 'findRecentFingerprints returns the latest ones if there are more than `limit`',
    network: {
      ...FOUR,
      invitations: [
        sent(1, 'i-1', { recipientId: 'bernd' }),
        sent(3, 'i-3', { recipientId: 'dora' }),
        sent(2, 'i-2', { recipientId: 'clara' }),
      ],
    },
    async check({ repository }) {
      expectEqual(
        comparableFingerprints(await repository.findRecentFingerprints('anna', AT, 2)),
        [
          { recipientId: 'clara', textFingerprint: '1.i-2' },
          { recipientId: 'dora', textFingerprint: '1.i-3' },
        ],
        'the two latest fingerprints',
      )
    },
  },
  {
    name: 'findRecentFingerprints returns each fingerprint as it was committed',
    network: FOUR,
    async check({ repository }) {
      const textFingerprint = `1.${'~!aZ09+/='.repeat(60)}`.slice(0, 510)
      await repository.commit({ ...recordOf(), textFingerprint })
      const found = comparableFingerprints(await repository.findRecentFingerprints('anna', AT, 10))
      expectEqual(found, [{ recipientId: 'bernd', textFingerprint }], 'the fingerprints')
    },
  },
  {
    name: 'findRecentFingerprints leaves out an invitation without a fingerprint',
    network: {
      ...FOUR,
      invitations: [
        sent(1, 'i-1', { recipientId: 'bernd', text: '', textFingerprint: undefined }),
        sent(1, 'i-2', { recipientId: 'clara' }),
      ],
    },
    async check({ repository }) {
      const found = comparableFingerprints(await repository.findRecentFingerprints('anna', AT, 10))
      expectEqual(found, [{ recipientId: 'clara', textFingerprint: '1.i-2' }], 'the fingerprints')
    },
  },
  {
    name: 'findRecentFingerprints returns as many as `limit` allows: 100',
    network: {
      ...MANY,
      members: [...MANY.members, ...FOUR.members],
      invitations: MANY_IDS.slice(0, 120).map((id, at) => sent(at, `i-${at}`, { recipientId: id })),
    },
    async check({ repository }) {
      const found = await repository.findRecentFingerprints('anna', AT, 100)
      expectEqual(found.length, 100, 'the number of fingerprints')
    },
  },
  {
    name: 'findRecentFingerprints compares identifiers exactly',
    network: {
      ...TRICKY,
      invitations: TRICKY_PAIRS.map(([inviterId, recipientId], at) =>
        sent(at, `i-${at}`, { inviterId, recipientId }),
      ),
    },
    async check({ repository }) {
      for (const inviterId of TRICKY_IDS) {
        const found = await repository.findRecentFingerprints(inviterId, AT, 1000)
        const sentTo = TRICKY_PAIRS.filter(([id]) => id === inviterId).map(([, id]) => id)
        const recipients = found.map(({ recipientId }) => recipientId)
        expectEqual(sorted(recipients), sorted(sentTo), `the recipients of ${inviterId}`)
      }
    },
  },
]

/** An invitation sent that many milliseconds after `AT`, with a fingerprint of its own. */
function sent(
  milliseconds: number,
  invitationId: string,
  changes: Partial<SeedInvitation>,
): SeedInvitation {
  const textFingerprint = `1.${invitationId}`
  const invitation = claimUntil(later(AT, 1e10), { invitationId, textFingerprint, ...changes })
  return { ...invitation, sentAt: later(AT, milliseconds) }
}
