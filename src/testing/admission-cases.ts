import type { Standing } from '../model/member.js'
import type { AnswerRepository } from '../ports/answer-repository.js'
import type { Cast } from './cast.js'
import type { PortPromise } from './contract.js'
import { comparableChange, comparableChangeOutcome, expectEqual, only } from './expect-equal.js'
import { expectChange, expectStanding } from './expect-stored.js'
import { type Fixture, membershipsOf, type SeedInvitation } from './fixture.js'
import { answerTo, END } from './records.js'
import { crowdOf, formerMembershipsOf, guestsOf, otherRolesOf } from './seeds.js'

type Answers = Fixture<AnswerRepository>

const GIVES = 'change gives the standing to a recipient without one'

const LOWERS = 'change lowers no standing: `member` and `moderator` stay as they are'

export const admissionCases = (cast: Cast): readonly PortPromise<AnswerRepository>[] => [
  {
    id: 'change/gives',
    name: GIVES,
    needs: 'standings',
    network: clubOf(cast, { [cast.anna]: 'member' }),
    async check(fixture) {
      await expectAdmission(cast, fixture, cast.bernd, 'member')
      await expectStanding(fixture, cast.chess, cast.anna, 'member')
      await expectStanding(fixture, cast.chess, cast.clara, undefined)
      await expectStanding(fixture, cast.choir, cast.bernd, undefined)
    },
  },
  {
    id: 'change/gives-pending',
    name: `${GIVES}: pending`,
    needs: ['pending', 'standings'],
    network: clubOf(cast),
    check: (fixture) => expectAdmission(cast, fixture, cast.bernd, 'pending', 'pending'),
  },
  {
    id: 'change/gives-back',
    name: `${GIVES}: someone who has left`,
    needs: 'standings',
    network: clubOf(cast),
    decoys: formerMembershipsOf(cast),
    async check(fixture) {
      const { setStanding } = membershipsOf(fixture)
      await setStanding(cast.chess, cast.bernd, 'moderator')
      await setStanding(cast.chess, cast.bernd, undefined)
      for (const memberId of [cast.bernd, cast.clara, cast.dora])
        await expectAdmission(cast, fixture, memberId, 'member')
    },
  },
  {
    id: 'change/gives-other-roles',
    name: `${GIVES}: someone with any other role`,
    needs: 'standings',
    network: crowdOf(cast, cast.lettersTo(guestsOf(cast))),
    decoys: otherRolesOf(cast),
    async check(fixture) {
      for (const letter of cast.lettersTo(guestsOf(cast))) {
        const { type } = await fixture.repository.change(answerTo(letter, 'Accepted'))
        expectEqual(type, 'Changed', 'the outcome')
        await expectStanding(fixture, cast.chess, letter.recipientId, 'member')
      }
    },
  },
  {
    id: 'change/gives-exactly',
    name: `${GIVES}: identifiers are compared exactly`,
    needs: 'standings',
    network: {
      ...cast.four,
      members: cast.membersOf([cast.anna, ...cast.odd.members]),
      groups: cast.groupsOf(cast.odd.groups),
      invitations: oddAdmissions(cast),
    },
    async check(fixture) {
      const admitted = oddAdmissions(cast).filter((_, at) => at % 2 === 0)
      for (const letter of admitted) await fixture.repository.change(answerTo(letter, 'Accepted'))
      for (const [at, { groupId, recipientId }] of oddAdmissions(cast).entries()) {
        await expectStanding(fixture, groupId, recipientId, at % 2 === 0 ? 'member' : undefined)
        for (const other of admitted.slice(at, at + 1))
          if (other.groupId !== groupId)
            await expectStanding(fixture, groupId, other.recipientId, undefined)
      }
    },
  },
  {
    id: 'change/raises',
    name: 'change raises `pending` to `member`',
    needs: ['pending', 'standings'],
    network: clubOf(cast, { [cast.bernd]: 'pending' }),
    check: (fixture) => expectAdmission(cast, fixture, cast.bernd, 'member'),
  },
  {
    id: 'change/lowers-none',
    name: LOWERS,
    needs: 'standings',
    network: clubOf(cast, { [cast.bernd]: 'moderator', [cast.clara]: 'member' }),
    async check(fixture) {
      await expectAdmission(cast, fixture, cast.bernd, 'moderator')
      await expectAdmission(cast, fixture, cast.clara, 'member')
    },
  },
  {
    id: 'change/lowers-none-pending',
    name: `${LOWERS}, and \`pending\` stays for \`pending\``,
    needs: ['pending', 'standings'],
    network: clubOf(cast, {
      [cast.bernd]: 'moderator',
      [cast.clara]: 'member',
      [cast.dora]: 'pending',
    }),
    async check(fixture) {
      await expectAdmission(cast, fixture, cast.bernd, 'moderator', 'pending')
      await expectAdmission(cast, fixture, cast.clara, 'member', 'pending')
      await expectAdmission(cast, fixture, cast.dora, 'pending', 'pending')
    },
  },
  {
    id: 'change/banned',
    name: 'change returns `NotAdmitted` if the recipient is `banned`',
    needs: ['banned', 'standings'],
    network: clubOf(cast, { [cast.bernd]: 'banned', [cast.clara]: 'banned' }),
    async check(fixture) {
      const { repository } = fixture
      for (const letter of cast.lettersTo([cast.bernd, cast.clara])) {
        const declined = answerTo(letter, 'Declined')
        const isDeclined = letter.recipientId === cast.clara
        if (isDeclined) await repository.change(declined)
        const outcome = only(await repository.change(answerTo(letter, 'Accepted')), ['type'])
        expectEqual(outcome, { type: 'NotAdmitted' }, 'the outcome')
        const { invitationId, recipientId } = letter
        await expectChange(repository, invitationId, isDeclined ? declined.change : undefined)
        await expectStanding(fixture, cast.chess, recipientId, 'banned')
      }
    },
  },
  {
    id: 'change/admits-only',
    name: 'change changes no membership without `admit`, and none if the status is none of `from`',
    needs: 'standings',
    network: clubOf(cast),
    async check(fixture) {
      const { repository } = fixture
      const { setStanding } = membershipsOf(fixture)
      for (const letter of cast.lettersTo([cast.bernd, cast.clara])) {
        const isDeclined = letter.recipientId === cast.bernd
        const first = answerTo(letter, isDeclined ? 'Withdrawn' : 'Accepted')
        for (const record of isDeclined ? [answerTo(letter, 'Declined'), first] : [first])
          await repository.change(record)
        // Someone who has accepted leaves: to accept again does not bring them back.
        if (!isDeclined) await setStanding(cast.chess, letter.recipientId, undefined)
        await expectStanding(fixture, cast.chess, letter.recipientId, undefined)
        const outcome = comparableChangeOutcome(
          await repository.change(answerTo(letter, 'Accepted')),
        )
        const expected = { type: 'NotChanged', change: comparableChange(first.change) }
        expectEqual(outcome, expected, 'the outcome')
        await expectStanding(fixture, cast.chess, letter.recipientId, undefined)
      }
    },
  },
]

