const EMPTY = 0x811c9dc5

/** FNV-1a with 32 bits, over UTF-16 units. The same on every platform. */
export function hashOf(word: string): number {
  return hashOfPart(word, 0, word.length)
}

/** The same for the units from `start` to before `end`, after those that have the hash `before`. */
export function hashOfPart(word: string, start: number, end: number, before = EMPTY): number {
  const behind = Math.min(end, word.length)
  let hash = before
  for (let index = start; index < behind; index += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193)
  }
  return hash
}

/** Depends on the order of the two. 32 bits, well mixed. */
export function hashOfPair(first: number, second: number): number {
  const mixed = Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}
