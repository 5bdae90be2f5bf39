import type { Standing } from '../model/member.js'
import type { AnswerRepository } from '../ports/answer-repository.js'
import type { Cast } from './cast.js'
import type { PortPromise } from './contract.js'
import { expectEqual, only } from './expect-equal.js'
import { expectChange, expectStanding } from './expect-stored.js'
import { type Fixture, membershipsOf, type SeedInvitation } from './fixture.js'
import { answerTo, END } from './records.js'
import { crowdOf, formerMembershipsOf, guestsOf, oddAdmissionsOf, otherRolesOf } from './seeds.js'

export const GIVES = 'change gives the standing to a recipient without one'

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
      for (const standing of ['moderator', undefined] as const)
        await membershipsOf(fixture).setStanding(cast.chess, cast.bernd, standing)
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
      invitations: oddAdmissionsOf(cast),
    },
    async check(fixture) {
      for (const [at, letter] of oddAdmissionsOf(cast).entries())
        if (at % 2 === 0) await fixture.repository.change(answerTo(letter, 'Accepted'))
      for (const [at, { groupId, recipientId }] of oddAdmissionsOf(cast).entries())
        await expectStanding(fixture, groupId, recipientId, at % 2 === 0 ? 'member' : undefined)
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
    id: 'change/standing',
    name: 'change returns `Changed` with the standing that the recipient has afterwards',
    needs: 'standings',
    network: clubOf(cast, { [cast.bernd]: 'moderator', [cast.clara]: 'member' }),
    async check(fixture) {
      await expectAdmission(cast, fixture, cast.bernd, 'moderator')
      await expectAdmission(cast, fixture, cast.clara, 'member')
      await expectAdmission(cast, fixture, cast.dora, 'member')
    },
  },
  {
    id: 'change/banned',
    name: 'change returns `NotAdmitted` if the recipient is `banned`',
    needs: ['banned', 'standings'],
    network: clubOf(cast, { [cast.bernd]: 'banned', [cast.clara]: 'banned' }),
    async check(fixture) {
      const { repository } = fixture
      for (const recipientId of [cast.bernd, cast.clara]) {
        const letter = letterTo(cast, recipientId)
        const declined = answerTo(letter, 'Declined')
        const isDeclined = recipientId === cast.clara
        if (isDeclined) await repository.change(declined)
        const outcome = only(await repository.change(answerTo(letter, 'Accepted')), ['type'])
        expectEqual(outcome, { type: 'NotAdmitted' }, 'the outcome')
        const before = isDeclined ? declined.change : undefined
        await expectChange(repository, letter.invitationId, before)
        await expectStanding(fixture, cast.chess, recipientId, 'banned')
      }
    },
  },
  {
    id: 'change/admits-only',
    name: 'change changes no membership without `admit`, and none if the status is none of `from`',
    needs: 'standings',
    network: clubOf(cast, { [cast.dora]: 'member' }),
    async check(fixture) {
      const { repository } = fixture
      for (const [recipientId, statuses, standing] of [
        [cast.bernd, ['Declined', 'Withdrawn'], undefined],
        [cast.clara, ['Accepted'], undefined],
        [cast.dora, ['Declined', 'Withdrawn'], 'member'],
      ] as const) {
        const letter = letterTo(cast, recipientId)
        for (const status of statuses) await repository.change(answerTo(letter, status))
        // Someone who has accepted leaves: to accept again does not bring them back.
        await membershipsOf(fixture).setStanding(cast.chess, cast.clara, undefined)
        await expectStanding(fixture, cast.chess, recipientId, standing)
        const { type } = await repository.change(answerTo(letter, 'Accepted'))
        expectEqual(type, 'NotChanged', 'the outcome')
        await expectStanding(fixture, cast.chess, recipientId, standing)
      }
    },
  },
]

/** Invitations into chess to Bernd, Clara and Dora, and these standings there. */
function clubOf(cast: Cast, standings: { readonly [memberId: string]: Standing } = {}) {
  return {
    ...crowdOf(
      cast,
      [cast.bernd, cast.clara, cast.dora].map((id) => letterTo(cast, id)),
    ),
    groups: cast.groupsOf([cast.chess, cast.choir]).map((group) => ({
      ...group,
      ...(group.groupId === cast.chess && { standings }),
    })),
  }
}

/** The invitation to this member, which is in every club. */
function letterTo(cast: Cast, recipientId: string): SeedInvitation {
  const at = [cast.bernd, cast.clara, cast.dora].indexOf(recipientId)
  return cast.claimUntil(END, { invitationId: cast.invitation(at), recipientId })
}

/** Accepts the invitation, and expects this standing afterwards. */
async function expectAdmission(
  cast: Cast,
  fixture: Fixture<AnswerRepository>,
  memberId: string,
  standing: Standing,
  admitted: 'member' | 'pending' = 'member',
): Promise<void> {
  const letter = letterTo(cast, memberId)
  const record = answerTo(letter, 'Accepted', { standing: admitted })
  const outcome = only(await fixture.repository.change(record), ['type', 'standing'])
  expectEqual(outcome, { type: 'Changed', standing }, `the outcome for ${memberId}`)
  await expectStanding(fixture, cast.chess, memberId, standing)
  await expectChange(fixture.repository, letter.invitationId, record.change)
}
