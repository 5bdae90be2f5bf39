import type { Draft } from '../model/invitation.js'
import { type PlainWords, plainWords } from '../text/disguise.js'
import { isDistinctive } from '../text/stop-words.js'
import { type Word, wordsIn } from '../text/words.js'
import type { Certainty } from './certainty.js'
import { builtInTable, type Table, weigh } from './classifier.js'
import type { ContentEvidence, ProhibitedCategory } from './content-evidence.js'
import type { ProhibitedTerm } from './prohibited-terms.js'
import type { TermIndex } from './term-index.js'
import { isOfTopic, type Topic } from './topic.js'

/** The classifier suspects a text with a higher score. */
export const SUSPECTED_SCORE = 0.25

/** The same for a witness beside a word in disguise. */
export const DISGUISED_SCORE = 0

/** With a higher score it is a witness beside one listed term. */
export const SURE_SCORE = 1.6

/** Each further term makes up for so much of the score. */
export const SCORE_OF_TERM = 0.5

/** So many words show why the classifier suspects a text. */
const MOST_WORDS = 3

/** The subject or the text of a draft. */
interface Field extends PlainWords {
  readonly name: 'subject' | undefined
  readonly value: string
}

/** Something that speaks for prohibited content. */
interface Sign {
  readonly field: 'subject' | undefined
  readonly index: number
  readonly category: ProhibitedCategory
  readonly term: string
  /** Whether it needs no second witness: a term of which the service is sure. */
  readonly isEnough: boolean
}

/** A listed term, and the words in its place. */
interface Hit extends Sign {
  readonly words: readonly Word[]
}

/**
 * Looks for prohibited content in a draft of which the words of the text are at hand.
 *
 * There are three witnesses: the classifier, the list of terms, and disguise. The classifier is sure if one of the others
 * agrees. The classifier or a disguise alone suspects, and listed terms alone say nothing.
 */
export function screenWords(
  { subject = '', text }: Draft,
  words: readonly Word[],
  topic: Topic,
  terms: TermIndex<ProhibitedTerm>,
  table: Table = builtInTable(),
): ContentEvidence[] {
  const fields: readonly Field[] = [
    { name: 'subject', value: subject, ...plainWords(subject, wordsIn(subject)) },
    { name: undefined, value: text, ...plainWords(text, words) },
  ]
  const { hits, excused } = hitsIn(fields, terms, topic)
  const isCounted = (word: Word) => !isOfTopic(word, topic) && !excused.has(word)
  const counted = fields.flatMap((field) => field.words.filter(isCounted))
  const folded = counted.map((word) => word.folded)
  const { score, category, weights } = weigh(folded, table)
  const inSubject = new Set(fields[0]?.words)
  const toSign = (word: Word) => signOf(word, inSubject.has(word) ? 'subject' : undefined, category)
  const disguises = disguisesIn(fields, counted, hits, table).map(toSign)
  const isDisguised = disguises.length > 0
  const isSuspected = score > SUSPECTED_SCORE || isDisguised
  // Stryker disable next-line StringLiteral: each of them is sure by itself
  if (!isSuspected) return evidenceOf(hits.filter(isEnough), 'sure')
  const isSure = isDisguised
    ? score > DISGUISED_SCORE
    : score + (hits.length - 1) * SCORE_OF_TERM > SURE_SCORE
  const signs = [...hits, ...disguises]
  if (signs.length > 0) return evidenceOf(signs, isSure ? 'sure' : 'suspected')
  return evidenceOf(heaviestOf(counted, weights).map(toSign), 'suspected')
}

/** "V1agra" hides what speaks for prohibited content, and "Neo4j" does not. */
function disguisesIn(
  fields: readonly Field[],
  counted: readonly Word[],
  hits: readonly Hit[],
  table: Table,
): readonly Word[] {
  const disguised = new Set(fields.flatMap((field) => [...field.disguised]))
  // Stryker disable next-line ConditionalExpression: only saves collecting
  if (disguised.size === 0) return []
  const listed = new Set(hits.flatMap(({ words }) => words))
  const speaks = ({ folded }: Word) => Number(weigh([folded], table).weights[0]) > 0
  return counted.filter((word) => disguised.has(word) && (listed.has(word) || speaks(word)))
}

