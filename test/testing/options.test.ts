import type {
  ContractCase,
  ContractOptions,
  Fixture,
  SeedDecoys,
  SeedNetwork,
} from 'group-invitations/testing'
import { groupRepositoryContract } from 'group-invitations/testing'
import { describe, expect, test } from 'vitest'
import { contractsOf } from '../support/contracts-of.js'

const never = () => Promise.reject(new Error('is not opened'))

const casesWith = (options?: ContractOptions) =>
  contractsOf(() => never, options).flatMap(([, cases]) => cases)

const ids = {
  member: (n: number) => `m${n}`,
  group: (n: number) => `g${n}`,
  invitation: (n: number) => `i${n}`,
}

describe('the options of a contract', () => {
  test.each<readonly [options: unknown, message: string]>([
    [null, 'options must be an object'],
    [{ id: ids }, 'options.id is unknown; known are ids, lacks'],
    [{ lacks: 'another' }, 'options.lacks must be a list'],
    [{ lacks: ['another', 'block'] }, 'options.lacks[1] must be one of another, deliveries,'],
    [{ ids: [] }, 'options.ids must be an object'],
    [{ ids: { ...ids, members: ids.member } }, 'options.ids.members is unknown'],
    [{ ids: { ...ids, group: undefined } }, 'options.ids.group must be a function'],
    [{ ids: { ...ids, member: (n: number) => n } }, 'options.ids.member(0) must be a well-formed'],
    [{ ids: { ...ids, member: () => 'm' } }, "must be different from member(0), and both are 'm'"],
    [{ ids: { ...ids, invitation: (n: number) => `#${n}` } }, 'must be a string of 1 to 64 of'],
  ])('%j', (options, message) => {
    const create = () => casesWith(options as ContractOptions)
    expect(create).toThrow(TypeError)
    expect(create).toThrow(message)
  })

  test('may make identifiers that are different each time', () => {
    const random = () => Math.random().toString(36).slice(2)
    const options = { ids: { member: random, group: random, invitation: random } }
    expect(casesWith(options)).toHaveLength(casesWith().length)
  })

  test('may lack whatever the type names', () => {
    const lacks = [...new Set(casesWith().flatMap(({ needs }) => needs ?? []))]
    expect(lacks.sort()).toEqual([
      ...['admission', 'another', 'banned', 'blocks', 'deliveries', 'familyName', 'givenName'],
      ...['groupUrl', 'haves', 'locale', 'longEntries', 'optOutScopes', 'other', 'pace'],
      ...['pending', 'profileUrl', 'standings', 'wants'],
    ])
    expect(casesWith({ lacks })).toHaveLength(casesWith().length)
  })

  test.each<readonly [lacks: ContractOptions['lacks'], needs: ContractCase['needs']]>([
    [undefined, 'another'],
    [[], 'another'],
    [['deliveries'], 'another'],
    [['banned'], 'banned'],
    [['standings'], 'standings'],
    [['standings', 'banned'], 'banned'],
    [['standings', 'banned', 'another'], 'another'],
  ])('%j: a case that needs several things names the first that is lacking', (lacks, needs) => {
    const cases = casesWith({ lacks })
    expect(cases.find(({ id }) => id === 'change/race-ban-two-instances')?.needs).toBe(needs)
  })

  test('are not needed by a case that needs nothing', async () => {
    const [first] = groupRepositoryContract(never, { lacks: ['groupUrl'] })
    await expect(first?.run()).rejects.toThrow('is not opened')
  })
})

test('each case has an identifier of its own, which begins with its method', () => {
  const cases = casesWith()
  expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length)
  for (const { id, name } of cases)
    expect(id).toMatch(new RegExp(`^${name.split(' ')[0]}/[a-z0-9-]+$`, 'i'))
})

describe('a case seeds', () => {
  interface Seeded {
    readonly needs: ContractCase['needs']
    readonly network: SeedNetwork
    readonly decoys: SeedDecoys
  }

  const seeds = async (
    lacks: ContractOptions['lacks'] = [],
    contracts = contractsOf,
  ): Promise<readonly Seeded[]> => {
    const last: Omit<Seeded, 'needs'>[] = []
    const open = () =>
      Promise.resolve({
        seed: (network: SeedNetwork, decoys: SeedDecoys) => {
          last.push({ network, decoys })
          throw new Error('is full')
        },
        close: () => undefined,
        // No case comes so far.
      } as Partial<Fixture<never>> as Fixture<never>)
    const all: Seeded[] = []
    const cases = contracts(() => open, { ids, lacks }).flatMap(([, ofPort]) => ofPort)
    for (const { needs, run } of cases) {
      await run().catch(() => undefined)
      for (const seeded of last.splice(0)) all.push({ needs, ...seeded })
    }
    return all
  }

  test('nothing that it does not need', async () => {
    for (const { needs, network } of await seeds()) {
      expect(network.members.some((member) => 'optOuts' in member)).toBe(false)
      expect(network.groups.some(({ url }) => url)).toBe(needs === 'groupUrl')
      expect(network.groups.some(({ admission }) => admission)).toBe(needs === 'admission')
      expect('blocks' in network).toBe(needs === 'blocks')
      expect(network.members.some(({ url }) => url)).toBe(needs === 'profileUrl')
      for (const field of ['givenName', 'familyName', 'locale', 'wants', 'other'] as const)
        expect(network.members.some((member) => field in member)).toBe(needs === field)
    }
  })

  const standingsIn = ({ network, decoys }: Seeded) => [
    ...network.groups.flatMap((group) => Object.values(group.standings ?? {})),
    ...decoys.formerMemberships.map(({ standing }) => standing),
  ]

  test.each(['pending', 'banned'] as const)('nobody %s if it does not need that', async (need) => {
    const seeded = (await seeds([need])).flatMap(standingsIn)
    expect(seeded).not.toContain(need)
    expect((await seeds()).flatMap(standingsIn)).toContain(need)
  })

  test('no standings for answers without standings', async () => {
    const answers: typeof contractsOf = (fixturesOf, options) =>
      contractsOf(fixturesOf, options).filter(([port]) => port === 'answers')
    const lacks = ['standings', 'pending', 'banned'] as const
    expect((await seeds(lacks, answers)).flatMap(standingsIn)).toEqual([])
  })

  test('names that are not empty and differ', async () => {
    for (const { network, decoys } of await seeds()) {
      const members = [...network.members, ...decoys.formerMembers].map((one) => one.displayName)
      const groups = [...network.groups, ...decoys.formerGroups].map((one) => one.name)
      for (const names of [members, groups]) {
        expect(new Set(names).size).toBe(names.length)
        expect(names).not.toContain('')
      }
    }
  })

  test('what has ended, and what is not yet', async () => {
    const all = await seeds()
    const kinds = new Set(
      all.flatMap(({ decoys }) =>
        Object.entries(decoys).flatMap(([kind, items]) =>
          (items as readonly unknown[]).length > 0 ? kind : [],
        ),
      ),
    )
    expect([...kinds].sort()).toEqual([
      ...['contactRequests', 'formerContacts', 'formerGroups', 'formerMembers'],
      ...['formerMemberships', 'otherRoles'],
    ])
  })
})
