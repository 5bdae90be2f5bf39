import { assert } from '../validation/assert.js'
import type { Draft } from '../model/invitation.js'
import type { MemberProfile } from '../model/member.js'
import { analyzable } from '../text/limits.js'
import { type Word, wordsIn } from '../text/words.js'
import type { ContentEvidence, ContentScreener } from './content-screener.js'
import type { DraftPlace } from './draft-place.js'
import { MITIGATING_TERMS } from './mitigating-terms.js'
import { type Signal, SIGNALS } from './signals.js'
import { type ProfileWords, profileWordsOf } from './profile-words.js'
import { A_CATEGORY, isProhibitedCategory } from './prohibited-category.js'
import { PROHIBITED_TERMS, type ProhibitedTerm } from './prohibited-terms.js'
import { TermIndex } from './term-index.js'

/**
 * A screener that answers at once.
 *
 * @since 0.1.0
 */
export interface TermScreener extends ContentScreener {
  screen(draft: Draft, recipient: MemberProfile | undefined): readonly ContentEvidence[]
}

/**
 * The lists that a screener goes by.
 *
 * @since 0.1.0
 */
export interface TermLists {
  readonly terms: readonly ProhibitedTerm[]
  /**
   * What those write who speak about such content rather than for it, in the form of a `ProhibitedTerm.term`. Each
   * weighs against as much as a weak term weighs for. Absent: none.
   */
  readonly mitigatingTerms?: readonly string[] | undefined
}

interface MitigatingTerm {
  readonly term: string
  readonly weight: 'mitigating'
}

/** What is found in a draft, and how it weighs. */
interface DraftHit extends DraftPlace {
  readonly source: ProhibitedTerm | MitigatingTerm | Signal
  /** As it stands there. */
  readonly written: string
}

/**
 * How much a find weighs. From `FINDING` on there is a finding: one strong term, two weak ones, a weak one and a hint,
 * or three hints; signals alone are none. A mitigating term outweighs all but a hint of a strong term.
 */
const WEIGHTS = { strong: 6, weak: 4, hint: 2, signal: 2, mitigating: -4 }
const FINDING = 6

/**
 * Makes a screener out of lists of terms: whole words and phrases, in any case and spelling of umlauts.
 *
 * A finding is one strong term, two weak ones, a weak one and a hint, or three hints. A term counts once, where it
 * stands first, and not at all if an entry of the recipient's own profile has it. Beside a term also shouting,
 * exclamation marks side by side and larger amounts of money are hints. A subject or a text of more than 7,500 UTF-16
 * units is not looked through. To extend the built-in lists begin with `PROHIBITED_TERMS` and `MITIGATING_TERMS`. Linear in the
 * draft.
 *
 * @throws TypeError if a term has no word, one of fewer than three letters with an open ending, or a `*` before a
 * letter or digit; if there is no such weight or category.
 *
 * @since 0.1.0
 */
export function createTermScreener(lists: TermLists): TermScreener {
  const index = indexOf(lists)
  return { screen: (draft, recipient) => screenedBy(index, draft, recipient) }
}

/**
 * What the built-in screener finds in a draft, or in a text alone; nothing: an empty list.
 *
 * It is in the order of its places, the subject's first. Every `index` is into what is given, so normalise it before.
 * `recipient` is whose own terms are ignored; absent: nobody. A subject or a text of more than 7,500 UTF-16 units is
 * not looked through.
 *
 * @since 0.1.0
 */
export function screenText(
  draft: Draft | string,
  recipient?: MemberProfile,
): readonly ContentEvidence[] {
  return screenedBy(builtIn(), typeof draft === 'string' ? { text: draft } : draft, recipient)
}

/** The same in a draft, the words of whose text are read already. */
export function screenWords(
  draft: Draft,
  words: readonly Word[],
  profile: ProfileWords,
): readonly ContentEvidence[] {
  return evidenceIn(draft, words, profile, builtIn())
}

let builtInIndex: TermIndex<ProhibitedTerm | MitigatingTerm> | undefined

/** The built-in lists, made ready when they are first needed. */
function builtIn(): TermIndex<ProhibitedTerm | MitigatingTerm> {
  builtInIndex ??= indexOf({ terms: PROHIBITED_TERMS, mitigatingTerms: MITIGATING_TERMS })
  return builtInIndex
}

function screenedBy(
  index: TermIndex<ProhibitedTerm | MitigatingTerm>,
  { subject = '', text }: Draft,
  recipient: MemberProfile | undefined,
): ContentEvidence[] {
  const draft = { subject: analyzable(subject), text: analyzable(text) }
  return evidenceIn(draft, wordsIn(draft.text), profileWordsOf(recipient), index)
}

function indexOf({
  terms,
  mitigatingTerms = [],
}: TermLists): TermIndex<ProhibitedTerm | MitigatingTerm> {
  for (const [at, term] of terms.entries()) {
    // Lists may come from JavaScript, or from a file.
    const { category, weight }: { readonly category: string; readonly weight: string } = term
    const isWeight = weight === 'strong' || weight === 'weak' || weight === 'hint'
    assert(isWeight, `terms[${at}].weight`, 'strong, weak or hint')
    assert(isProhibitedCategory(category), `terms[${at}].category`, A_CATEGORY)
  }
  const mitigating = mitigatingTerms.map((term) => ({ term, weight: 'mitigating' as const }))
  return new TermIndex<ProhibitedTerm | MitigatingTerm>([...terms, ...mitigating])
}

function evidenceIn(
  draft: Draft,
  words: readonly Word[],
  { entries }: ProfileWords,
  index: TermIndex<ProhibitedTerm | MitigatingTerm>,
): ContentEvidence[] {
  const hits = hitsIn(draft, words, index)
  if (hits.length === 0) return []
  const inProfile = entries.flatMap((entry) => index.findIn(entry.words))
  const own = new Set<DraftHit['source']>(inProfile.map(({ term }) => term))
  const counted = hits.filter(({ source }) => source.weight === 'mitigating' || !own.has(source))
  const weight = counted.reduce((sum, { source }) => sum + WEIGHTS[source.weight], 0)
  const isFinding = weight >= FINDING && counted.some(({ source }) => source.weight !== 'signal')
  return isFinding ? counted.flatMap(evidenceOf) : []
}

/** Each source where it is found first, in the order of their places. */
function hitsIn(
  { subject = '', text }: Draft,
  words: readonly Word[],
  index: TermIndex<ProhibitedTerm | MitigatingTerm>,
): DraftHit[] {
  const inSubject = lookThrough(subject, wordsIn(subject), index).map((hit) => ({
    ...hit,
    field: 'subject' as const,
  }))
  const first = new Map<DraftHit['source'], DraftHit>()
  for (const hit of [...inSubject, ...lookThrough(text, words, index)]) {
    if (!first.has(hit.source)) first.set(hit.source, hit)
  }
  return [...first.values()]
}

function lookThrough(
  text: string,
  words: readonly Word[],
  index: TermIndex<ProhibitedTerm | MitigatingTerm>,
): DraftHit[] {
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
  return [{ category: source.category, term: written, index, ...(field && { field }) }]
}
