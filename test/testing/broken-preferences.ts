import type { OptOut, PreferenceRepository } from 'group-invitations'
import { type Broken, preferences } from './broken.js'

const MANY = Array.from({ length: 50 }, (_, index) => `m-${1000 + index}`)

const pause = () => new Promise((resolve) => setImmediate(resolve))

const VISIBLE = 'setOptOut is visible at once, added and ended, to every instance'
const OTHERS = 'setOptOut changes no other opt-out'
const SAME = 'setOptOut changes nothing if the setting is the same already'
const OTHER_MEMBERS = 'setOptOut changes no other member, with any number of calls at once'
const ALL =
  "findOptOuts returns `'all'` for a member who has switched all group invitations off (D6), whatever the inviters and groups"
const SCOPES = 'findOptOuts returns the opt-outs from these inviters and groups'
const NEITHER = `${OTHERS}: one from an inviter or a group is stored, or throws, and never becomes one from everything`

type Setting = Parameters<PreferenceRepository['setOptOut']>

/** Adapters that find wrongly what is stored correctly. */
const finding = (
  flaw: string,
  promise: string,
  change: (optOuts: readonly OptOut[], inviterIds: readonly string[]) => readonly OptOut[],
): Broken =>
  preferences(flaw, promise, (shared) => ({
    async findOptOuts(memberIds, inviterIds, groupIds) {
      const found = await shared.findOptOuts(memberIds, inviterIds, groupIds)
      return new Map([...found].map(([id, optOuts]) => [id, change(optOuts, inviterIds)]))
    },
    setOptOut: (...setting) => shared.setOptOut(...setting),
  }))

/** Adapters that store something else than they are given. */
const setting = (
  flaw: string,
  promise: string,
  change: (...setting: Setting) => readonly Setting[],
): Broken =>
  preferences(flaw, promise, (shared) => ({
    findOptOuts: (...asked) => shared.findOptOuts(...asked),
    async setOptOut(...given) {
      for (const each of change(...given)) await shared.setOptOut(...each)
    },
  }))

const FOUR = ['anna', 'bernd', 'clara', 'dora']

/** Inserts what it has not found, into a table with a unique key. */
const lookingFirst = (shared: PreferenceRepository): PreferenceRepository => {
  const isThere = async (id: string, optOut: OptOut) =>
    (await shared.findOptOuts([id], ['anna'], ['chess']))
      .get(id)
      ?.some((each) => JSON.stringify(each) === JSON.stringify(optOut))
  return {
    findOptOuts: (...asked) => shared.findOptOuts(...asked),
    async setOptOut(id, optOut, isOut) {
      const isKnown = await isThere(id, optOut)
      await pause()
      if (isKnown === isOut) return
      if (isOut && (await isThere(id, optOut))) throw new Error('duplicate key')
      await shared.setOptOut(id, optOut, isOut)
    },
  }
}

const kindOf = (optOut: OptOut) => (optOut === 'all' ? 'all' : Object.keys(optOut)[0])

const folded = (optOut: OptOut): OptOut =>
  optOut !== 'all' && 'inviterId' in optOut
    ? { inviterId: optOut.inviterId.toLowerCase().trimEnd() }
    : optOut

