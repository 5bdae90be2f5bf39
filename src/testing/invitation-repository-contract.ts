import type { InvitationRepository } from '../ports/invitation-repository.js'
import { atomicCases } from './atomic-cases.js'
import type { Cast } from './cast.js'
import { commitCases } from './commit-cases.js'
import { casesOf, type ContractCase, type ContractOptions, type PortPromise } from './contract.js'
import { comparableClaim, comparableClaims, expectEqual, sorted, valuesIn } from './expect-equal.js'
import { fingerprintCases } from './fingerprint-cases.js'
import type { OpenFixture } from './fixture.js'
import { invitationCases } from './invitation-cases.js'
import { paceCases } from './pace-cases.js'
import { raceCases } from './race-cases.js'
import { END, later } from './records.js'

/**
 * Returns the promises of an `InvitationRepository`, races included, as cases for any test runner.
 *
 * @throws TypeError if an option is unknown, or not as its type says.
 *
 * @since 0.1.0
 */
export function invitationRepositoryContract(
  open: OpenFixture<InvitationRepository>,
  options: ContractOptions = {},
): readonly ContractCase[] {
  return casesOf(open, options, (cast) => [
    ...claimCases(cast),
    ...fingerprintCases(cast),
    ...invitationCases(cast),
    ...commitCases(cast),
    ...atomicCases(cast),
    ...raceCases(cast),
    ...paceCases(cast),
  ])
}

const claimCases = (cast: Cast): readonly PortPromise<InvitationRepository>[] => [
  {
    id: 'findClaims/pair',
    name: 'findClaims returns the claim of the pair, to the millisecond; a recipient without a claim is absent',
    network: { ...cast.four, invitations: [cast.claimUntil(END)] },
    async check({ repository }) {
      const { anna, bernd, clara, nobody } = cast
      const answer = await repository.findClaims(anna, [clara, bernd, nobody])
      expectEqual(
        comparableClaims(answer, [bernd, clara, nobody]),
        [comparableClaim(cast.claimUntil(END)), undefined, undefined],
        `the claims on ${bernd}, ${clara} and ${nobody}`,
      )
    },
  },
  {
    id: 'findClaims/other-pairs',
    name: 'findClaims returns no claim of another inviter or of the reversed pair',
    network: { ...cast.four, invitations: [cast.claimUntil(END)] },
    async check({ repository }) {
      const { anna, bernd, clara } = cast
      const others = await repository.findClaims(clara, [bernd])
      expectEqual(valuesIn(others, [bernd]), [undefined], 'the claim of another inviter')
      const back = await repository.findClaims(bernd, [anna])
      expectEqual(valuesIn(back, [anna]), [undefined], 'the claim of the reversed pair')
    },
  },
  {
    id: 'findClaims/latest',
    name: 'findClaims returns the claim of the pair with the latest `repeatableAt`, into any group',
    network: { ...cast.four, invitations: inTurn(cast) },
    async check({ repository }) {
      const { anna, bernd } = cast
      const [claim] = comparableClaims(await repository.findClaims(anna, [bernd]), [bernd])
      expectEqual(claim, comparableClaim(inTurn(cast)[1]), 'the claim')
    },
  },
  {
    id: 'findClaims/keys',
    name: 'findClaims returns a Map whose keys are all strings',
    network: {
      ...cast.four,
      members: cast.membersOf([cast.anna, ...cast.digits.members]),
      invitations: cast.lettersTo(cast.digits.members),
    },
    async check({ repository }) {
      const { members, noMember } = cast.digits
      const answer = await repository.findClaims(cast.anna, [...members, noMember])
      const claims = cast.lettersTo(members).map(comparableClaim)
      expectEqual(comparableClaims(answer, members), claims, 'the claims')
    },
  },
  {
    id: 'findClaims/exact',
    name: 'findClaims compares identifiers exactly',
    network: {
      ...cast.four,
      members: cast.membersOf(cast.odd.members),
      invitations: oddClaims(cast),
    },
    async check({ repository }) {
      const { members } = cast.odd
      const claims = oddClaims(cast)
      for (const inviterId of members) {
        const answer = await repository.findClaims(inviterId, members)
        const found = comparableClaims(answer, members).flatMap((claim, at) =>
          claim === undefined ? [] : [[members[at], claim]],
        )
        const sent = claims
          .filter((claim) => claim.inviterId === inviterId)
          .map((claim) => [claim.recipientId, comparableClaim(claim)])
        expectEqual(sorted(found), sorted(sent), `the recipients and claims of ${inviterId}`)
      }
    },
  },
  {
    id: 'findClaims/many',
    name: 'findClaims accepts any number of recipients: 0, 1 and 5,000',
    get network() {
      return {
        members: cast.membersOf([cast.anna, ...cast.many()]),
        groups: cast.four.groups,
        invitations: cast.lettersTo(cast.many()),
      }
    },
    async check({ repository }) {
      const members = cast.many()
      for (const ids of [[], members.slice(0, 1), members]) {
        const answer = await repository.findClaims(cast.anna, ids)
        const found = valuesIn(answer, ids).filter((claim) => claim !== undefined)
        expectEqual(found.length, ids.length, 'the number of claims')
      }
    },
  },
]

/** Three invitations of one pair, one after the other; the second in the list is the latest. */
function inTurn(cast: Cast) {
  const year = (number: number) => ({ sentAt: new Date(Date.UTC(number, 0, 2, 3, 4, 5, 6)) })
  return [
    cast.claimUntil(year(2024).sentAt, { invitationId: cast.invitation(2), ...year(2023) }),
    cast.claimUntil(END, { groupId: cast.choir }),
    cast.claimUntil(year(2025).sentAt, { invitationId: cast.invitation(1), ...year(2024) }),
  ]
}

function oddClaims(cast: Cast) {
  return cast.odd.pairs.map(([inviterId, recipientId], at) =>
    cast.claimUntil(later(END, at), { invitationId: cast.invitation(at), inviterId, recipientId }),
  )
}
