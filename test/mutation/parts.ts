/** Rooms of `src/` that are mutated together, and the tests that are to find their mutants out. */
export interface Part {
  readonly name: string
  /** Patterns below `src/`, without `.ts`. */
  readonly sources: readonly string[]
  /** Patterns below `test/`, without `.test.ts`. */
  readonly tests: readonly string[]
}

/**
 * All of `src/` by rooms, each with the tests of the room and of those that stand on it; except what is data (the lists
 * of words, the table of the classifier, the words of the two languages) and the kit for adapters, on which broken
 * adapters are tried instead.
 *
 * In parts, since each mutant is tried with the tests of its part alone: all tests would take ten times as long, and
 * a mutant that only a distant test notices is noticed too late.
 */
export const parts: readonly Part[] = [
  {
    name: 'model',
    sources: ['{model,validation}/*'],
    tests: ['{model,validation}/*', 'form/*', 'policy/*', 'service/**/*'],
  },
  { name: 'text', sources: ['text/*'], tests: ['text/*', 'rules/{text-fits,subject-fits}'] },
  {
    name: 'content',
    sources: ['content/!(classifier-weights|prohibited-terms|salutation-words)'],
    tests: ['content/*', 'rules/*', 'decision/analyze-draft'],
  },
  { name: 'rules', sources: ['rules/*'], tests: ['rules/*'] },
  { name: 'decision', sources: ['decision/*'], tests: ['decision/*', 'policy/*'] },
  { name: 'policy', sources: ['{ports,policy}/*'], tests: ['{ports,policy}/*', 'service/**/*'] },
  { name: 'service', sources: ['service/*'], tests: ['service/**/*'] },
  {
    name: 'disclosure',
    sources: ['disclosure/*'],
    // All worlds would take seconds for each mutant.
    tests: ['disclosure/!(noninterference)'],
  },
  {
    name: 'messages',
    sources: ['messages/!(english*|german*)', 'http/*', 'form/*'],
    tests: ['{messages,http,form}/*', 'docs/errors'],
  },
  { name: 'memory', sources: ['memory/*'], tests: ['memory/*', 'adapters/memory'] },
]