/** Words that say something, if there are any: the reader is to see why. */
function heaviestOf(words: readonly Word[], weights: readonly number[]): readonly Word[] {
  const speaking = words
    .map((word, at) => ({ word, weight: Number(weights[at]) }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ word }) => word)
  const distinctive = speaking.filter(isDistinctive)
  return (distinctive.length > 0 ? distinctive : speaking).slice(0, MOST_WORDS)
}

function isEnough(sign: Sign): boolean {
  return sign.isEnough
}

function signOf(
  { written, index }: Word,
  field: Field['name'],
  category: ProhibitedCategory,
): Sign {
  return { category, term: written, index, field, isEnough: false }
}

interface Hits {
  readonly hits: readonly Hit[]
  /** The words of terms that do not count. */
  readonly excused: ReadonlySet<Word>
}

/**
 * Each term in its first place. A term of the recipient's profile or of the group's name does not count. If the profile
 * has a term of multi-level marketing, no other suspected term counts either; if it has one of spam, no other of spam.
 */
function hitsIn(fields: readonly Field[], terms: TermIndex<ProhibitedTerm>, topic: Topic): Hits {
  const isName = ({ folded }: Word) => topic.foldedNames.has(folded)
  const found = fields.flatMap((field) =>
    terms.findIn(field.words.filter((word) => !isName(word))).map((hit) => ({ field, hit })),
  )
  const hits: Hit[] = []
  const excused = new Set<Word>()
  // Stryker disable next-line ConditionalExpression: only saves looking through the profile
  if (found.length === 0) return { hits, excused }
  const isExcused = excuserOf(topic, terms)
  const seen = new Set<ProhibitedTerm>()
  for (const { field, hit } of found) {
    const { term, index, end, words } = hit
    if (isExcused(term)) for (const word of words) excused.add(word)
    else if (!seen.has(term)) {
      seen.add(term)
      const { category, certainty } = term
      const written = field.value.slice(index, end)
      const isEnough = certainty !== 'suspected'
      hits.push({ category, term: written, index, field: field.name, words, isEnough })
    }
  }
  return { hits, excused }
}

/** Which terms do not count, by what the profile and the group's name have. */
function excuserOf(
  { profile, group }: Topic,
  terms: TermIndex<ProhibitedTerm>,
): (term: ProhibitedTerm) => boolean {
  const termsIn = (words: readonly Word[]) => terms.findIn(words).map(({ term }) => term)
  const ofProfile = profile.flatMap(termsIn)
  const ofTopic = new Set([...ofProfile, ...termsIn(group)])
  const categories = new Set(ofProfile.map(({ category }) => category))
  return (term) =>
    ofTopic.has(term) ||
    (term.certainty === 'suspected' &&
      (categories.has('multi-level-marketing') || categories.has(term.category)))
}

/** In the order of the places, and none within another. A sign that is enough is sure, and so is one that has it within. */
function evidenceOf(signs: readonly Sign[], certainty: Certainty): ContentEvidence[] {
  const sorted = [...signs].sort((one, other) =>
    one.field === other.field ? one.index - other.index : one.field === undefined ? 1 : -1,
  )
  const outer: Sign[] = []
  for (const sign of sorted) {
    const before = outer.at(-1)
    const isWithin =
      before !== undefined &&
      before.field === sign.field &&
      sign.index < before.index + before.term.length
    if (!isWithin) outer.push(sign)
    else if (sign.isEnough) outer.splice(-1, 1, { ...before, isEnough: true })
  }
  return outer.map(({ category, term, index, field, isEnough: isSure }) => ({
    category,
    term,
    index,
    ...(field && { field }),
    certainty: isSure ? 'sure' : certainty,
  }))
}
