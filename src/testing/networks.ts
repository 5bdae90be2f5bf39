import type { NetworkMember } from '../memory/network.js'
import type { MemberId } from '../model/member.js'
import type { SeedNetwork } from './fixture.js'

const BARS = ['', ' ', '","', "','", ...'|:,;/-_#"'.split('')]

/** Pairs that collide in a key that joins both identifiers by one of these bars. */
const JOINED: readonly (readonly [MemberId, MemberId])[] = BARS.flatMap((bar) => [
  [`a${bar}b`, 'c'],
  ['a', `b${bar}c`],
])

/** Identifiers that collide unless they are compared exactly. */
const ODD = [
  ...'a A b B \\ \\a % _ * ? $1 {a} [a] "a" `a` null undefined 0 00 7 007 1e3 1000'.split(' '),
  ...'__proto__ constructor \u00e9 e\u0301 ß SS ss ı i I \u200d 😀 👩‍👩‍👧‍👦 日本 שלום'.split(' '),
  ...['a ', ' a', "o'neil", "'; DROP TABLE members; --"],
  ...['x'.repeat(255), `${'x'.repeat(254)}y`, '😀'.repeat(255)],
]

export const TRICKY_PAIRS: readonly (readonly [inviterId: MemberId, recipientId: MemberId])[] = [
  ...JOINED,
  ...ODD.map((id) => [id, 'z'] as const),
  ...ODD.map((id) => ['z', id] as const),
]

export const TRICKY_IDS: readonly string[] = [...new Set(TRICKY_PAIRS.flat())]

/** Identifiers that a database driver may return as numbers; the last is too large for a number. */
export const DIGITS: readonly string[] = ['7', '42', '9007199254740993']

/** More identifiers than most stores accept as single parameters. */
export const MANY_IDS: readonly string[] = Array.from({ length: 5000 }, (_, index) => `m-${index}`)

export function membersOf(ids: readonly MemberId[]): readonly NetworkMember[] {
  return ids.map((memberId) => ({ memberId, displayName: `Name of ${memberId}` }))
}

export const FOUR = {
  members: membersOf(['anna', 'bernd', 'clara', 'dora']),
  groups: [
    { groupId: 'chess', name: 'Schach' },
    { groupId: 'choir', name: 'Chor' },
  ],
} satisfies Partial<SeedNetwork>

export const TRICKY = { ...FOUR, members: membersOf(TRICKY_IDS) }

export const MANY = { ...FOUR, members: membersOf(MANY_IDS) }
