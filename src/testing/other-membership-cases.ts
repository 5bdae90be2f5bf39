import type { MemberId, Standing } from '../model/member.js'
import type { AnswerRepository } from '../ports/answer-repository.js'
import { GIVES } from './admission-cases.js'
import type { Cast } from './cast.js'
import { expectThrown } from './change-cases.js'
import type { PortPromise } from './contract.js'
import { comparableChange, comparableChangeOutcome, expectEqual, only } from './expect-equal.js'
import { expectChange, expectStanding } from './expect-stored.js'
import { type Fixture, membershipsOf, type SeedInvitation } from './fixture.js'
import { answerTo, END } from './records.js'

type Answers = Fixture<AnswerRepository>

type Standings = Readonly<Record<MemberId, Standing>>

const OTHERS = 'change changes no other membership'

const ADMITS =
  'change changes no membership without `admit`, and none if the status is none of `from`'

/** Beside the membership that an answer changes: those of others, in other groups, and those that have ended. */
export const otherMembershipCases = (cast: Cast): readonly PortPromise<AnswerRepository>[] => {
  const { anna, bernd, clara, dora } = cast
  return [
    {
      id: 'change/other-memberships',
      name: `${OTHERS}: no other member's, and none in another group`,
      needs: 'standings',
      ...onlyOwn(
        cast,
        { [anna]: 'moderator', [clara]: 'moderator', [dora]: 'member' },
        { [bernd]: 'moderator', [dora]: 'moderator' },
      ),
    },
    {
      id: 'change/other-applications',
      name: `${OTHERS}: no other member's, and none in another group, such as an application`,
      needs: ['pending', 'standings'],
      ...onlyOwn(
        cast,
        { [bernd]: 'pending', [clara]: 'pending', [dora]: 'pending' },
        { [anna]: 'pending', [bernd]: 'pending' },
      ),
    },
    {
      id: 'change/other-bans',
      name: `${OTHERS}: no other member's, and none in another group, such as a ban, which denies nothing here`,
      needs: ['banned', 'standings'],
      ...onlyOwn(
        cast,
        { [anna]: 'banned', [clara]: 'banned', [dora]: 'banned' },
        { [bernd]: 'banned', [dora]: 'banned' },
      ),
    },
    {
      id: 'change/gives-unbanned',
      name: `${GIVES}: someone whose ban has ended`,
      needs: ['banned', 'standings'],
      ...givesAfter(cast, 'banned'),
    },
    {
      id: 'change/gives-applied',
      name: `${GIVES}: someone whose application has ended`,
      needs: ['pending', 'standings'],
      ...givesAfter(cast, 'pending'),
    },
    {
      id: 'change/admits-only-pending',
      name: `${ADMITS}: an application stays`,
      needs: ['pending', 'standings'],
      network: clubsWith(cast, { [bernd]: 'pending' }, { [clara]: 'pending' }),
      async check(fixture) {
        for (const { groupId, recipientId, ...rest } of lettersOf(cast)) {
          const letter = { ...rest, groupId, recipientId }
          const first = recipientId === bernd ? ['Declined' as const] : []
          for (const status of [...first, 'Withdrawn', 'Accepted'] as const) {
            const { type } = await fixture.repository.change(answerTo(letter, status))
            expectEqual(type, status === 'Accepted' ? 'NotChanged' : 'Changed', 'the outcome')
            await expectStanding(fixture, groupId, recipientId, 'pending')
          }
        }
      },
    },
    {
      id: 'change/only-from-banned',
      name: 'change returns NotChanged with the stored change if the status is none of `from`, also if the recipient is banned',
      needs: ['banned', 'standings'],
      network: clubsWith(cast, { [bernd]: 'banned' }, { [clara]: 'banned' }),
      async check(fixture) {
        const { repository } = fixture
        for (const letter of lettersOf(cast)) {
          const { change } = answerTo(letter, 'Withdrawn')
          await repository.change(answerTo(letter, 'Withdrawn'))
          const outcome = await repository.change(answerTo(letter, 'Accepted'))
          const expected = { type: 'NotChanged', change: comparableChange(change) }
          expectEqual(comparableChangeOutcome(outcome), expected, 'the outcome')
          await expectStanding(fixture, letter.groupId, letter.recipientId, 'banned')
        }
      },
    },
    {
      id: 'change/unknown-admits-nobody',
      name: 'change throws for an invitation that does not exist: admits nobody then',
      needs: 'standings',
      network: { ...clubsWith(cast, { [anna]: 'moderator' }), invitations: [] },
      async check(fixture) {
        for (const letter of lettersOf(cast)) {
          await expectThrown(fixture.repository, answerTo(letter, 'Accepted'))
          await expectStanding(fixture, letter.groupId, letter.recipientId, undefined)
        }
      },
    },
  ]
}

/** To Bernd into chess, and to Clara into the choir. */
function lettersOf(cast: Cast): readonly SeedInvitation[] {
  const { bernd, clara, choir } = cast
  return [
    cast.claimUntil(END, { invitationId: cast.invitation(0), recipientId: bernd }),
    cast.claimUntil(END, { invitationId: cast.invitation(1), recipientId: clara, groupId: choir }),
  ]
}

function clubsWith(cast: Cast, inChess: Standings = {}, inChoir: Standings = {}) {
  const [chess, choir] = [inChess, inChoir]
  const groups = cast.four.groups.map((group) => ({
    ...group,
    standings: group.groupId === cast.chess ? chess : choir,
  }))
  return { ...cast.four, groups, invitations: lettersOf(cast) }
}

/** Accepts the invitations, and expects after each that only the standing of its recipient in its group has changed. */
function onlyOwn(cast: Cast, inChess: Standings, inChoir: Standings) {
  return {
    network: clubsWith(cast, inChess, inChoir),
    async check(fixture: Answers) {
      const standings = new Map([
        [cast.chess, new Map(Object.entries(inChess))],
        [cast.choir, new Map(Object.entries(inChoir))],
      ])
      for (const letter of lettersOf(cast)) {
        await expectMember(fixture, letter)
        standings.get(letter.groupId)?.set(letter.recipientId, 'member')
        for (const [groupId, inGroup] of standings)
          for (const { memberId } of cast.four.members)
            await expectStanding(fixture, groupId, memberId, inGroup.get(memberId))
      }
    },
  }
}

/** One has had this standing before the case begins, and the other one gets and loses it. */
function givesAfter(cast: Cast, standing: Standing) {
  return {
    network: clubsWith(cast),
    decoys: { formerMemberships: [{ groupId: cast.chess, memberId: cast.bernd, standing }] },
    async check(fixture: Answers) {
      for (const now of [standing, undefined])
        await membershipsOf(fixture).setStanding(cast.choir, cast.clara, now)
      for (const letter of lettersOf(cast)) await expectMember(fixture, letter)
    },
  }
}

/** Accepts the invitation, and expects that its recipient is a member afterwards. */
async function expectMember(fixture: Answers, letter: SeedInvitation): Promise<void> {
  const record = answerTo(letter, 'Accepted')
  const outcome = only(await fixture.repository.change(record), ['type', 'standing'])
  expectEqual(outcome, { type: 'Changed', standing: 'member' }, 'the outcome')
  await expectChange(fixture.repository, letter.invitationId, record.change)
  await expectStanding(fixture, letter.groupId, letter.recipientId, 'member')
}
