import type { Network } from 'group-invitations/memory'
import fc from 'fast-check'
import { after, NOW } from './builders.js'

/** Pieces in which counting and normalising go wrong: what joins, composes, breaks lines, is invisible or unsafe. */
const pieces = [
  ...['a', 'Z', ' ', 'ä', 'ß', '1', '.', '漢', 'か', '\u3099', '가', '\u1100', '\u1161', '\u11a8'],
  ...[
    '\n',
    '\r',
    '\r\n',
    '\u0085',
    '\u2028',
    '\u2029',
    '\t',
    '\u000b',
    '\u0000',
    '\u00a0',
    '\u3000',
  ],
  ...['\u0301', '\u0308', '\u0323', '\u200d', '\u200c', '\ufe0f', '\u20e3', '\u034f', '\u0600'],
  ...['\u00ad', '\u200b', '\u2060', '\ufeff', '\u180e', '\u200e', '\u200f', '\u202e', '\u2800'],
  ...['😀', '👩', '👍🏽', '❤️', '🇩🇪', '🇩', '\u{1f3fd}', '\u{e0100}', '👨‍👩‍👧‍👦', '\ud83d', '\ude00'],
  ...['क', '\u094d', 'ष', '\u093f', '\u0e33', 'ب', '\u064e', 'ש', '\u212b', '\u1d160', '\u{1d160}'],
]

/** Text with more traps than letters. */
export function anyText(): fc.Arbitrary<string> {
  return fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 3 })), {
      maxLength: 60,
    })
    .map((parts) => parts.join(''))
}

/** A small network in which everything may be so or otherwise; the inviter is the first of its members. */
export function someNetwork(): fc.Arbitrary<{
  network: Network
  members: readonly string[]
  groups: readonly string[]
}> {
  const members = ['anna', 'bernd', 'clara', 'dora']
  const groups = ['chess', 'zen', 'arts']
  const standing = fc.constantFrom('member', 'moderator', 'pending', 'banned', undefined)
  const standings = fc.record(
    Object.fromEntries(members.map((memberId) => [memberId, standing] as const)),
  )
  const pairs = members.flatMap((one, index) =>
    members.slice(index + 1).map((other) => [one, other]),
  )
  const end = fc.constantFrom(-1, 0, 1)
  const optOut = fc.oneof(
    fc.constant('all'),
    fc.constantFrom(...members).map((inviterId) => ({ inviterId })),
    fc.constantFrom(...groups).map((groupId) => ({ groupId })),
  )
  return fc
    .record({
      optedOut: fc.subarray(members),
      optOuts: fc.tuple(...members.map(() => fc.array(optOut, { maxLength: 2 }))),
      standings: fc.tuple(...groups.map(() => standings)),
      contacts: fc.subarray(pairs),
      claims: fc.uniqueArray(
        fc.tuple(fc.constantFrom(...members), fc.constantFrom(...members), end),
        {
          selector: ([inviterId, recipientId]) => `${inviterId} ${recipientId}`,
        },
      ),
    })
    .map((world) => ({
      members,
      groups,
      network: {
        members: members.map((memberId, index) => ({
          memberId,
          displayName: memberId,
          optedOut: world.optedOut.includes(memberId),
          optOuts: world.optOuts[index],
        })),
        groups: groups.map((groupId, index) => ({
          groupId,
          name: groupId,
          standings: world.standings[index],
        })),
        contacts: world.contacts,
        invitations: world.claims.map(([inviterId, recipientId, sooner], index) => ({
          invitationId: `i-${index}`,
          inviterId,
          recipientId,
          sentAt: after(NOW, -1000),
          repeatableAt: after(NOW, sooner),
        })),
      },
    }))
}
