import { A_CERTAINTY, isCertaintyOrNone } from '../content/certainty.js'
import {
  AN_EVIDENCE_CATEGORY,
  type ContentEvidence,
  isEvidenceCategory,
  type ScreenedEvidence,
} from '../content/content-evidence.js'
import type { RecentFingerprint } from '../content/text-fingerprint.js'
import type { Draft, ProfileReference } from '../model/invitation.js'
import { isProfileField } from '../model/member.js'
import { assert, fieldOf } from '../validation/assert.js'

// As in check-facts.ts: each function checks what the type promises, and returns the value as it is.

/** Returns the fields of each item: the inviter gets to see them, so that nothing else of a service's own may be there. What
 * says nothing of its certainty is sure. */
export function checkEvidence(list: unknown, path: string): readonly ContentEvidence[] {
  checkEach(list, path, (item, check) => {
    const index = fieldOf(item, 'index')
    const field = fieldOf(item, 'field')
    check(isEvidenceCategory(fieldOf(item, 'category')), 'category', AN_EVIDENCE_CATEGORY)
    check(typeof fieldOf(item, 'term') === 'string', 'term', 'a string')
    const isIndex = typeof index === 'number' && Number.isInteger(index) && index >= 0
    check(isIndex, 'index', 'a whole number from 0 on')
    check(field === undefined || field === 'subject', 'field', 'subject or undefined')
    check(isCertaintyOrNone(fieldOf(item, 'certainty')), 'certainty', A_CERTAINTY)
  })
  // Every item was checked.
  return (list as readonly ScreenedEvidence[]).map((item) => ({
    category: item.category,
    term: item.term,
    index: item.index,
    ...(fieldOf(item, 'field') === 'subject' && { field: 'subject' as const }),
    certainty: fieldOf(item, 'certainty') === 'suspected' ? 'suspected' : 'sure',
  }))
}

/** Checks that the evidence has its places in the draft. */
export function checkPlaces(
  evidence: readonly ScreenedEvidence[],
  { subject = '', text }: Draft,
  path: string,
): readonly ScreenedEvidence[] {
  for (const [at, { index, field }] of evidence.entries()) {
    const { length } = field === 'subject' ? subject : text
    assert(index <= length, `${path}[${at}]`, 'within the draft', 'index')
  }
  return evidence
}

export function checkMentions(list: unknown, path: string): readonly ProfileReference[] {
  checkEach(list, path, (item, check) => {
    check(isProfileField(fieldOf(item, 'field')), 'field', 'wants, haves or other')
    check(typeof fieldOf(item, 'entry') === 'string', 'entry', 'a string')
  })
  // Every item was checked.
  return list as readonly ProfileReference[]
}

export function checkFingerprints(list: unknown, path: string): readonly RecentFingerprint[] {
  checkEach(list, path, (item, check) => {
    check(typeof fieldOf(item, 'recipientId') === 'string', 'recipientId', 'a string')
    check(typeof fieldOf(item, 'textFingerprint') === 'string', 'textFingerprint', 'a string')
  })
  // Every item was checked.
  return list as readonly RecentFingerprint[]
}

/** Checks the items of a list, which may have no holes: what is checked of one is named by its place. */
function checkEach(
  list: unknown,
  path: string,
  checkItem: (
    item: unknown,
    check: (condition: boolean, key: string, expected: string) => void,
  ) => void,
): void {
  assert(Array.isArray(list), path, 'a list')
  let at = 0
  const check = (condition: boolean, key: string, expected: string) => {
    // Stryker disable next-line ConditionalExpression: only saves making the path
    if (!condition) assert(condition, `${path}[${at}]`, expected, key)
  }
  for (const item of list as unknown[]) {
    checkItem(item, check)
    at += 1
  }
}
