import type { InvitationRepository } from '../ports/invitation-repository.js'
import type { PortPromise } from './contract.js'
import { expectEqual, sorted, valuesIn } from './expect-equal.js'
import { AT, claimUntil, later } from './records.js'
import { comparableClaim, comparableClaims } from './comparable.js'
import {
  DIGITS,
  FOUR,
  MANY,
  MANY_IDS,
  membersOf,
  TRICKY,
  TRICKY_IDS,
  TRICKY_PAIRS,
} from './networks.js'

const END = later(AT, 1e9 + 1)

export const claimCases: readonly PortPromise<InvitationRepository>[] = [
  {
    name: 'findClaims returns the claim of the pair, to the millisecond; a recipient without a claim is absent',
    network: { ...FOUR, invitations: [claimUntil(END)] },
    async check({ repository }) {
      const answer = await repository.findClaims('anna', ['clara', 'bernd', 'nobody'])
      expectEqual(
        comparableClaims(answer, ['bernd', 'clara', 'nobody']),
        [comparableClaim(claimUntil(END)), undefined, undefined],
        'the claims on bernd, clara and nobody',
      )
    },
  },
  {
    name: 'findClaims returns no claim of another inviter or of the reversed pair',
    network: { ...FOUR, invitations: [claimUntil(END)] },
    async check({ repository }) {
      const others = await repository.findClaims('clara', ['bernd'])
      expectEqual(valuesIn(others, ['bernd']), [undefined], 'the claim of another inviter')
      const back = await repository.findClaims('bernd', ['anna'])
      expectEqual(valuesIn(back, ['anna']), [undefined], 'the claim of the reversed pair')
    },
  },
  {
    name: 'findClaims returns the claim of the pair with the latest `repeatableAt`, into any group',
    network: {
      ...FOUR,
      invitations: [
        claimUntil(later(END, -1), { invitationId: 'i-before', groupId: 'chess' }),
        claimUntil(END, { invitationId: 'i-latest', groupId: 'choir' }),
        claimUntil(later(END, -2), { invitationId: 'i-first', groupId: 'chess' }),
      ],
    },
    async check({ repository }) {
      const [claim] = comparableClaims(await repository.findClaims('anna', ['bernd']), ['bernd'])
      expectEqual(
        claim,
        comparableClaim(claimUntil(END, { invitationId: 'i-latest' })),
        'the claim',
      )
    },
  },
  {
    name: 'findClaims returns a Map whose keys are all strings',
    network: {
      ...FOUR,
      members: membersOf(['anna', ...DIGITS]),
      invitations: DIGITS.map((id) =>
        claimUntil(END, { invitationId: `i-${id}`, recipientId: id }),
      ),
    },
    async check({ repository }) {
      const answer = await repository.findClaims('anna', [...DIGITS, '404'])
      const claims = DIGITS.map((id) =>
        comparableClaim(claimUntil(END, { invitationId: `i-${id}` })),
      )
      expectEqual(comparableClaims(answer, DIGITS), claims, 'the claims')
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
        expectEqual(sorted(found), sorted(invited), `the recipients of ${inviterId}`)
      }
    },
  },
  {
    name: 'findClaims accepts any number of recipients: 0, 1 and 5,000',
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
        expectEqual(found.length, ids.length, 'the number of claims')
      }
    },
  },
]
