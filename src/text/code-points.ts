export function countCodePoints(text: string): number {
  let codePoints = 0
  for (let index = 0; index < text.length; index += isPair(text, index) ? 2 : 1) codePoints += 1
  return codePoints
}

/** In UTF-8. A lone surrogate counts 3, since encoders write U+FFFD for it. */
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

export function codePointName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
}
