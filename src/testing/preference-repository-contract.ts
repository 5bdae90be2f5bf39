import type { OptOut } from '../model/opt-out.js'
import type { PreferenceRepository } from '../ports/preference-repository.js'
import type { Cast } from './cast.js'
import { casesOf, type ContractCase, type ContractOptions, type PortPromise } from './contract.js'
import { expectEqual } from './expect-equal.js'
import { expectOptOuts, findOptedOut } from './expect-stored.js'
import type { OpenFixture } from './fixture.js'
import { setOptOutCases } from './opt-out-cases.js'

/**
 * Returns the promises of a `PreferenceRepository` as cases for any test runner.
 *
 * A store with a single switch passes them with `lacks: ['optOutScopes']`.
 *
 * @throws TypeError if an option is unknown, or not as its type says.
 *
 * @since 0.1.0
 */
export function preferenceRepositoryContract(
  open: OpenFixture<PreferenceRepository>,
  options: ContractOptions = {},
): readonly ContractCase[] {
  return casesOf(open, options, (cast) => [
    ...findOptOutCases(cast),
    ...scopeCases(cast),
    ...setOptOutCases(cast),
  ])
}

const findOptOutCases = (cast: Cast): readonly PortPromise<PreferenceRepository>[] => [
  {
    id: 'findOptOuts/all',
    name: "findOptOuts returns `'all'` for a member who has switched all group invitations off (D6), whatever the inviters and groups",
    network: {
      groups: cast.four.groups,
      members: [
        ...cast.membersOf([cast.anna, cast.clara]),
        ...optedOut(cast, [cast.bernd, cast.dora]),
      ],
    },
    async check({ repository }) {
      const { anna, bernd, clara, dora, nobody } = cast
      const ids = [anna, bernd, clara, dora, nobody]
      for (const [inviterIds, groupIds] of [
        [[], []],
        [[anna], [cast.chess]],
        [[clara, bernd], []],
        [[], [cast.choir, cast.nowhere]],
      ] as const) {
        const found = await findOptedOut(repository, ids, inviterIds, groupIds)
        expectEqual(found, [bernd, dora], 'who has opted out')
      }
    },
  },
  {
    id: 'findOptOuts/never',
    name: 'findOptOuts a member who never changed the setting, or does not exist, is absent, or has an empty list',
    network: cast.four,
    async check({ repository }) {
      const ids = [cast.anna, cast.nobody]
      const { members, groups } = cast.four
      await expectOptOuts(
        repository,
        ids.map((memberId) => [memberId, []]),
        members.map(({ memberId }) => memberId),
        groups.map(({ groupId }) => groupId),
      )
    },
  },
  {
    id: 'findOptOuts/keys',
    name: 'findOptOuts returns a `Map` whose keys are all strings',
    network: { members: optedOut(cast, cast.digits.members) },
    async check({ repository }) {
      const { members, noMember } = cast.digits
      const found = await findOptedOut(repository, [...members, noMember])
      expectEqual(found, members, 'who has opted out')
    },
  },
  {
    id: 'findOptOuts/exact',
    name: 'findOptOuts compares identifiers exactly',
    network: { members: cast.membersOf(cast.odd.members) },
    async check({ repository }) {
      const some = cast.odd.members.filter((_, index) => index % 2 === 0)
      for (const id of some) await repository.setOptOut(id, 'all', true)
      const found = await findOptedOut(repository, cast.odd.members)
      expectEqual(found, some, 'who has opted out')
    },
  },
  {
    id: 'findOptOuts/many',
    name: 'findOptOuts accepts any number of members, inviters and groups, also none: 0, 1 and 5,000',
    get network() {
      return { members: optedOut(cast, cast.many()), groups: cast.groupsOf(cast.manyGroups()) }
    },
    async check({ repository }) {
      for (const count of [0, 1, 5000]) {
        const [asked, groups] = [cast.many(), cast.manyGroups()].map((ids) => ids.slice(0, count))
        for (const [ids = [], inviterIds = [], groupIds = []] of [
          [asked],
          [asked, asked, groups],
          [cast.many(1), asked, groups],
        ]) {
          const found = await findOptedOut(repository, ids, inviterIds, groupIds)
          expectEqual(found.length, ids.length, 'the number of members')
        }
      }
    },
  },
  {
    id: 'findOptOuts/from-then-on',
    name: 'findOptOuts an opt-out counts from the moment it is stored: after it was looked for',
    network: cast.four,
    async check({ repository }) {
      const { anna, bernd } = cast
      for (const expected of [[], [bernd], [anna, bernd]]) {
        for (const memberId of expected.slice(0, 1))
          await repository.setOptOut(memberId, 'all', true)
        const found = await findOptedOut(repository, [anna, bernd], [cast.clara], [cast.chess])
        expectEqual(found, expected, 'who has opted out')
      }
    },
  },
]

