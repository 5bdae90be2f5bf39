import fc from 'fast-check'

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
