/** Source files that are mutated together, and the tests that are to find their mutants out. */
export interface Part {
  readonly name: string
  /** Patterns below `src/`. */
  readonly sources: readonly string[]
  /** Patterns below `test/`, without `.test.ts`. */
  readonly tests: readonly string[]
}

/**
 * All of `src/`, but for what has nothing to run (types alone), the words of the two languages and the lists of words,
 * which are data, and the kit for adapters, on which adapters that are broken on purpose are tried instead.
 *
 * In parts, since each mutant is tried with the tests of its part alone: all tests would take ten times as long, and
 * a mutant that only a distant test notices is noticed too late.
 */
export const parts: readonly Part[] = [
  {
    name: 'rules',
    sources: ['rules/*', '{sanction,cooldown,utc}'],
    tests: ['rules/*', '{sanction,cooldown,decide}'],
  },
  { name: 'text', sources: ['text/*'], tests: ['text/*', 'rules/{text-fits,subject-fits}'] },
  {
    name: 'terms',
    sources: ['content/{term-index,term-screener,looks,content-screener,prohibited-category}'],
    tests: ['content/{term-index,term-screener,looks,prohibited-category}', 'read-draft'],
  },
  {
    name: 'profile',
    sources: ['content/{find-mentions,names,profile-entries,profile-matcher,profile-words}'],
    tests: [
      'content/{find-mentions,names,profile-entries,profile-words}',
      'rules/{profile,wants}*',
    ],
  },
  {
    name: 'draft',
    sources: ['content/{draft-place,first-line,links,placeholders,salutation}'],
    tests: [
      'content/{first-line,links,placeholders,salutation}',
      'rules/{draft,placeholders,salutation}*',
    ],
  },
  {
    name: 'copies',
    sources: ['content/{recent-fingerprint,similarity,text-fingerprint}'],
    tests: ['content/{similarity,text-fingerprint}', 'rules/message*'],
  },
  {
    name: 'policy',
    sources: [
      '{rulebook,form-rules,enforcement,decide,verdict,draft-of,candidates}',
      '{read-draft,read-facts,read-content,read-answers,assert,assert-construction}',
      '{identifier,profile-field,parse-!(sending),invalid,invitation-draft-schema}',
      '{invitation-policy,evaluating,choosing,judge-candidates,consult,custom-rule,custom-denials}',
      '{fact-calls,facts-from-repositories,facts-from-source,outside-call,policy-setup}',
    ],
    tests: [
      '{rulebook,enforcement,decide,read-facts,read-content,read-draft,parse-request}',
      '{invitation-policy,choosing,consult,custom-rule,invitation-draft-schema}',
      '{invitation-service,disclosure}',
    ],
  },
  {
    name: 'service',
    sources: [
      '{invitation-service,send-invitation,prepare-delivery,sent-invitation,same-invitation}',
      '{find-invitation,read-invitation,random-id,parse-sending}',
      '{delivery,invitation-id,invitation-of}',
    ],
    tests: ['{invitation-service,prepare-delivery,invitation-of}'],
  },
  { name: 'memory', sources: ['memory/*'], tests: ['memory/*', 'adapters/memory'] },
  {
    name: 'telling',
    sources: ['{disclosure,disclosure-of}', 'messages/!(english*|german*)', 'http/*'],
    tests: [
      'disclosure',
      'messages/!(hostile|arriving)',
      'http/*',
      'custom-rule',
      'docs/errors',
      'invitation-draft-schema',
    ],
  },
]
