import type { Draft } from '../model/invitation.js'
import { analyzable } from '../text/limits.js'
import { type Word, wordsIn } from '../text/words.js'
import { assert, optionsIn } from '../validation/assert.js'
import { A_CATEGORY, type ContentEvidence, isProhibitedCategory } from './content-evidence.js'
import type { DraftContext } from './draft-context.js'
import type { DraftPlace } from './draft-place.js'
import { MITIGATING_TERMS } from './mitigating-terms.js'
import { type ProfileWords, profileWordsOf } from './profile-words.js'
import { PROHIBITED_TERMS, type ProhibitedTerm } from './prohibited-terms.js'
import { type Signal, SIGNALS } from './signals.js'
import { TermIndex } from './term-index.js'

/**
 * A screener that goes by lists of terms; a `Screen` that returns its evidence synchronously.
 *
 * @since 0.1.0
 */
export type TermScreener = (draft: Draft, about: DraftContext) => readonly ContentEvidence[]

/**
 * The lists of a term screener.
 *
 * @since 0.1.0
 */
export interface TermLists {
  readonly terms: readonly ProhibitedTerm[]
  /**
   * Terms of people who discuss such content, instead of offering it, in the form of a `ProhibitedTerm.term`.
   *
   * Each cancels the weight of one weak term. Absent: there are none.
   */
  readonly mitigatingTerms?: readonly string[] | undefined
}

interface MitigatingTerm {
  readonly term: string
  readonly weight: 'mitigating'
}

type AnyTerm = ProhibitedTerm | MitigatingTerm

interface DraftHit extends DraftPlace {
  readonly source: AnyTerm | Signal
  readonly written: string
}

/** Signals alone are no finding. A mitigating term outweighs a strong term with a hint, but not with a weak term. */
const WEIGHTS = { strong: 6, weak: 4, hint: 2, signal: 2, mitigating: -4 }

const FINDING_WEIGHT = 6

/**
 * Creates a screener from lists of terms: whole words and phrases, in any case and spelling of umlauts.
 *
 * - A finding needs one strong term, two weak terms, a weak term and a hint, or three hints. Each term counts once, in
 *   its first place. A term that is also in an entry of the recipient's profile does not count.
 * - Three signals count as hints too, but only if the draft also has a term: shouting, several exclamation marks in a
 *   row, and amounts of money from 100 on.
 * - A subject or a text of more than 7,500 UTF-16 units is not analysed.
 *
 * To extend the built-in lists, start from `PROHIBITED_TERMS` and `MITIGATING_TERMS`. The time that the screener takes
 * is linear in the draft and in the profile, however many terms there are.
 *
 * @throws TypeError if the lists have an unknown key, or a term an unknown weight or category; if a term has no word,
 * an open ending behind fewer than three letters, or a `*` before a letter or digit.
 *
 * @since 0.1.0
 */
export function createTermScreener(lists: TermLists): TermScreener {
  const index = indexOf(lists)
  return (draft, about) => screenWith(index, draft, about)
}

/**
 * Screens a draft, or a text alone, with the built-in lists of terms.
 *
 * This is what the policy does without `options.screen`. It returns the evidence in the order of its places, that of
 * the subject first, or an empty list if there is no finding. Every `index` is a UTF-16 index into its field of
 * the given draft: normalise it first. Terms in the profile of `about.recipient` do not count; without `about` all terms do. A subject or a text of
 * more than 7,500 UTF-16 units is not analysed.
 *
 * @since 0.1.0
 */
export function screenText(
  draft: Draft | string,
  about?: DraftContext,
): readonly ContentEvidence[] {
  return screenWith(builtIn(), typeof draft === 'string' ? { text: draft } : draft, about)
}

export function screenWords(
  draft: Draft,
  words: readonly Word[],
  profile: ProfileWords,
): readonly ContentEvidence[] {
  return evidenceIn(draft, words, profile, builtIn())
}

let builtInIndex: TermIndex<AnyTerm> | undefined

