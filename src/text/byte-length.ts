/** The bytes that a text takes as UTF-8, a lone surrogate counting 3 (as U+FFFD, which encoders put in its place). */
export function byteLength(text: string): number {
  let bytes = 0
  for (let index = 0; index < text.length; index += 1) {
    const codePoint = text.codePointAt(index) ?? 0
    if (codePoint > 0xffff) {
      bytes += 4
      index += 1
    } else {
      bytes += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : 3
    }
  }
  return bytes
}