/** Each breaks one promise, as real adapters do. */
export const brokenPreferences: readonly Broken[] = [
  preferences(
    'reads the whole list of opt-outs, and writes it back changed',
    `${OTHER_MEMBERS}: 50 members`,
    () => {
      let list: readonly string[] = []
      return {
        findOptOuts: (ids) =>
          new Map(ids.filter((id) => list.includes(id)).map((id) => [id, ['all' as const]])),
        async setOptOut(id, _, isOut) {
          const others = list.filter((other) => other !== id)
          await pause()
          list = isOut ? [...others, id] : others
        },
      }
    },
  ),
  preferences('caches opt-outs', `${VISIBLE}: everything, over two instances`, (shared) => {
    const cache = new Map<string, readonly OptOut[]>()
    return {
      async findOptOuts(ids, ...scopes) {
        const found = await shared.findOptOuts(ids, ...scopes)
        for (const id of ids) if (!cache.has(id)) cache.set(id, found.get(id) ?? [])
        return new Map(ids.map((id) => [id, cache.get(id) ?? []]))
      },
      async setOptOut(...setting) {
        await shared.setOptOut(...setting)
        cache.delete(setting[0])
      },
    }
  }),
  preferences(
    'keeps that it has found none, for as long as it lives',
    'findOptOuts an opt-out counts from the moment it is stored: after it was looked for',
    (shared) => {
      const none = new Set<string>()
      return {
        async findOptOuts(ids, ...scopes) {
          const found = await shared.findOptOuts(ids, ...scopes)
          for (const id of ids) if (!found.has(id)) none.add(id)
          return new Map([...found].filter(([id]) => !none.has(id)))
        },
        setOptOut: (...setting) => shared.setOptOut(...setting),
      }
    },
  ),
  preferences('answers before it has stored', `${VISIBLE}: everything`, (shared) => ({
    findOptOuts: (...asked) => shared.findOptOuts(...asked),
    setOptOut(...setting) {
      setTimeout(() => void shared.setOptOut(...setting), 5)
    },
  })),
  ...['everything', 'an inviter, a group'].map((what) =>
    preferences(
      `fails on the second opt-out of a member from ${what}, by a unique key`,
      `${SAME}: ${what}`,
      (shared) => ({
        findOptOuts: (...asked) => shared.findOptOuts(...asked),
        async setOptOut(id, optOut, isOut) {
          const found = await shared.findOptOuts([id], ['anna'], ['chess'])
          const isSet = found.get(id)?.some((each) => kindOf(each) === kindOf(optOut))
          if (isSet && isOut) throw new Error('duplicate key')
          await shared.setOptOut(id, optOut, isOut)
        },
      }),
    ),
  ),
  ...['everything', 'an inviter, a group'].flatMap((what) => [
    preferences(
      `looks whether the opt-out from ${what} is there, and inserts it meanwhile`,
      `${SAME}: ${what}, 50 times at once`,
      (shared) => lookingFirst(shared),
    ),
    preferences(
      `looks whether the opt-out from ${what} is there, with a lock for each instance`,
      `${SAME}: ${what}, 50 times at once, over two instances`,
      (shared) => {
        let last: Promise<unknown> = Promise.resolve()
        const looking = lookingFirst(shared)
        return {
          ...looking,
          setOptOut(...given) {
            const next = last.then(() => looking.setOptOut(...given))
            last = next.catch(() => undefined)
            return next
          },
        }
      },
    ),
    setting(
      `ends the opt-out from ${what} of all members`,
      `setOptOut changes no other member who has the same opt-out: ${what}`,
      (id, optOut, isOut) =>
        isOut ? [[id, optOut, true]] : FOUR.map((each) => [each, optOut, false]),
    ),
  ]),
  setting(
    'fails for an inviter who does not exist',
    'setOptOut is no error for an inviter or a group that does not exist',
    (id, optOut, isOut) => {
      if (optOut !== 'all' && Object.values(optOut).includes('nobody'))
        throw new Error('violates opt_outs_inviter_fkey')
      return [[id, optOut, isOut]]
    },
  ),
  setting(
    'fails for a group that does not exist',
    'setOptOut is no error for an inviter or a group that does not exist',
    (id, optOut, isOut) => {
      if (optOut !== 'all' && Object.values(optOut).includes('nowhere'))
        throw new Error('violates opt_outs_group_fkey')
      return [[id, optOut, isOut]]
    },
  ),
  preferences('answers with a set', ALL, (shared) => ({
    findOptOuts: async (...asked) => new Set((await shared.findOptOuts(...asked)).keys()) as never,
    setOptOut: (...setting) => shared.setOptOut(...setting),
  })),
  preferences('answers with one opt-out for a list', ALL, (shared) => ({
    async findOptOuts(...asked) {
      const found = await shared.findOptOuts(...asked)
      return new Map([...found].map(([id, [first]]) => [id, first as never]))
    },
    setOptOut: (...setting) => shared.setOptOut(...setting),
  })),
  preferences(
    'answers for a thousand at most',
    'findOptOuts accepts any number of members, inviters and groups, also none: 0, 1 and 5,000',
    (shared) => ({
      findOptOuts: (ids, ...scopes) => shared.findOptOuts(ids.slice(0, 1000), ...scopes),
      setOptOut: (...setting) => shared.setOptOut(...setting),
    }),
  ),
  preferences(
    'fails on no inviters',
    'findOptOuts accepts any number of members, inviters and groups, also none: 0, 1 and 5,000',
    (shared) => ({
      findOptOuts(ids, inviterIds, groupIds) {
        if (inviterIds.length === 0) throw new Error('syntax error at or near ")"')
        return shared.findOptOuts(ids, inviterIds, groupIds)
      },
      setOptOut: (...setting) => shared.setOptOut(...setting),
    }),
  ),
  preferences(
    'writes the list back changed, with a lock for each instance',
    `${OTHER_MEMBERS}: 50 members, over two instances`,
    (shared) => {
      let last: Promise<unknown> = Promise.resolve()
      return {
        findOptOuts: (...asked) => shared.findOptOuts(...asked),
        setOptOut(id, optOut, isOut) {
          const next = last.then(async () => {
            const list = await shared.findOptOuts(MANY, [], [])
            await pause()
            for (const member of MANY) {
              const was = list.get(member)?.includes(optOut) ?? false
              await shared.setOptOut(member, optOut, member === id ? isOut : was)
            }
          })
          last = next
          return next
        },
      }
    },
  ),
  preferences(
    'reads the opt-outs of a member, and writes them back changed',
    `${OTHERS}: 50 of one member at once`,
    (shared) => {
      const ask = async (id: string) =>
        (await shared.findOptOuts([id], MANY, ['chess', 'choir'])).get(id) ?? []
      return {
        findOptOuts: (...asked) => shared.findOptOuts(...asked),
        async setOptOut(id, optOut, isOut) {
          const before = await ask(id)
          await pause()
          for (const other of await ask(id)) await shared.setOptOut(id, other, false)
          for (const other of before) await shared.setOptOut(id, other, true)
          await shared.setOptOut(id, optOut, isOut)
        },
      }
    },
  ),
  preferences(
    'fails for a member who does not exist',
    'setOptOut is no error for a member who does not exist: an inviter, a group',
    (shared) => ({
      findOptOuts: (...asked) => shared.findOptOuts(...asked),
      setOptOut(id, optOut, isOut) {
        if (id === 'nobody' && optOut !== 'all') throw new Error('violates opt_outs_member_fkey')
        return shared.setOptOut(id, optOut, isOut)
      },
    }),
  ),
  setting('widens a scope to everything', NEITHER, (id, _, isOut) => [[id, 'all', isOut]]),
  setting('loses a scope in silence', NEITHER, (id, optOut, isOut) =>
    optOut === 'all' ? [[id, optOut, isOut]] : [],
  ),
  setting(
    'ends all opt-outs by ending the one from everything',
    `${OTHERS}: to end the one from everything leaves those from an inviter or a group`,
    (id, optOut, isOut) =>
      optOut === 'all' && !isOut
        ? [
            [id, optOut, false],
            [id, { inviterId: 'anna' }, false],
          ]
        : [[id, optOut, isOut]],
  ),
  setting('ends the opt-out from everything by ending another one', NEITHER, (id, ...given) =>
    given[1]
      ? [[id, ...given]]
      : [
          [id, ...given],
          [id, 'all', false],
        ],
  ),
  setting(
    'keeps one opt-out of a member',
    `${OTHERS}: to end the one from everything leaves those from an inviter or a group`,
    (id, optOut, isOut) => [
      [id, 'all', false],
      [id, optOut, isOut],
    ],
  ),
  setting(
    'compares inviters without regard to case and blanks',
    'findOptOuts compares identifiers exactly: those of inviters and groups',
    (id, optOut, isOut) => [[id, folded(optOut), isOut]],
  ),
  setting('keeps inviters and groups in one column', SCOPES, (id, optOut, isOut) =>
    optOut !== 'all' && 'groupId' in optOut
      ? [[id, { inviterId: optOut.groupId }, isOut]]
      : [[id, optOut, isOut]],
  ),
  finding('counts an opt-out from another inviter', SCOPES, (optOuts, inviterIds) =>
    optOuts.flatMap((optOut): readonly OptOut[] =>
      optOut !== 'all' && 'inviterId' in optOut
        ? inviterIds.map((inviterId) => ({ inviterId }))
        : [optOut],
    ),
  ),
  finding('finds each opt-out as one from everything', SCOPES, (optOuts) =>
    optOuts.map(() => 'all'),
  ),
  finding('finds none from groups', SCOPES, (optOuts) =>
    optOuts.filter((optOut) => kindOf(optOut) !== 'groupId'),
  ),
  finding('finds nothing else if there is one from everything', SCOPES, (optOuts) =>
    optOuts.includes('all') ? ['all'] : optOuts,
  ),
  finding('returns null beside an inviter', SCOPES, (optOuts) =>
    optOuts.map((optOut) =>
      // What a driver returns, whatever the type says.
      optOut !== 'all' && 'inviterId' in optOut ? { ...optOut, groupId: null as never } : optOut,
    ),
  ),
  preferences(
    'joins member and inviter by a bar',
    'findOptOuts compares identifiers exactly: those of member and inviter together',
    () => {
      const keys = new Set<string>()
      return {
        findOptOuts: (ids, inviterIds) =>
          new Map(
            ids.map((id) => [
              id,
              inviterIds.flatMap((inviterId) =>
                keys.has(`${id}|${inviterId}`) ? [{ inviterId }] : [],
              ),
            ]),
          ),
        setOptOut(id, optOut, isOut) {
          if (optOut === 'all' || !('inviterId' in optOut)) return
          if (isOut) keys.add(`${id}|${optOut.inviterId}`)
          else keys.delete(`${id}|${optOut.inviterId}`)
        },
      }
    },
  ),
]
