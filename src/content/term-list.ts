import { assert, optionsIn } from '../validation/assert.js'
import { A_CERTAINTY, isCertaintyOrNone } from './certainty.js'
import { A_CATEGORY, isProhibitedCategory } from './content-evidence.js'
import { PROHIBITED_TERMS, type ProhibitedTerm } from './prohibited-terms.js'
import { TermIndex } from './term-index.js'

/**
 * The list of a term screener.
 *
 * @since 0.1.0
 */
export interface TermLists {
  readonly terms: readonly ProhibitedTerm[]
}

let builtInIndex: TermIndex<ProhibitedTerm> | undefined

export function builtInTerms(): TermIndex<ProhibitedTerm> {
  builtInIndex ??= new TermIndex(PROHIBITED_TERMS)
  return builtInIndex
}

export function termsOf(lists: TermLists): TermIndex<ProhibitedTerm> {
  const { terms } = optionsIn(lists, 'lists', ['terms'])
  assert(Array.isArray(terms), 'lists.terms', 'a list')
  return new TermIndex(terms.map(checkedTerm))
}

/** A copy, since the caller may change its own. */
function checkedTerm(given: ProhibitedTerm, at: number): ProhibitedTerm {
  // Lists may come from JavaScript, or from a file.
  const { term, category, certainty } = given as Readonly<Record<keyof ProhibitedTerm, unknown>>
  assert(typeof term === 'string', `terms[${at}].term`, 'a string')
  assert(isProhibitedCategory(category), `terms[${at}].category`, A_CATEGORY)
  assert(isCertaintyOrNone(certainty), `terms[${at}].certainty`, A_CERTAINTY)
  return { term, category, certainty }
}
