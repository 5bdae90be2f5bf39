import type { InvitationRepository } from '../ports/invitation-repository.js'
import type { PortPromise } from './contract.js'
import { expectEqual, sorted } from './expect-equal.js'
import { AT, claimUntil, later, recordOf } from './records.js'
import type { SeedInvitation } from './seed-network.js'
import { signaturesTold } from './told.js'
import { FOUR, MANY, MANY_IDS, TRICKY, TRICKY_IDS, TRICKY_PAIRS } from './worlds.js'

/** What `findRecentSignatures` promises. */
export const signatureCases: readonly PortPromise<InvitationRepository>[] = [
  {
    name: 'findRecentSignatures tells what the inviter has sent at `since` or later, into any group',
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
        signaturesTold(await repository.findRecentSignatures('anna', AT, 10)),
        [
          { recipientId: 'clara', textSignature: '1.i-2' },
          { recipientId: 'dora', textSignature: '1.i-3' },
        ],
        'the signatures',
      )
    },
  },
  {
    name: 'findRecentSignatures tells the latest ones where there are more than `limit`',
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
        signaturesTold(await repository.findRecentSignatures('anna', AT, 2)),
        [
          { recipientId: 'clara', textSignature: '1.i-2' },
          { recipientId: 'dora', textSignature: '1.i-3' },
        ],
        'the two latest signatures',
      )
    },
  },
  {
    name: 'findRecentSignatures tells each signature as it was committed',
    network: FOUR,
    async check({ repository }) {
      const textSignature = `1.${'~!aZ09+/='.repeat(60)}`.slice(0, 510)
      await repository.commit({ ...recordOf(), textSignature })
      const found = signaturesTold(await repository.findRecentSignatures('anna', AT, 10))
      expectEqual(found, [{ recipientId: 'bernd', textSignature }], 'the signatures')
    },
  },
  {
    name: 'findRecentSignatures leaves out an invitation that was stored without one',
    network: {
      ...FOUR,
      invitations: [
        sent(1, 'i-1', { recipientId: 'bernd', text: '', textSignature: undefined }),
        sent(1, 'i-2', { recipientId: 'clara' }),
      ],
    },
    async check({ repository }) {
      const found = signaturesTold(await repository.findRecentSignatures('anna', AT, 10))
      expectEqual(found, [{ recipientId: 'clara', textSignature: '1.i-2' }], 'the signatures')
    },
  },
  {
    name: 'findRecentSignatures tells 100, where as many are asked for',
    network: {
      ...MANY,
      members: [...MANY.members, ...FOUR.members],
      invitations: MANY_IDS.slice(0, 120).map((id, at) => sent(at, `i-${at}`, { recipientId: id })),
    },
    async check({ repository }) {
      const found = await repository.findRecentSignatures('anna', AT, 100)
      expectEqual(found.length, 100, 'the number of signatures')
    },
  },
  {
    name: 'findRecentSignatures compares identifiers exactly',
    network: {
      ...TRICKY,
      invitations: TRICKY_PAIRS.map(([inviterId, recipientId], at) =>
        sent(at, `i-${at}`, { inviterId, recipientId }),
      ),
    },
    async check({ repository }) {
      for (const inviterId of TRICKY_IDS) {
        const found = await repository.findRecentSignatures(inviterId, AT, 1000)
        const sentTo = TRICKY_PAIRS.filter(([id]) => id === inviterId).map(([, id]) => id)
        const told = found.map(({ recipientId }) => recipientId)
        expectEqual(sorted(told), sorted(sentTo), `to whom ${inviterId} has sent`)
      }
    },
  },
]

/** An invitation sent that many milliseconds after `AT`, with a signature of its own. */
function sent(
  milliseconds: number,
  invitationId: string,
  changes: Partial<SeedInvitation>,
): SeedInvitation {
  const textSignature = `1.${invitationId}`
  const invitation = claimUntil(later(AT, 1e10), { invitationId, textSignature, ...changes })
  return { ...invitation, sentAt: later(AT, milliseconds) }
}
