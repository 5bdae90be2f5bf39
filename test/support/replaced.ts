/** A place in a tree of objects, lists, `Map`s (their keys too) and `Set`s: which child, and which of its, and so on. */
export type Place = readonly number[]

/** All places of a tree, its root first. */
export function placesIn(tree: unknown): Place[] {
  const deeper = childrenOf(tree).flatMap((child, at) =>
    placesIn(child).map((place) => [at, ...place]),
  )
  return [[], ...deeper]
}

/** The tree with another value in one of its places. */
export function replaced(tree: unknown, [at, ...rest]: Place, value: unknown): unknown {
  if (at === undefined) return value
  const children = childrenOf(tree).map((child, index) =>
    index === at ? replaced(child, rest, value) : child,
  )
  if (tree instanceof Map) {
    return new Map([...tree.keys()].map((_key, i) => [children[2 * i], children[2 * i + 1]]))
  }
  if (tree instanceof Set) return new Set(children)
  if (Array.isArray(tree)) return children
  if (!isRecord(tree)) return tree
  return Object.fromEntries(Object.keys(tree).map((key, index) => [key, children[index]]))
}

function childrenOf(tree: unknown): unknown[] {
  if (tree instanceof Map) return [...tree].flat()
  if (tree instanceof Set) return [...tree]
  if (Array.isArray(tree)) return [...(tree as unknown[])]
  return isRecord(tree) ? Object.values(tree) : []
}

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value?.constructor === Object