function builtIn(): TermIndex<AnyTerm> {
  builtInIndex ??= indexOf({ terms: PROHIBITED_TERMS, mitigatingTerms: MITIGATING_TERMS })
  return builtInIndex
}

function screenWith(
  index: TermIndex<AnyTerm>,
  // Stryker disable next-line StringLiteral: no term is in what is put there
  { subject = '', text }: Draft,
  about: DraftContext | undefined,
): ContentEvidence[] {
  const draft = { subject: analyzable(subject), text: analyzable(text) }
  return evidenceIn(draft, wordsIn(draft.text), profileWordsOf(about?.recipient), index)
}

function indexOf(lists: TermLists): TermIndex<AnyTerm> {
  // Stryker disable next-line ArrayDeclaration: what is put there is in no text
  const { terms, mitigatingTerms = [] } = optionsIn(lists, 'lists', ['terms', 'mitigatingTerms'])
  assert(Array.isArray(terms), 'lists.terms', 'a list')
  const mitigating = mitigatingTerms.map((term) => ({ term, weight: 'mitigating' as const }))
  return new TermIndex<AnyTerm>([...terms.map(checkedTerm), ...mitigating])
}

/** A copy, since the caller may change its own. */
function checkedTerm(given: ProhibitedTerm, at: number): ProhibitedTerm {
  // Lists may come from JavaScript, or from a file.
  const { term, category, weight } = given as Readonly<Record<keyof ProhibitedTerm, string>>
  const isWeight = weight === 'strong' || weight === 'weak' || weight === 'hint'
  assert(isWeight, `terms[${at}].weight`, 'strong, weak or hint')
  assert(isProhibitedCategory(category), `terms[${at}].category`, A_CATEGORY)
  return { term, category, weight }
}

function evidenceIn(
  draft: Draft,
  words: readonly Word[],
  { entries }: ProfileWords,
  index: TermIndex<AnyTerm>,
): ContentEvidence[] {
  const hits = hitsInDraft(draft, words, index)
  // Stryker disable next-line ConditionalExpression: only saves the rest
  if (hits.length === 0) return []
  const hitsInProfile = entries.flatMap((entry) => index.findIn(entry.words))
  const inProfile = new Set<DraftHit['source']>(hitsInProfile.map(({ term }) => term))
  const counted = hits.filter(
    ({ source }) => source.weight === 'mitigating' || !inProfile.has(source),
  )
  const weight = counted.reduce((sum, { source }) => sum + WEIGHTS[source.weight], 0)
  const isFinding =
    weight >= FINDING_WEIGHT && counted.some(({ source }) => source.weight !== 'signal')
  return isFinding ? counted.flatMap(evidenceOf) : []
}

/** Each source in its first place, in the order of these places. */
function hitsInDraft(
  // Stryker disable next-line StringLiteral: no term is in what is put there
  { subject = '', text }: Draft,
  words: readonly Word[],
  index: TermIndex<AnyTerm>,
): DraftHit[] {
  const inSubject = hitsIn(subject, wordsIn(subject), index).map((hit) => ({
    ...hit,
    field: 'subject' as const,
  }))
  const first = new Map<DraftHit['source'], DraftHit>()
  for (const hit of [...inSubject, ...hitsIn(text, words, index)]) {
    if (!first.has(hit.source)) first.set(hit.source, hit)
  }
  return [...first.values()]
}

function hitsIn(text: string, words: readonly Word[], index: TermIndex<AnyTerm>): DraftHit[] {
  const terms = index.findIn(words).map(({ term, ...place }) => ({ source: term, ...place }))
  const signals = SIGNALS.flatMap((signal) => {
    const place = signal.find(text, words)
    return place === undefined ? [] : [{ source: signal, ...place }]
  })
  return [...terms, ...signals]
    .sort((one, other) => one.index - other.index)
    .map(({ source, index: at, end }) => ({ source, index: at, written: text.slice(at, end) }))
}

function evidenceOf({ source, written, index, field }: DraftHit): ContentEvidence[] {
  if (source.weight === 'mitigating') return []
  return [
    { category: source.category, term: written, index, ...(field && { field }), certainty: 'sure' },
  ]
}
