import type { InvitationRepository } from '../ports/invitation-repository.js'
import type { PortPromise } from './contract.js'
import { expectEqual, sorted, valuesIn } from './expect-equal.js'
import { AT, claimUntil, later } from './records.js'
import { claimOf, claimsTold } from './told.js'
import { FOUR, MANY, MANY_IDS, membersOf, TRICKY, TRICKY_IDS, TRICKY_PAIRS } from './worlds.js'

const END = later(AT, 1e9 + 1)

/** What `findClaims` promises. */
export const claimCases: readonly PortPromise<InvitationRepository>[] = [
  {
    name: 'findClaims tells the claim of the pair, to the millisecond, and leaves out who has none',
    network: { ...FOUR, invitations: [claimUntil(END)] },
    async check({ repository }) {
      const answer = await repository.findClaims('anna', ['clara', 'bernd', 'nobody'])
      expectEqual(
        claimsTold(answer, ['bernd', 'clara', 'nobody']),
        [claimOf(claimUntil(END)), undefined, undefined],
        'the claims on bernd, clara and nobody',
      )
    },
  },
  {
    name: 'findClaims knows whose claim it is: not another inviter’s, and not the way back',
    network: { ...FOUR, invitations: [claimUntil(END)] },
    async check({ repository }) {
      const others = await repository.findClaims('clara', ['bernd'])
      expectEqual(valuesIn(others, ['bernd']), [undefined], 'the claim of another inviter')
      const back = await repository.findClaims('bernd', ['anna'])
      expectEqual(valuesIn(back, ['anna']), [undefined], 'the claim of the reversed pair')
    },
  },
  {
    name: 'findClaims tells the latest claim of a pair, whatever the group',
    network: {
      ...FOUR,
      invitations: [
        claimUntil(later(END, -1), { invitationId: 'i-before', groupId: 'chess' }),
        claimUntil(END, { invitationId: 'i-latest', groupId: 'choir' }),
        claimUntil(later(END, -2), { invitationId: 'i-first', groupId: 'chess' }),
      ],
    },
    async check({ repository }) {
      const [claim] = claimsTold(await repository.findClaims('anna', ['bernd']), ['bernd'])
      expectEqual(claim, claimOf(claimUntil(END, { invitationId: 'i-latest' })), 'the claim')
    },
  },
  {
    name: 'findClaims compares identifiers exactly',
    network: {
      ...TRICKY,
      invitations: TRICKY_PAIRS.map(([inviterId, recipientId], at) =>
        claimUntil(later(END, at), { invitationId: `i-${at}`, inviterId, recipientId }),
      ),
    },
    async check({ repository }) {
      for (const inviterId of TRICKY_IDS) {
        const answer = await repository.findClaims(inviterId, TRICKY_IDS)
        const found = TRICKY_IDS.filter((id) => valuesIn(answer, [id])[0] !== undefined)
        const invited = TRICKY_PAIRS.filter(([id]) => id === inviterId).map(([, id]) => id)
        expectEqual(sorted(found), sorted(invited), `whom ${inviterId} has invited`)
      }
    },
  },
  {
    name: 'findClaims answers for 0, 1 and 5,000 recipients',
    network: {
      members: [...MANY.members, ...membersOf(['anna'])],
      groups: FOUR.groups,
      invitations: MANY_IDS.map((recipientId, at) =>
        claimUntil(END, { invitationId: `i-${at}`, recipientId }),
      ),
    },
    async check({ repository }) {
      for (const ids of [[], ['m-0'], MANY_IDS]) {
        const answer = await repository.findClaims('anna', ids)
        const found = valuesIn(answer, ids).filter((claim) => claim !== undefined)
        expectEqual(found.length, ids.length, 'the number of claims found')
      }
    },
  },
]
