/**
 * Makes a value when it is first needed, and keeps it. For expressions with Unicode classes above all: making one takes
 * longer than looking at a word with it, and the first time far longer. The annotation lets bundlers drop what is not used.
 */
/* @__NO_SIDE_EFFECTS__ */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
