import type { RuleName } from './rule-results.js'

/** The rules of a chapter of the rulebook, each as the sentence that it holds. */
export interface Chapter {
  readonly title: string
  readonly rules: { readonly [Rule in RuleName]?: string }
}
