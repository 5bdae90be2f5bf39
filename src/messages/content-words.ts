import {
  AN_EVIDENCE_CATEGORY,
  certaintyOf,
  type ContentEvidence,
  isEvidenceCategory,
  isProhibitedCategory,
} from '../content/content-evidence.js'
import type { ProhibitedContent } from '../rules/content-is-permitted.js'
import { assert, isRecord } from '../validation/assert.js'
import type { ContentWords, Language } from './language.js'

/** The words of a service's own, by category. A map, since a category may be called like what every object has. */
export type CategoryWords = ReadonlyMap<string, ContentWords>

/** The key of a part whose category matters to no reader: it is no category. */
const REST = ''

/** The words on a finding of any categories, for the inviter and for the staff. */
export function contentWordsOf(
  { toStaff, otherCategories }: Language,
  ofNetwork: ContentWords,
  categories: CategoryWords,
): { readonly [Reader in 'toInviter' | 'toStaff']: ContentWords } {
  const withWords = (category: string) => (categories.has(category) ? category : REST)
  const withName = (category: string) => (isProhibitedCategory(category) ? REST : category)
  return {
    toInviter: (finding, formats) =>
      inParts(finding, withWords, (part, category) => {
        const rest = isOfNetwork(part) ? ofNetwork : otherCategories.toInviter
        return (categories.get(category) ?? rest)(part, formats)
      }),
    toStaff: (finding, formats) =>
      inParts(finding, withName, (part, category) => {
        const words = category === REST ? toStaff.ProhibitedContent : otherCategories.toStaff
        return words(part, formats)
      }),
  }
}

function isOfNetwork({ evidence }: ProhibitedContent): boolean {
  return evidence.every(({ category }) => isProhibitedCategory(category))
}

/**
 * The sentences on the parts of a finding, in the order of the evidence. Evidence with the same key is one part. A part
 * that is alone is the finding itself.
 */
function inParts(
  finding: ProhibitedContent,
  keyOf: (category: string) => string,
  say: (part: ProhibitedContent, key: string) => string,
): string {
  const parts = new Map<string, [ContentEvidence, ...ContentEvidence[]]>()
  for (const item of finding.evidence) {
    const key = keyOf(item.category)
    const part = parts.get(key)
    if (part) part.push(item)
    else parts.set(key, [item])
  }
  if (parts.size < 2) return say(finding, [...parts.keys()].join(''))
  return Array.from(parts, ([key, evidence]) =>
    say({ ...finding, certainty: certaintyOf(evidence), evidence }, key),
  ).join(' ')
}

/** A copy of the words. Throws a `TypeError` that names a key that can be no category, or whose value is no function. */
export function categoriesIn(categories: unknown): CategoryWords {
  assert(isRecord(categories), 'categories', 'an object')
  const entries = Object.entries(categories)
  for (const [category, words] of entries) {
    const key = `the key ${JSON.stringify(category)} of categories`
    assert(isEvidenceCategory(category), key, AN_EVIDENCE_CATEGORY)
    assert(typeof words === 'function', `categories.${category}`, 'a function')
  }
  // Each of them was checked.
  return new Map(entries as readonly (readonly [string, ContentWords])[])
}
