import type { Standing } from 'group-invitations'
import { invitationRepositoryContract } from 'group-invitations/testing'
import { type Broken, contacts, groups, memberships, preferences, profiles } from './broken.js'
import { mapFixture, MapInvitations } from './map-invitations.js'

const isDigits = (id: string) => /^[1-9]\d*$/.test(id)

/** How drivers turn a string into a key of another type; without `keyOf`, a row without an identifier is added. */
const KINDS: readonly { readonly what: string; readonly keyOf?: (id: string) => unknown }[] = [
  { what: 'numbers', keyOf: (id) => (isDigits(id) ? Number(id) : id) },
  { what: 'bigints', keyOf: (id) => (isDigits(id) ? BigInt(id) : id) },
  { what: 'undefined' },
]

export const brokenKeyTypes: readonly Broken[] = KINDS.flatMap(({ what, keyOf }) => {
  const keysIn = (found: Iterable<string>) =>
    keyOf ? [...found].map(keyOf) : [...found, undefined]
  // What a driver returns, whatever the types say.
  const mapOf = <Value>(found: ReadonlyMap<string, Value>, more: Value) => {
    const values = [...found.values(), more]
    return new Map(keysIn(found.keys()).map((key, at) => [key, values[at]])) as never
  }
  const setOf = (found: ReadonlySet<string>) => new Set(keysIn(found)) as never

  class Adapter extends MapInvitations {
    override async findClaims(inviterId: string, recipientIds: readonly string[]) {
      const found = await super.findClaims(inviterId, recipientIds)
      return mapOf(found, { invitationId: 'i-0', sentAt: new Date(0), repeatableAt: new Date(0) })
    }
  }
  return [
    memberships(
      `has ${what} among the groups of standings`,
      'findStandings returns Maps whose keys are all strings',
      (port) => ({
        findStandings: async (...asked) => mapOf(await port.findStandings(...asked), new Map()),
      }),
    ),
    memberships(
      `has ${what} among the members of standings`,
      'findStandings returns Maps whose keys are all strings',
      (port) => ({
        async findStandings(...asked) {
          const found = [...(await port.findStandings(...asked))]
          return new Map(found.map(([id, inGroup]) => [id, mapOf<Standing>(inGroup, 'member')]))
        },
      }),
    ),
    profiles(
      `has ${what} among the members of profiles`,
      'findProfiles returns a Map whose keys are all strings',
      (port) =>
        async (...asked) =>
          mapOf(await port.findProfiles(...asked), {
            displayName: 'Anna',
            wants: [],
            haves: [],
            other: [],
          }),
    ),
    groups(
      `has ${what} among the groups`,
      'findGroups returns a Map whose keys are all strings',
      (port) =>
        async (...asked) =>
          mapOf(await port.findGroups(...asked), { name: 'Group' }),
    ),
    preferences(
      `has ${what} among the members who have opted out`,
      'findOptOuts returns a `Map` whose keys are all strings',
      (shared) => ({
        findOptOuts: async (...asked) => mapOf(await shared.findOptOuts(...asked), []),
        setOptOut: (...setting) => shared.setOptOut(...setting),
      }),
    ),
    contacts(
      `has ${what} among the contacts`,
      'findContactsAmong returns a Set of nothing but strings',
      (port) => ({
        findContactsAmong: async (...asked) => setOf(await port.findContactsAmong(...asked)),
      }),
    ),
    {
      flaw: `has ${what} among the recipients of claims`,
      promise: 'findClaims returns a Map whose keys are all strings',
      cases: () => invitationRepositoryContract(() => mapFixture(Adapter)),
    },
  ]
})

const numberOf = (id: string) => (isDigits(id) ? Number(id) : id) as never

export const brokenListItems: readonly Broken[] = [
  memberships('lists groups as numbers', 'findGroupsOf compares identifiers exactly', (port) => ({
    findGroupsOf: async (id) => (await port.findGroupsOf(id)).map(numberOf),
  })),
  contacts('lists contacts as numbers', 'findContactsOf compares identifiers exactly', (port) => ({
    findContactsOf: async (id) => (await port.findContactsOf(id)).map(numberOf),
  })),
]
