import { assert } from '../assert.js'
import type { Draft } from '../invitation.js'
import type { MemberProfile } from '../member.js'
import { readable } from '../text/readable.js'
import { type Word, wordsIn } from '../text/words.js'
import type { ContentEvidence, ContentScreener } from './content-screener.js'
import type { DraftPlace } from './draft-place.js'
import { EXCUSES } from './excuses.js'
import { LOOKS } from './looks.js'
import { type ProfileWords, profileWordsOf } from './profile-words.js'
import { PROHIBITED_TERMS, type ProhibitedTerm } from './prohibited-terms.js'
import { TermIndex } from './term-index.js'

/** A screener that answers at once. */
export interface TermScreener extends ContentScreener {
  screen(draft: Draft, recipient: MemberProfile | undefined): readonly ContentEvidence[]
}

/** The lists that a screener goes by. */
export interface TermLists {
  readonly terms: readonly ProhibitedTerm[]
  /**
   * What those write who speak about such content rather than for it, in the form of a `ProhibitedTerm.term`. Each
   * weighs against nearly as much as a strong term weighs for. Absent: none.
   */
  readonly excuses?: readonly string[] | undefined
}

/** A term of either list. */
type ListedTerm = ProhibitedTerm | { readonly term: string; readonly weight: 'excuse' }

/** A term found in the draft. */
interface DraftHit extends DraftPlace {
  readonly term: ListedTerm
  /** As it stands there. */
  readonly written: string
}

/**
 * How much a term weighs. From `FINDING` on there is a finding: one strong term, two weak ones, a weak one and a hint,
 * or three hints. Looks alone are none. An excuse outweighs all but a hint of a strong term.
 */
const WEIGHTS = { strong: 6, weak: 4, hint: 2, excuse: -4 }
const FINDING = 6

/**
 * Makes a screener out of lists of terms: whole words and phrases, in any case and spelling of umlauts.
 *
 * A finding is one strong term, two weak ones, a weak one and a hint, or three hints. A term counts once, where it
 * stands first, and not at all if the recipient's own profile has it. Beside a term also shouting, exclamation marks
 * side by side and larger amounts of money are hints. To extend the built-in lists begin with `PROHIBITED_TERMS` and
 * `EXCUSES`. Linear in the draft.
 *
 * @throws TypeError if a term has no word, or one of fewer than three letters with an open ending; if there is no such
 * weight or category.
 */
export function createTermScreener(lists: TermLists): TermScreener {
  const index = indexOf(lists)
  return { screen: (draft, recipient) => screenedBy(index, draft, recipient) }
}

/**
 * What the built-in screener finds in a draft, or in a text alone; nothing: an empty list.
 *
 * Every `index` is into what is given, so normalise it before. `recipient` is whose own terms are ignored. What has
 * more than 7,500 UTF-16 units is not looked through.
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

let builtInIndex: TermIndex<ListedTerm> | undefined

/** The built-in lists, made ready when they are first needed. */
function builtIn(): TermIndex<ListedTerm> {
  builtInIndex ??= indexOf({ terms: PROHIBITED_TERMS, excuses: EXCUSES })
  return builtInIndex
}

function screenedBy(
  index: TermIndex<ListedTerm>,
  { subject = '', text }: Draft,
  recipient: MemberProfile | undefined,
): ContentEvidence[] {
  const draft = { subject: readable(subject), text: readable(text) }
  return evidenceIn(draft, wordsIn(draft.text), profileWordsOf(recipient), index)
}

function indexOf({ terms, excuses = [] }: TermLists): TermIndex<ListedTerm> {
  for (const [at, term] of terms.entries()) {
    // Lists may come from JavaScript, or from a file.
    const { category, weight }: { readonly category: string; readonly weight: string } = term
    const isWeight = weight === 'strong' || weight === 'weak' || weight === 'hint'
    assert(isWeight, `terms[${at}].weight`, 'strong, weak or hint')
    const isCategory = category === 'multi-level-marketing' || category === 'spam'
    assert(isCategory, `terms[${at}].category`, 'multi-level-marketing or spam')
  }
  const excusing = excuses.map((term) => ({ term, weight: 'excuse' as const }))
  return new TermIndex<ListedTerm>([...terms, ...excusing])
}

function evidenceIn(
  draft: Draft,
  words: readonly Word[],
  { entries }: ProfileWords,
  index: TermIndex<ListedTerm>,
): ContentEvidence[] {
  const hits = hitsIn(draft, words, index)
  const own = new Set(
    hits.length === 0
      ? []
      : entries.flatMap((entry) => index.findIn(entry.words)).map(({ term }) => term),
  )
  const counted = hits.filter(({ term }) => term.weight === 'excuse' || !own.has(term))
  const weight = counted.reduce((sum, { term }) => sum + WEIGHTS[term.weight], 0)
  const isFinding = weight >= FINDING && counted.some(({ term }) => !('find' in term))
  return isFinding ? counted.flatMap(evidenceOf) : []
}

/** Each term where it stands first, in the order of their places. */
function hitsIn(
  { subject = '', text }: Draft,
  words: readonly Word[],
  index: TermIndex<ListedTerm>,
): DraftHit[] {
  const first = new Map<ListedTerm, DraftHit>()
  for (const hit of lookThrough(subject, wordsIn(subject), index)) {
    if (!first.has(hit.term)) first.set(hit.term, { ...hit, field: 'subject' })
  }
  for (const hit of lookThrough(text, words, index)) {
    if (!first.has(hit.term)) first.set(hit.term, hit)
  }
  return [...first.values()]
}

function lookThrough(
  text: string,
  words: readonly Word[],
  index: TermIndex<ListedTerm>,
): DraftHit[] {
  const looks = LOOKS.flatMap((term) => {
    const place = term.find(text, words)
    return place === undefined ? [] : [{ term, ...place }]
  })
  return [...index.findIn(words), ...looks]
    .sort((one, other) => one.index - other.index)
    .map((hit) => ({ ...hit, written: text.slice(hit.index, hit.end) }))
}

function evidenceOf({ term, written, index, field }: DraftHit): ContentEvidence[] {
  if (term.weight === 'excuse') return []
  return [{ category: term.category, term: written, index, ...(field && { field }) }]
}
