import type { AnswerRepository } from '../ports/answer-repository.js'
import type { Cast } from './cast.js'
import type { PortPromise } from './contract.js'
import { comparableInvitation, expectEqual, sorted } from './expect-equal.js'
import { expectInvitationsOf, idsIn, idsOf } from './expect-stored.js'
import { anotherOf, type SeedInvitation } from './fixture.js'
import { answerTo } from './records.js'
import {
  crowdOf,
  goneOf,
  lettersAtOneInstant,
  lettersInAnyOrder,
  lettersOfEachKind,
  lettersOfGone,
  lettersOfOthers,
  newestLettersOf,
  oddLettersOf,
  ROLES,
} from './seeds.js'

const FOLLOWING =
  'findInvitationsOf with `before` returns those that follow this invitation in the order'

const MOST_PAGES = 50

export const listCases = (cast: Cast): readonly PortPromise<AnswerRepository>[] => [
  {
    id: 'findInvitationsOf/newest',
    name: 'findInvitationsOf returns the newest first, by `sentAt`',
    network: crowdOf(cast, lettersInAnyOrder(cast)),
    async check({ repository }) {
      for (const role of ROLES) {
        const found = await repository.findInvitationsOf(cast.anna, role, 10)
        expectEqual(idsIn(found), idsOf(newestLettersOf(cast, role)), `the invitations by ${role}`)
      }
    },
  },
  {
    id: 'findInvitationsOf/ties',
    name: 'findInvitationsOf returns the newest first, by `sentAt`: those of one instant, in one order over all pages',
    network: crowdOf(cast, lettersAtOneInstant(cast)),
    async check({ repository }) {
      const all = idsIn(await repository.findInvitationsOf(cast.anna, 'inviter', 30))
      expectEqual(sorted(all), sorted(idsOf(lettersAtOneInstant(cast))), 'the invitations')
      for (const size of [1, 2, 3, 7]) {
        const pages = await pagesOf(repository, cast.anna, size)
        expectEqual(pages, all, `the pages of ${size}`)
      }
    },
  },
  {
    id: 'findInvitationsOf/limit',
    name: 'findInvitationsOf returns as many as `limit` allows, and never more: 1, 100 and 1,001',
    get network() {
      return crowdOf(cast, cast.lettersTo(cast.many(1010)))
    },
    async check({ repository }) {
      for (const limit of [1, 100, 1001]) {
        const found = await repository.findInvitationsOf(cast.anna, 'inviter', limit)
        expectEqual(found.length, limit, 'the number of invitations')
      }
    },
  },
  {
    id: 'findInvitationsOf/pages',
    name: FOLLOWING,
    network: crowdOf(cast, lettersInAnyOrder(cast)),
    async check({ repository }) {
      for (const role of ROLES) {
        const all = idsOf(newestLettersOf(cast, role))
        for (const [at, before] of all.entries()) {
          const found = await repository.findInvitationsOf(cast.anna, role, 2, before)
          expectEqual(idsIn(found), all.slice(at + 1, at + 3), `what follows ${before}`)
        }
      }
    },
  },
  {
    id: 'findInvitationsOf/before-of-others',
    name: `${FOLLOWING}: none if it is of another member, of the other role, or unknown`,
    network: crowdOf(cast, lettersInAnyOrder(cast)),
    async check({ repository }) {
      for (const role of ROLES) {
        const ofOtherRole = ROLES.filter((other) => other !== role).flatMap((other) =>
          newestLettersOf(cast, other),
        )
        const strange = [...idsOf([...ofOtherRole, ...lettersOfOthers(cast)]), cast.invitation(99)]
        for (const before of strange) {
          const found = await repository.findInvitationsOf(cast.anna, role, 9, before)
          expectEqual(idsIn(found), [], `what follows ${before}`)
        }
      }
    },
  },
  {
    id: 'findInvitationsOf/whole',
    name: 'findInvitationsOf returns each invitation as it was committed, as `findInvitation` does; also what is answered, expired or erased',
    network: crowdOf(cast, lettersOfEachKind(cast)),
    async check({ repository }) {
      const letters = lettersOfEachKind(cast)
      for (const [at, status] of (['Declined', 'Withdrawn', 'Accepted'] as const).entries())
        for (const letter of letters.slice(at, at + 1))
          await repository.change(answerTo(letter, status))
      const found: unknown[] = [...(await repository.findInvitationsOf(cast.anna, 'inviter', 9))]
      const stored = letters.map(({ textFingerprint: _, ...invitation }) => invitation)
      expectEqual(found.map(comparableInvitation), stored, 'the invitations')
    },
  },
  {
    id: 'findInvitationsOf/gone',
    name: 'findInvitationsOf also returns an invitation whose group or other member is gone',
    network: { ...cast.four, invitations: lettersOfGone(cast) },
    decoys: goneOf(cast),
    async check({ repository }) {
      const kept: SeedInvitation[] = []
      for (const letter of lettersOfGone(cast))
        if (await isThere(repository, letter)) kept.push(letter)
      await expectInvitationsOf(repository, cast.anna, kept)
    },
  },
  {
    id: 'findInvitationsOf/others',
    name: 'findInvitationsOf returns no invitation of another member',
    network: crowdOf(cast, lettersOfOthers(cast)),
    check: ({ repository }) => expectInvitationsOf(repository, cast.anna, lettersOfOthers(cast)),
  },
  {
    id: 'findInvitationsOf/exact',
    name: 'findInvitationsOf compares identifiers exactly',
    network: {
      ...cast.four,
      members: cast.membersOf(cast.odd.members),
      invitations: oddLettersOf(cast),
    },
    async check({ repository }) {
      for (const memberId of cast.odd.members)
        await expectInvitationsOf(repository, memberId, oddLettersOf(cast))
    },
  },
  {
    id: 'findInvitationsOf/exact-before',
    name: 'findInvitationsOf compares identifiers exactly: those of invitations',
    network: crowdOf(
      cast,
      cast.oddLetters().filter((_, at) => at % 2 === 1),
    ),
    async check({ repository }) {
      const letters = cast.oddLetters()
      const pages = await pagesOf(repository, cast.anna, 1)
      const sent = idsOf(letters.filter((_, at) => at % 2 === 1))
      expectEqual(sorted(pages), sorted(sent), 'the pages of 1')
      for (const { invitationId } of letters.filter((_, at) => at % 2 === 0)) {
        const found = await repository.findInvitationsOf(cast.anna, 'inviter', 99, invitationId)
        expectEqual(idsIn(found), [], `what follows ${invitationId}`)
      }
    },
  },
  {
    id: 'findInvitationsOf/two-instances',
    name: 'findInvitationsOf finds an invitation as soon as its commit has returned: on another instance',
    needs: 'another',
    network: crowdOf(cast, lettersInAnyOrder(cast)),
    async check(fixture) {
      const other = await anotherOf(fixture)
      const found = await other.findInvitationsOf(cast.anna, 'inviter', 10)
      expectEqual(idsIn(found), idsOf(newestLettersOf(cast, 'inviter')), 'the invitations')
    },
  },
]

/** Withdraws the invitation. It is not there if the store deletes it together with a group or a member. */
async function isThere(repository: AnswerRepository, letter: SeedInvitation): Promise<boolean> {
  try {
    await repository.change(answerTo(letter, 'Withdrawn', { changedBy: { network: 'gone' } }))
    return true
  } catch {
    return false
  }
}

/** All that the inviter has sent, in pages of this size, and with one page more than there are. */
async function pagesOf(
  repository: AnswerRepository,
  memberId: string,
  size: number,
): Promise<unknown[]> {
  const all: unknown[] = []
  let before: string | undefined
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const page = await repository.findInvitationsOf(memberId, 'inviter', size, before)
    all.push(...idsIn(page))
    before = page.at(-1)?.invitationId
    if (before === undefined) break
  }
  return all
}
