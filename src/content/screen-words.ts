import type { Draft } from '../model/invitation.js'
import { type PlainWords, plainWords } from '../text/disguise.js'
import { type Word, wordsIn } from '../text/words.js'
import type { Certainty } from './certainty.js'
import { builtInTable, type Table, weigh } from './classifier.js'
import type { ContentEvidence, ProhibitedCategory } from './content-evidence.js'
import type { DraftPlace } from './draft-place.js'
import type { ProhibitedTerm } from './prohibited-terms.js'
import type { TermIndex } from './term-index.js'
import { isOfTopic, type Topic } from './topic.js'

/** The classifier suspects a text with a higher score. */
export const SUSPECTED_SCORE = 0.25

/** The same for a text with a word in disguise, which honest people do not write. */
export const DISGUISED_SCORE = -0.3

/** With a higher score it is a witness beside one listed term. */
export const SURE_SCORE = 1.25

/** Each further term makes up for so much of the score. */
export const SCORE_OF_TERM = 0.5

/** So many words show why the classifier suspects a text. */
const MOST_WORDS = 3

/** The subject or the text of a draft. */
interface Field extends PlainWords {
  readonly name?: 'subject'
  readonly value: string
}

/** Something that speaks for prohibited content. */
interface Sign extends DraftPlace {
  readonly category: ProhibitedCategory
  readonly term: string
  readonly words: readonly Word[]
  /** Whether it needs no second witness: a term of which the service is sure. */
  readonly isEnough: boolean
}

/**
 * Looks for prohibited content in a draft of which the words of the text are at hand.
 *
 * There are three witnesses: the classifier, the list of terms, and disguise. Two of them together are sure. The
 * classifier or a disguise alone suspects, and listed terms alone say nothing.
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
    { value: text, ...plainWords(text, words) },
  ]
  const counted = fields.flatMap((field) =>
    field.words.filter((word) => !isOfTopic(word, topic)).map((word) => ({ word, field })),
  )
  const folded = counted.map(({ word }) => word.folded)
  const { score, category, weights } = weigh(folded, table)
  const weighed = counted.map((item, at) => ({ ...item, weight: weights[at] ?? 0 }))
  const hits = hitsIn(fields, terms, topic)
  const listed = new Set(hits.flatMap((hit) => hit.words))
  const disguises = weighed
    .filter(({ word, field }) => field.disguised.has(word))
    // "V1agra" hides what speaks for prohibited content, and "Neo4j" does not.
    .filter(({ word, weight }) => weight > 0 || listed.has(word))
    .map(({ word, field }) => signOf(word, field, category))

  const isListed = hits.length > 0
  const isDisguised = disguises.length > 0
  const isSuspected = score > (isDisguised ? DISGUISED_SCORE : SUSPECTED_SCORE)
  // Stryker disable next-line StringLiteral: each of them is sure by itself
  if (!isSuspected && !isDisguised) return evidenceOf(hits.filter(isEnough), 'sure')
  const isSure = isDisguised
    ? isSuspected || isListed
    : score + (hits.length - 1) * SCORE_OF_TERM > SURE_SCORE
  const signs = [...hits, ...disguises]
  if (signs.length > 0) return evidenceOf(signs, isSure ? 'sure' : 'suspected')
  const heaviest = weighed
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .slice(0, MOST_WORDS)
  const shown = heaviest.map(({ word, field }) => signOf(word, field, category))
  return evidenceOf(shown, 'suspected')
}

function isEnough(sign: Sign): boolean {
  return sign.isEnough
}

function signOf(word: Word, field: Field, category: ProhibitedCategory): Sign {
  const { written, index } = word
  return { category, term: written, index, ...placeIn(field), words: [word], isEnough: false }
}

function placeIn({ name }: Field): Pick<DraftPlace, 'field'> {
  return name === undefined ? {} : { field: name }
}

/** Each term in its first place. If the topic has a term, only those of other categories count, and sure ones. */
function hitsIn(fields: readonly Field[], terms: TermIndex<ProhibitedTerm>, topic: Topic): Sign[] {
  const inTopic = topic.phrases.flatMap((words) => terms.findIn(words))
  const ofTopic = new Set(inTopic.map(({ term }) => term))
  const excused = new Set(Array.from(ofTopic, ({ category }) => category))
  const seen = new Set(ofTopic)
  const isName = ({ folded }: Word) => topic.foldedNames.has(folded)
  return fields.flatMap((field) =>
    terms.findIn(field.words.filter((word) => !isName(word))).flatMap((hit): Sign[] => {
      const { category, certainty } = hit.term
      const isEnough = certainty !== 'suspected'
      if (seen.has(hit.term) || (!isEnough && excused.has(category))) return []
      seen.add(hit.term)
      const { index, end, words } = hit
      const term = field.value.slice(index, end)
      return [{ category, term, index, ...placeIn(field), words, isEnough }]
    }),
  )
}

/** In the order of the places, each place once. A sign that is enough is sure. */
function evidenceOf(signs: readonly Sign[], certainty: Certainty): ContentEvidence[] {
  const sorted = [...signs].sort((one, other) =>
    one.field === other.field ? one.index - other.index : one.field === undefined ? 1 : -1,
  )
  return sorted
    .filter(({ field, index }, at) => {
      const before = sorted[at - 1]
      return before?.index !== index || before.field !== field
    })
    .map(({ isEnough, words: _words, ...sign }) => ({
      ...sign,
      certainty: isEnough ? 'sure' : certainty,
    }))
}
