import type { OptOut } from '../model/opt-out.js'
import type { PreferenceRepository } from '../ports/preference-repository.js'
import type { Cast } from './cast.js'
import { type Instances, overInstances, type PortPromise } from './contract.js'
import { expectEqual } from './expect-equal.js'
import { expectOptOuts, findOptedOut } from './expect-stored.js'
import type { StoreNeed } from './store-need.js'

const AT_ONCE = 50

const OTHERS = 'setOptOut changes no other opt-out'
const OTHER_MEMBERS = 'setOptOut changes no other member, with any number of calls at once'

export const setOptOutCases = (cast: Cast): readonly PortPromise<PreferenceRepository>[] => [
  ...casesFor(cast, 'everything', ['all']),
  ...casesFor(cast, 'an inviter, a group', scopesOf(cast), 'optOutScopes'),
  {
    id: 'setOptOut/others',
    name: `${OTHERS}: to end the one from everything leaves those from an inviter or a group`,
    needs: 'optOutScopes',
    network: cast.four,
    async check({ repository }) {
      const { anna, bernd, clara, chess, choir } = cast
      let left: readonly OptOut[] = [
        'all',
        { inviterId: anna },
        { inviterId: clara },
        { groupId: chess },
        { groupId: choir },
      ]
      for (const [at, optOut] of left.entries()) {
        await repository.setOptOut(bernd, optOut, true)
        await expectOptOuts(
          repository,
          [[bernd, left.slice(0, at + 1)]],
          [anna, clara],
          [chess, choir],
        )
      }
      for (const optOut of left) {
        await repository.setOptOut(bernd, optOut, false)
        left = left.filter((other) => other !== optOut)
        await expectOptOuts(repository, [[bernd, left]], [anna, clara], [chess, choir])
      }
    },
  },
  {
    id: 'setOptOut/neither-lost-nor-widened',
    name: `${OTHERS}: one from an inviter or a group is stored, or throws, and never becomes one from everything`,
    network: cast.four,
    async check({ repository }) {
      const { anna, bernd, dora, chess, choir } = cast
      for (const optOut of scopesOf(cast)) {
        const isSet = await isAccepted(repository, bernd, optOut, true)
        const stored = isSet ? [optOut] : []
        await expectOptOuts(repository, [[bernd, stored]], [anna], [chess])
        await expectOptOuts(repository, [[bernd, []]], [dora], [choir])
        await isAccepted(repository, bernd, optOut, false)
        await expectOptOuts(repository, [[bernd, []]], [anna], [chess])
      }
      // It ends nothing else either.
      await repository.setOptOut(bernd, 'all', true)
      for (const optOut of scopesOf(cast)) await isAccepted(repository, bernd, optOut, false)
      await expectOptOuts(repository, [[bernd, ['all']]], [anna], [chess])
    },
  },
  ...overInstances<PreferenceRepository>({
    id: 'setOptOut/at-once',
    name: `${OTHER_MEMBERS}: 50 members`,
    network: { members: half(cast) },
    check: async ({ repository }, instances) => {
      const ids = cast.many(AT_ONCE)
      const all = ids.map((id) => [id, 'all'] as const)
      await setAllAtOnce(instances, all)
      const expected = ids.filter((_, at) => at % 2 !== 0)
      expectEqual(await findOptedOut(repository, ids), expected, 'who has opted out')
    },
  }),
  ...overInstances<PreferenceRepository>({
    id: 'setOptOut/at-once-scopes',
    name: `${OTHERS}: 50 of one member at once`,
    needs: 'optOutScopes',
    network: { ...cast.four, members: [...cast.four.members, ...half(cast)] },
    check: async ({ repository }, instances) => {
      const inviterIds = cast.many(AT_ONCE - 3)
      const groupIds = [cast.chess, cast.choir]
      const optOuts: readonly OptOut[] = [
        ...inviterIds.map((inviterId) => ({ inviterId })),
        ...groupIds.map((groupId) => ({ groupId })),
        'all',
      ]
      for (const optOut of optOuts.filter((_, at) => at % 2 === 0))
        await repository.setOptOut(cast.bernd, optOut, true)
      const all = optOuts.map((optOut) => [cast.bernd, optOut] as const)
      await setAllAtOnce(instances, all)
      const expected = optOuts.filter((_, at) => at % 2 !== 0)
      await expectOptOuts(repository, [[cast.bernd, expected]], inviterIds, groupIds)
    },
  }),
]

