import {
  AN_IDENTIFIER,
  AN_INVITATION_ID,
  isIdentifier,
  isInvitationId,
} from '../model/identifiers.js'
import type { InvitationId } from '../model/invitation.js'
import type { GroupId, MemberId } from '../model/member.js'
import { assert, assertKnownKeys, fieldOf } from '../validation/assert.js'

/**
 * Makes the identifiers of all cases, as the store has them: `'17'` for a `bigint`, a UUID in lower case, a slug.
 *
 * - `n` is an integer from 0 to 5,999. A case never uses an identifier that these functions have not returned, also for
 *   something that does not exist.
 * - A function returns another identifier for each `n`. It is called once for each `n`.
 *
 * @since 0.1.0
 */
export interface ContractIds {
  member(n: number): MemberId
  group(n: number): GroupId
  /** In the form of a new invitation's identifier. */
  invitation(n: number): InvitationId
}

const KINDS = ['member', 'group', 'invitation'] as const satisfies (keyof ContractIds)[]

/** What joins identifiers in keys that are made by hand. */
const BARS: readonly string[] = ['', ' ', '","', "','", ...'| : , ; / - _ # "'.split(' ')]

/** What a database driver may return as a number; the third is too large for a number, and the fourth is not stored. */
const DIGITS = ['7', '42', '9007199254740993', '404']

/** Identifiers that collide unless they are compared exactly, and such that collide if two are joined by a bar. */
const HOSTILE: readonly string[] = [
  ...new Set([
    ...DIGITS,
    ...'a A b B \\ \\a % _ * ? $1 {a} [a] "a" `a` null undefined 0 00 7 007 1e3 1000'.split(' '),
    ...'__proto__ constructor \u00e9 e\u0301 ß SS ss ı i I \u200d 😀 👩‍👩‍👧‍👦 日本 שלום'.split(' '),
    ...['a ', ' a', "o'neil", "'; DROP TABLE members; --"],
    ...['x'.repeat(255), `${'x'.repeat(254)}y`, '😀'.repeat(255)],
    ...BARS.map((bar) => `a${bar}b`),
    ...BARS.map((bar) => `b${bar}c`),
    'c',
  ]),
]

/** Identifiers of invitations that differ in case, by numbers, as patterns, and in the last of 64 characters. */
const HOSTILE_INVITATIONS: readonly string[] = [
  `A.b_c~d-${'0'.repeat(56)}`,
  ...'1e3 1E3 1000 01e3 1e3. 1e _e3'.split(' '),
  ...['a', 'b'].map((end) => `${'x'.repeat(63)}${end}`),
]

export const HOSTILE_COUNT = HOSTILE.length

export const HOSTILE_INVITATION_COUNT = HOSTILE_INVITATIONS.length

const PEOPLE = ['anna', 'bernd', 'clara', 'dora', 'emil', 'nobody']

const GROUPS = ['chess', 'choir', 'nowhere']

/** From this number on the identifiers are hostile by default. */
export const ODD = 6

const hostileIds: ContractIds = {
  member: (n) => PEOPLE[n] ?? HOSTILE[n - ODD] ?? `m-${n}`,
  group: (n) => GROUPS[n] ?? HOSTILE[n - ODD] ?? `g-${n}`,
  invitation: (n) => HOSTILE_INVITATIONS[n - ODD] ?? `i-${n}`,
}

/** The identifiers of one kind: each is checked, and made once. */
export interface Identifiers {
  readonly at: (n: number) => string
  readonly from: (n: number, count: number) => readonly string[]
  /** The number of an identifier that was made. */
  readonly numberOf: (id: string) => number | undefined
}

/** @throws TypeError if there is no function for one kind; later if an identifier has a wrong form, or is made twice. */
export function identifiersOf(
  ids: unknown = hostileIds,
): Readonly<Record<keyof ContractIds, Identifiers>> {
  assertKnownKeys(ids, 'options.ids', KINDS)
  for (const kind of KINDS)
    assert(typeof fieldOf(ids, kind) === 'function', 'options.ids', 'a function', kind)
  // It has a function for each kind.
  const given = ids as ContractIds
  return {
    member: madeOnce('member', (n) => given.member(n), isIdentifier, AN_IDENTIFIER),
    group: madeOnce('group', (n) => given.group(n), isIdentifier, AN_IDENTIFIER),
    invitation: madeOnce(
      'invitation',
      (n) => given.invitation(n),
      isInvitationId,
      AN_INVITATION_ID,
    ),
  }
}

function madeOnce(
  kind: keyof ContractIds,
  make: (n: number) => unknown,
  isValid: (value: unknown) => value is string,
  form: string,
): Identifiers {
  const made = new Map<number, string>()
  const numbers = new Map<string, number>()
  const at = (n: number): string => {
    const before = made.get(n)
    if (before !== undefined) return before
    const id = make(n)
    const path = `options.ids.${kind}(${n})`
    assert(isValid(id), path, form)
    const first = numbers.get(id)
    assert(
      first === undefined,
      path,
      `different from ${kind}(${String(first)}), and both are '${id}'`,
    )
    numbers.set(id, n)
    made.set(n, id)
    return id
  }
  return {
    at,
    from: (n, count) => Array.from({ length: count }, (_, index) => at(n + index)),
    numberOf: (id) => numbers.get(id),
  }
}

export type Pair = readonly [one: string, other: string]

/**
 * Directed pairs of these identifiers: those that collide in a key that joins both by a bar or by nothing, and each
 * identifier with the last one, in both directions.
 */
export function pairsAmong(ids: readonly string[]): readonly Pair[] {
  const pairs = new Map<string, Pair>()
  const add = (pair: Pair) => pairs.set(JSON.stringify(pair), pair)
  for (const bar of BARS) for (const pair of collidingPairs(ids, bar)) add(pair)
  for (const last of ids.slice(-1)) {
    for (const id of ids.slice(0, -1)) {
      add([id, last])
      add([last, id])
    }
  }
  return [...pairs.values()]
}

/** Finds `one + bar + tail` and `start + bar + other`, which are equal. */
function collidingPairs(ids: readonly string[], bar: string): readonly Pair[] {
  const known = new Set(ids)
  const colliding: Pair[] = []
  for (const one of ids) {
    for (let end = 1; end < one.length; end += 1) {
      const start = one.slice(0, end)
      if (!known.has(start) || !one.startsWith(bar, end)) continue
      const rest = `${one.slice(end + bar.length)}${bar}`
      for (const other of ids) {
        const tail = other.slice(rest.length)
        if (!other.startsWith(rest) || !known.has(tail) || tail === one || other === start) continue
        colliding.push([one, tail], [start, other])
      }
    }
  }
  return colliding
}
