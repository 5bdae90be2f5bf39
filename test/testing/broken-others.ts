import type { Group } from 'group-invitations'
import { type Broken, contacts, findingEnded, groups, memberships, profiles } from './broken.js'

const ADMISSION =
  'findGroups returns the admission of each group: `open` only if anybody may join; `approval` or absent otherwise'

const admissions = (flaw: string, admissionOf: (group: Group) => Group['admission']) =>
  groups(flaw, ADMISSION, (port) => async (groupIds) => {
    const found = await port.findGroups(groupIds)
    return new Map(
      [...found].map(([id, group]) => [id, { ...group, admission: admissionOf(group) }]),
    )
  })

/** Each breaks one promise, as real adapters do. */
export const brokenOthers: readonly Broken[] = [
  memberships(
    'counts open requests as groups of the member',
    'findGroupsOf returns the groups of members and moderators, and no others: pending',
    (port) => ({
      async findGroupsOf(memberId) {
        const all = await port.findStandings(['chess', 'choir'], [memberId])
        return [...all].filter(([, inGroup]) => inGroup.has(memberId)).map(([groupId]) => groupId)
      },
    }),
  ),
  memberships('asks for the first group only', 'findStandings keeps the groups apart', (port) => ({
    findStandings: (groupIds, memberIds) => port.findStandings(groupIds.slice(0, 1), memberIds),
  })),
  memberships(
    'returns members and moderators only',
    'findStandings returns each standing; a member without a standing is absent: pending',
    (port) => ({
      async findStandings(groupIds, memberIds) {
        const all = await port.findStandings(groupIds, memberIds)
        const belonging = [...all].map(
          ([groupId, inGroup]) =>
            [
              groupId,
              new Map(
                [...inGroup].filter(
                  ([, standing]) => standing === 'member' || standing === 'moderator',
                ),
              ),
            ] as const,
        )
        return new Map(belonging)
      },
    }),
  ),
  findingEnded(
    'banned',
    'findStandings returns each standing; a member without a standing is absent: a ban that has ended is none',
  ),
  findingEnded(
    'pending',
    'findStandings returns each standing; a member without a standing is absent: an application that has ended is none',
  ),
  memberships(
    'answers with an object for a map',
    'findStandings returns each standing; a member without a standing is absent',
    () => ({ findStandings: () => ({ chess: { anna: 'member' } }) as never }),
  ),
  profiles(
    'stores entries as one text',
    'findProfiles returns names, locale, entries and the address of the page, the entries in their order: wants',
    (port) => async (memberIds, viewerId) => {
      const split = (entries: readonly string[]) => entries.join(', ').split(', ')
      const found = await port.findProfiles(memberIds, viewerId)
      return new Map(
        [...found].map(([id, profile]) => [id, { ...profile, wants: split(profile.wants) }]),
      )
    },
  ),
  profiles(
    'keeps 100 characters of an entry',
    'findProfiles returns names, locale, entries and the address of the page, the entries in their order: entries of 500 characters',
    (port) => async (memberIds, viewerId) => {
      const found = await port.findProfiles(memberIds, viewerId)
      return new Map(
        [...found].map(([id, profile]) => [
          id,
          { ...profile, haves: profile.haves.map((entry) => entry.slice(0, 100)) },
        ]),
      )
    },
  ),
  profiles(
    'returns null for a missing name',
    'findProfiles returns names, locale, entries and the address of the page, the entries in their order: the given name',
    (port) => async (memberIds, viewerId) => {
      const found = await port.findProfiles(memberIds, viewerId)
      return new Map(
        [...found].map(([id, { givenName, ...profile }]) => [
          id,
          { ...profile, givenName: givenName ?? (null as never) },
        ]),
      )
    },
  ),
  profiles(
    'invents who does not exist',
    'findProfiles returns no profile of a member who does not exist, has left the network, or must not be visible to the viewer: does not exist',
    () => (memberIds) =>
      new Map(
        memberIds.map((id) => [id, { displayName: 'Unknown', wants: [], haves: [], other: [] }]),
      ),
  ),
  profiles(
    'hides members from themselves',
    'findProfiles returns to members their own profiles',
    (port) => (memberIds, viewerId) =>
      port.findProfiles(
        memberIds.filter((id) => id !== viewerId),
        viewerId,
      ),
  ),
  contacts(
    'stores who asked whom',
    'findContactsAmong returns direct contacts only, no matter who asked whom',
    (port) => ({
      async findContactsAmong(memberId, ids) {
        const found = await port.findContactsAmong(memberId, ids)
        return new Set([...found].filter((id) => id > memberId))
      },
    }),
  ),
  contacts(
    'answers with a list',
    'findContactsAmong returns direct contacts only, no matter who asked whom',
    (port) => ({
      findContactsAmong: async (...asked) => [...(await port.findContactsAmong(...asked))] as never,
    }),
  ),
  contacts(
    'counts contacts of contacts',
    'findContactsAmong returns direct contacts only, no matter who asked whom',
    (port) => ({
      async findContactsAmong(memberId, ids) {
        const direct = await port.findContactsOf(memberId)
        const further = await Promise.all(direct.map(async (id) => port.findContactsOf(id)))
        return new Set([...direct, ...further.flat()].filter((id) => ids.includes(id)))
      },
    }),
  ),
  memberships(
    'answers for 1,000 groups at most',
    'findStandings accepts any number of groups: 0, 1 and 5,000',
    (port) => ({
      findStandings: (groupIds, memberIds) =>
        port.findStandings(groupIds.slice(0, 1000), memberIds),
    }),
  ),
  contacts(
    'returns contacts without regard to case',
    'findContactsOf compares identifiers exactly',
    (port) => ({
      async findContactsOf(memberId) {
        const ids = new Set([memberId, memberId.toLowerCase(), memberId.toUpperCase()])
        const all = await Promise.all([...ids].map(async (id) => port.findContactsOf(id)))
        return [...new Set(all.flat())]
      },
    }),
  ),
  contacts(
    'returns a contact twice',
    'findContactsOf returns all direct contacts, each once',
    (port) => ({
      async findContactsOf(memberId) {
        const all = await port.findContactsOf(memberId)
        return [...all, ...all]
      },
    }),
  ),
  contacts(
    'answers with a set',
    'findContactsOf returns all direct contacts, each once',
    (port) => ({
      findContactsOf: async (memberId) => new Set(await port.findContactsOf(memberId)) as never,
    }),
  ),

  contacts(
    'returns the first page of contacts',
    'findContactsOf returns all direct contacts, each once: 5,000',
    (port) => ({
      findContactsOf: async (memberId) => (await port.findContactsOf(memberId)).slice(0, 100),
    }),
  ),
  groups(
    'returns null for a missing address',
    'findGroups returns names and addresses; a group that does not exist is absent: names',
    (port) => async (groupIds) => {
      const found = await port.findGroups(groupIds)
      return new Map(
        [...found].map(([id, { name, url }]) => [id, { name, url: url ?? (null as never) }]),
      )
    },
  ),
  admissions('lets anybody join each group', () => 'open'),
  admissions('lets anybody join unless approval is stored', ({ admission }) => admission ?? 'open'),
  admissions('confuses open with approval', ({ admission }) =>
    admission === 'open' ? 'approval' : 'open',
  ),
  admissions('forgets which groups are open', () => undefined),
  admissions(
    'returns null for a missing admission',
    ({ admission }) => admission ?? (null as never),
  ),
  groups(
    'fails on nobody to look for',
    'findGroups accepts any number of groups: 0, 1 and 5,000',
    (port) => (groupIds) => {
      if (groupIds.length === 0) throw new Error('syntax error at or near ")"')
      return port.findGroups(groupIds)
    },
  ),
]