/** What holds of every kind of opt-out. */
function casesFor(
  cast: Cast,
  what: string,
  optOuts: readonly OptOut[],
  ...needs: readonly StoreNeed[]
): readonly PortPromise<PreferenceRepository>[] {
  const end = needs.length === 0 ? '' : '-scopes'
  return [
    ...overInstances<PreferenceRepository>({
      id: `setOptOut/visible${end}`,
      name: `setOptOut is visible at once, added and ended, to every instance: ${what}`,
      needs,
      network: cast.four,
      async check(_, [one, other]) {
        for (const optOut of optOuts) {
          for (const isOut of [false, true, false, true, false]) {
            await one.setOptOut(cast.bernd, optOut, isOut)
            await expectAmongFour(cast, other, isOut ? [optOut] : [])
          }
        }
      },
    }),
    {
      id: `setOptOut/same${end}`,
      name: `setOptOut changes nothing if the setting is the same already: ${what}`,
      needs,
      network: cast.four,
      async check({ repository }) {
        for (const optOut of optOuts) {
          for (const isOut of [false, false, true, true, false, false, true, true]) {
            await repository.setOptOut(cast.bernd, optOut, isOut)
            await expectAmongFour(cast, repository, isOut ? [optOut] : [])
          }
          await repository.setOptOut(cast.bernd, optOut, false)
        }
      },
    },
    {
      id: `setOptOut/nobody${end}`,
      name: `setOptOut is no error for a member who does not exist: ${what}`,
      needs,
      network: cast.four,
      async check({ repository }) {
        for (const optOut of optOuts) {
          for (const isOut of [true, false]) await repository.setOptOut(cast.nobody, optOut, isOut)
          await expectAmongFour(cast, repository, [])
        }
      },
    },
  ]
}

const scopesOf = ({ anna, chess }: Cast): readonly OptOut[] => [
  { inviterId: anna },
  { groupId: chess },
]

/** Expects of Bernd these opt-outs, and of the others none. */
async function expectAmongFour(
  { anna, bernd, clara, dora, chess }: Cast,
  repository: PreferenceRepository,
  optOuts: readonly OptOut[],
): Promise<void> {
  const all = [anna, bernd, clara, dora].map((id) => [id, id === bernd ? optOuts : []] as const)
  await expectOptOuts(repository, all, [anna], [chess])
}

function half({ membersOf, many }: Cast) {
  const members = membersOf(many(AT_ONCE))
  return members.map((member, at) => ({ ...member, optedOut: at % 2 === 0 }))
}

/** All at once, every other one beginning with the first is ended, and the others are added; the instances take turns. */
async function setAllAtOnce(
  [one, other]: Instances<PreferenceRepository>,
  settings: readonly (readonly [memberId: string, optOut: OptOut])[],
): Promise<void> {
  const calls = settings.map(async ([memberId, optOut], at) =>
    (at % 3 === 0 ? one : other).setOptOut(memberId, optOut, at % 2 !== 0),
  )
  await Promise.allSettled(calls)
  await Promise.all(calls)
}

/** Whether it was stored: a store with one switch throws. */
async function isAccepted(
  repository: PreferenceRepository,
  ...setting: Parameters<PreferenceRepository['setOptOut']>
): Promise<boolean> {
  try {
    await repository.setOptOut(...setting)
    return true
  } catch {
    return false
  }
}
