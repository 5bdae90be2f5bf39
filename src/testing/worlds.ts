import type { MemberId } from '../model/member.js'
import type { NetworkMember } from '../memory/network.js'
import type { SeedNetwork } from './seed-network.js'

const BARS = ['', ' ', '","', "','", ...'|:,;/-_#"'.split('')]

/** Pairs that are one and the same to whoever joins their identifiers by one of these bars. */
const JOINED: readonly (readonly [MemberId, MemberId])[] = BARS.flatMap((bar) => [
  [`a${bar}b`, 'c'],
  ['a', `b${bar}c`],
])

/** Identifiers that are told apart by whoever compares them exactly, and by nobody else. */
const ODD = [
  ...'a A b B \\ \\a % _ * ? $1 {a} [a] "a" `a` null undefined 0 00 7 007 1e3 1000'.split(' '),
  ...'__proto__ constructor \u00e9 e\u0301 ß SS ss ı i I \u200d 😀 👩‍👩‍👧‍👦 日本 שלום'.split(' '),
  ...['a ', ' a', "o'neil", "'; DROP TABLE members; --"],
  ...['x'.repeat(255), `${'x'.repeat(254)}y`, '😀'.repeat(255)],
]

/** Pairs of identifiers, of which none may be taken for another. */
export const TRICKY_PAIRS: readonly (readonly [inviterId: MemberId, recipientId: MemberId])[] = [
  ...JOINED,
  ...ODD.map((id) => [id, 'z'] as const),
  ...ODD.map((id) => ['z', id] as const),
]

/** The identifiers of these pairs, each once. */
export const TRICKY_IDS: readonly string[] = [...new Set(TRICKY_PAIRS.flat())]

/** More identifiers than a request of most stores holds one by one. */
export const MANY_IDS: readonly string[] = Array.from({ length: 5000 }, (_, index) => `m-${index}`)

/** Members of whom nothing is known but their identifiers. */
export function membersOf(ids: readonly MemberId[]): readonly NetworkMember[] {
  return ids.map((memberId) => ({ memberId, displayName: `Name of ${memberId}` }))
}

/** Anna, Bernd, Clara and Dora, a chess club and a choir. */
export const FOUR = {
  members: membersOf(['anna', 'bernd', 'clara', 'dora']),
  groups: [
    { groupId: 'chess', name: 'Schach' },
    { groupId: 'choir', name: 'Chor' },
  ],
} satisfies Partial<SeedNetwork>

/** As many members as there are tricky identifiers, in two groups. */
export const TRICKY = { ...FOUR, members: membersOf(TRICKY_IDS) }

/** 5,000 members, and the two groups. */
export const MANY = { ...FOUR, members: membersOf(MANY_IDS) }