const scopeCases = (cast: Cast): readonly PortPromise<PreferenceRepository>[] => [
  {
    id: 'findOptOuts/scopes',
    name: 'findOptOuts returns the opt-outs from these inviters and groups',
    needs: 'optOutScopes',
    network: cast.four,
    async check({ repository }) {
      const { anna, bernd, clara, dora, chess, choir } = cast
      const bernds: readonly OptOut[] = [{ inviterId: anna }, { groupId: chess }]
      const claras: readonly OptOut[] = ['all', { inviterId: dora }]
      for (const optOut of bernds) await repository.setOptOut(bernd, optOut, true)
      for (const optOut of claras) await repository.setOptOut(clara, optOut, true)
      const all = [
        [anna, []],
        [bernd, bernds],
        [clara, claras],
      ] as const
      await expectOptOuts(repository, all, [dora, anna], [choir, chess])
      // Those from others may be present, and do not count.
      await expectOptOuts(repository, [[bernd, [{ inviterId: anna }]]], [anna], [choir])
      await expectOptOuts(repository, [[bernd, [{ groupId: chess }]]], [dora], [chess])
      await expectOptOuts(repository, [[bernd, []]], [dora], [choir])
      await expectOptOuts(repository, [[clara, ['all']]], [], [])
    },
  },
  {
    id: 'findOptOuts/exact-scopes',
    name: 'findOptOuts compares identifiers exactly: those of inviters and groups',
    needs: 'optOutScopes',
    network: {
      members: cast.membersOf([cast.anna, cast.bernd, ...cast.odd.members]),
      groups: cast.groupsOf(cast.odd.groups),
    },
    async check({ repository }) {
      const { members, groups } = cast.odd
      const fromInviters = members
        .filter((_, at) => at % 2 === 0)
        .map((inviterId) => ({ inviterId }))
      const fromGroups = groups.filter((_, at) => at % 3 === 0).map((groupId) => ({ groupId }))
      for (const optOut of fromInviters) await repository.setOptOut(cast.anna, optOut, true)
      for (const optOut of fromGroups) await repository.setOptOut(cast.bernd, optOut, true)
      const both = [
        [cast.anna, fromInviters],
        [cast.bernd, fromGroups],
      ] as const
      await expectOptOuts(repository, both, members, groups)
    },
  },
  {
    id: 'findOptOuts/exact-pairs',
    name: 'findOptOuts compares identifiers exactly: those of member and inviter together',
    needs: 'optOutScopes',
    network: { members: cast.membersOf(cast.odd.members) },
    async check({ repository }) {
      const pairs = cast.odd.pairs.filter((_, at) => at % 2 === 0)
      for (const [memberId, inviterId] of pairs)
        await repository.setOptOut(memberId, { inviterId }, true)
      const all = cast.odd.members.map((memberId) => {
        const own = pairs.filter(([id]) => id === memberId)
        return [memberId, own.map(([, inviterId]) => ({ inviterId }))] as const
      })
      await expectOptOuts(repository, all, cast.odd.members, [])
    },
  },
]

function optedOut({ membersOf }: Cast, ids: readonly string[]) {
  return membersOf(ids).map((member) => ({ ...member, optedOut: true }))
}
