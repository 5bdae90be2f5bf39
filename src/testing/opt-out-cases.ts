import type { OptOut } from '../model/opt-out.js'
import type { PreferenceRepository } from '../ports/preference-repository.js'
import type { Cast } from './cast.js'
import { type Instances, overInstances, type PortPromise, type StoreNeed } from './contract.js'
import { expectEqual } from './expect-equal.js'
import { expectAmongFour, expectOptOuts, findOptedOut } from './expect-stored.js'

type Both = Instances<PreferenceRepository>
type Setting = Parameters<PreferenceRepository['setOptOut']>

const AT_ONCE = 50

const OTHERS = 'setOptOut changes no other opt-out'
const OTHER_MEMBERS = 'setOptOut changes no other member'
const VISIBLE = 'setOptOut is visible at once, added and ended, to every instance'
const NOBODY = 'setOptOut is no error for a member who does not exist'
const SAME = 'setOptOut changes nothing if the setting is the same already'

export const setOptOutCases = (cast: Cast): readonly PortPromise<PreferenceRepository>[] => [
  ...casesFor(cast, 'everything', ['all']),
  ...casesFor(cast, 'an inviter, a group', scopesOf(cast), 'optOutScopes'),
  {
    id: 'setOptOut/nowhere',
    name: 'setOptOut is no error for an inviter or a group that does not exist',
    needs: 'optOutScopes',
    network: cast.four,
    async check({ repository }) {
      const { bernd, nobody, nowhere } = cast
      for (const optOut of [{ inviterId: nobody }, { groupId: nowhere }])
        for (const isOut of [true, false]) await repository.setOptOut(bernd, optOut, isOut)
      await expectOptOuts(repository, [[bernd, []]], [nobody], [nowhere])
    },
  },
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
      const expectLeft = (optOuts: readonly OptOut[]) =>
        expectOptOuts(repository, [[bernd, optOuts]], [anna, clara], [chess, choir])
      for (const [at, optOut] of left.entries()) {
        await repository.setOptOut(bernd, optOut, true)
        await expectLeft(left.slice(0, at + 1))
      }
      for (const optOut of left) {
        await repository.setOptOut(bernd, optOut, false)
        left = left.filter((other) => other !== optOut)
        await expectLeft(left)
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
    name: `${OTHER_MEMBERS}, with any number of calls at once: 50 members`,
    network: { members: half(cast) },
    check: async ({ repository }, instances) => {
      const ids = cast.many(AT_ONCE)
      const settings = ids.map((id, at) => [id, 'all', at % 2 !== 0] as const)
      await allAtOnce(instances, settings)
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
      const settings = optOuts.map((optOut, at) => [cast.bernd, optOut, at % 2 !== 0] as const)
      await allAtOnce(instances, settings)
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
  const { bernd, clara, dora, nobody } = cast
  const caseOf = (id: string, name: string, check: (optOut: OptOut, both: Both) => Promise<void>) =>
    overInstances<PreferenceRepository>({
      id: `setOptOut/${id}${needs.length === 0 ? '' : '-scopes'}`,
      name,
      needs,
      network: cast.four,
      async check(_, instances) {
        for (const optOut of optOuts) await check(optOut, instances)
      },
    })
  return [
    ...caseOf('visible', `${VISIBLE}: ${what}`, async (optOut, [one, other]) => {
      for (const isOut of [false, true, false, true, false]) {
        await one.setOptOut(bernd, optOut, isOut)
        await expectAmongFour(cast, other, isOut ? [optOut] : [])
      }
    }),
    ...caseOf('same', `${SAME}: ${what}`, async (optOut, [one, other]) => {
      for (const isOut of [false, true, false, true]) {
        for (const instance of [one, other]) {
          await instance.setOptOut(bernd, optOut, isOut)
          await expectAmongFour(cast, one, isOut ? [optOut] : [])
        }
      }
      await one.setOptOut(bernd, optOut, false)
    }),
    ...caseOf('same-at-once', `${SAME}: ${what}, 50 times at once`, async (optOut, instances) => {
      for (const isOut of [true, false]) {
        const settings = Array.from({ length: AT_ONCE }, () => [bernd, optOut, isOut] as const)
        await allAtOnce(instances, settings)
        for (const instance of instances)
          await expectAmongFour(cast, instance, isOut ? [optOut] : [])
      }
    }),
    ...caseOf(
      'other-members',
      `${OTHER_MEMBERS} who has the same opt-out: ${what}`,
      async (optOut, [one, other]) => {
        for (const id of [bernd, clara]) await one.setOptOut(id, optOut, true)
        for (const id of [clara, dora]) await other.setOptOut(id, optOut, false)
        await expectAmongFour(cast, one, [optOut])
        await one.setOptOut(bernd, optOut, false)
      },
    ),
    ...caseOf('nobody', `${NOBODY}: ${what}`, async (optOut, [one, other]) => {
      await one.setOptOut(nobody, optOut, true)
      await other.setOptOut(nobody, optOut, false)
      await expectAmongFour(cast, one, [])
    }),
  ]
}

const scopesOf = ({ anna, chess }: Cast): readonly OptOut[] => [
  { inviterId: anna },
  { groupId: chess },
]

function half({ membersOf, many }: Cast) {
  const members = membersOf(many(AT_ONCE))
  return members.map((member, at) => ({ ...member, optedOut: at % 2 === 0 }))
}

/** The instances take turns. */
async function allAtOnce([one, other]: Both, all: readonly Readonly<Setting>[]): Promise<void> {
  const calls = all.map(async (each, at) => (at % 3 === 0 ? one : other).setOptOut(...each))
  await Promise.allSettled(calls)
  await Promise.all(calls)
}

/** Whether it was stored: a store with one switch throws. */
function isAccepted(repository: PreferenceRepository, ...setting: Setting): Promise<boolean> {
  const set = async () => repository.setOptOut(...setting)
  return set().then(
    () => true,
    () => false,
  )
}
