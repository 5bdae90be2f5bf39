/** A text in which the characters that control a terminal are spelled out. */
export function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

const isColourful = process.stdout.isTTY && process.env['NO_COLOR'] === undefined
const paint = (code: number) => (text: string) =>
  isColourful ? `\u001b[${code}m${text}\u001b[0m` : text

export const bold = paint(1)
export const faint = paint(2)
export const red = paint(31)
export const green = paint(32)
export const yellow = paint(33)
