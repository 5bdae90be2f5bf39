/** The number of Unicode code points, a lone surrogate counting as one. */
export function countCodePoints(text: string): number {
  let codePoints = 0
  for (let index = 0; index < text.length; index += isPair(text, index) ? 2 : 1) codePoints += 1
  return codePoints
}

/** The bytes that a text takes as UTF-8, a lone surrogate counting 3, as the U+FFFD that encoders write for it. */
export function countBytes(text: string): number {
  let bytes = 0
  for (let index = 0; index < text.length; index += 1) {
    if (isPair(text, index)) {
      bytes += 4
      index += 1
    } else {
      const unit = text.charCodeAt(index)
      bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3
    }
  }
  return bytes
}

/** Whether the UTF-16 unit at `index` and the one behind it are a single code point. */
export function isPair(text: string, index: number): boolean {
  return (text.codePointAt(index) ?? 0) > 0xffff
}

/** A code point as Unicode writes it: `U+202E`. */
export function codePointName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
}
