// Stands for `src/text/once.ts` in the files that are mutated. An expression that is made by the first test and kept
// would be taken for one that only this test needs, and its mutants would be tried with this test alone.

/** What Stryker says while it finds out which test needs what; nothing while it tries a mutant. */
interface Running {
  readonly __stryker__?: { readonly currentTestId?: string | undefined }
}

/** Makes a value once for each test. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value; readonly by: string | undefined } | undefined
  return () => {
    const by = (globalThis as Running).__stryker__?.currentTestId
    if (made === undefined || made.by !== by) made = { value: make(), by }
    return made.value
  }
}
