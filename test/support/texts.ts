/** One character of 32 code points and 63 bytes, the same in every normal form. */
export const HEAVY = 'x' + '\u0301'.repeat(31)

/** A family: one character of 7 code points, 11 UTF-16 units and 25 bytes. */
export const FAMILY = '👨‍👩‍👧‍👦'

/** A text of that many bytes in few characters, none of which has more than 32 code points. */
export function textOfBytes(bytes: number): string {
  return HEAVY.repeat(Math.floor(bytes / 63)) + 'a'.repeat(bytes % 63)
}