/** Invitations into chess to Bernd, Clara and Dora, and these standings there. */
function clubOf(cast: Cast, standings: { readonly [memberId: string]: Standing } = {}) {
  return {
    ...crowdOf(cast, cast.lettersTo([cast.bernd, cast.clara, cast.dora])),
    groups: cast.groupsOf([cast.chess, cast.choir]).map((group) => ({
      ...group,
      ...(group.groupId === cast.chess && { standings }),
    })),
  }
}

function oddAdmissions(cast: Cast): readonly SeedInvitation[] {
  return cast.odd.members.flatMap((recipientId, at) =>
    cast.odd.groups
      .slice(at, at + 1)
      .map((groupId) =>
        cast.claimUntil(END, { invitationId: cast.invitation(at + 20), recipientId, groupId }),
      ),
  )
}

/** Accepts the invitation, and expects this standing afterwards. */
async function expectAdmission(
  cast: Cast,
  fixture: Answers,
  memberId: string,
  standing: Standing,
  admitted: 'member' | 'pending' = 'member',
): Promise<void> {
  const letters = cast.lettersTo([cast.bernd, cast.clara, cast.dora])
  for (const letter of letters.filter(({ recipientId }) => recipientId === memberId)) {
    const record = answerTo(letter, 'Accepted', { standing: admitted })
    const outcome = only(await fixture.repository.change(record), ['type', 'standing'])
    expectEqual(outcome, { type: 'Changed', standing }, `the outcome for ${memberId}`)
    await expectStanding(fixture, cast.chess, memberId, standing)
    await expectChange(fixture.repository, letter.invitationId, record.change)
  }
}
