import { type Broken, contacts, groups, memberships, preferences, profiles } from './broken.js'

const MANY = Array.from({ length: 50 }, (_, index) => `m-${1000 + index}`)

const pause = () => new Promise((resolve) => setImmediate(resolve))

/** Each breaks one promise, as real adapters do. */
export const brokenOthers: readonly Broken[] = [
  preferences(
    'reads the whole list of opt-outs, and writes it back changed',
    'setOptedOut changes no other member, with any number of calls at once',
    () => {
      let list: readonly string[] = []
      return {
        findOptedOut: (ids) => new Set(ids.filter((id) => list.includes(id))),
        async setOptedOut(id, isOff) {
          const others = list.filter((other) => other !== id)
          await pause()
          list = isOff ? [...others, id] : others
        },
      }
    },
  ),
  preferences(
    'caches opt-outs',
    'setOptedOut is visible at once, off and on again: to another instance',
    (shared) => {
      const cache = new Map<string, boolean>()
      return {
        async findOptedOut(ids) {
          const found = await shared.findOptedOut(ids)
          for (const id of ids) if (!cache.has(id)) cache.set(id, found.has(id))
          return new Set(ids.filter((id) => cache.get(id)))
        },
        async setOptedOut(id, isOff) {
          await shared.setOptedOut(id, isOff)
          cache.set(id, isOff)
        },
      }
    },
  ),
  preferences(
    'answers before it has stored',
    'setOptedOut is visible at once, off and on again',
    (shared) => ({
      findOptedOut: (ids) => shared.findOptedOut(ids),
      setOptedOut(id, isOff) {
        setTimeout(() => void shared.setOptedOut(id, isOff), 5)
      },
    }),
  ),
  preferences(
    'fails on the second opt-out of a member, by a unique key',
    'setOptedOut changes nothing if the setting is the same already',
    (shared) => ({
      findOptedOut: (ids) => shared.findOptedOut(ids),
      async setOptedOut(id, isOff) {
        const isSet = (await shared.findOptedOut([id])).has(id)
        if (isSet && isOff) throw new Error('duplicate key')
        await shared.setOptedOut(id, isOff)
      },
    }),
  ),
  preferences(
    'answers with a list',
    'findOptedOut returns the members who have opted out, and no others',
    (shared) => ({
      findOptedOut: async (ids) => [...(await shared.findOptedOut(ids))] as never,
      setOptedOut: (id, isOff) => shared.setOptedOut(id, isOff),
    }),
  ),
  preferences(
    'keeps each opt-out that it has found, for as long as it lives',
    'setOptedOut is visible at once, off and on again: to another instance',
    (shared) => {
      const cache = new Set<string>()
      return {
        async findOptedOut(ids) {
          for (const id of await shared.findOptedOut(ids)) cache.add(id)
          return new Set(ids.filter((id) => cache.has(id)))
        },
        async setOptedOut(id, isOff) {
          await shared.setOptedOut(id, isOff)
          if (!isOff) cache.delete(id)
        },
      }
    },
  ),
  preferences(
    'writes the list back changed, with a lock for each instance',
    'setOptedOut changes no other member, with any number of calls at once: over two instances',
    (shared) => {
      let last: Promise<unknown> = Promise.resolve()
      return {
        findOptedOut: (ids) => shared.findOptedOut(ids),
        setOptedOut(id, isOff) {
          const next = last.then(async () => {
            const list = await shared.findOptedOut(MANY)
            await pause()
            for (const member of MANY)
              await shared.setOptedOut(member, member === id ? isOff : list.has(member))
          })
          last = next
          return next
        },
      }
    },
  ),
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
  groups(
    'fails on nobody to look for',
    'findGroups accepts any number of groups: 0, 1 and 5,000',
    (port) => (groupIds) => {
      if (groupIds.length === 0) throw new Error('syntax error at or near ")"')
      return port.findGroups(groupIds)
    },
  ),
]
