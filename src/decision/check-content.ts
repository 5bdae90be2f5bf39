import { assert, fieldOf } from '../validation/assert.js'
import {
  A_CATEGORY,
  type ContentEvidence,
  isProhibitedCategory,
} from '../content/content-evidence.js'
import type { RecentFingerprint } from '../content/text-fingerprint.js'
import type { ProfileReference } from '../model/invitation.js'
import { isProfileField } from '../model/profile-field.js'

// As in read-facts.ts: each function checks at run time what the type promises, reads it once, and copies.

/** Reads what a screener has found. */
export function readEvidence(value: unknown, path: string): readonly ContentEvidence[] {
  return readList(value, path, readOneEvidence)
}

/** Reads what a matcher has found. */
export function readMentions(value: unknown, path: string): readonly ProfileReference[] {
  return readList(value, path, readMention)
}

/** Reads the fingerprints of what was sent lately. */
export function readFingerprints(value: unknown, path: string): readonly RecentFingerprint[] {
  return readList(value, path, readFingerprint)
}

/** Where an item of a list is, put together only where it is told. */
interface Place {
  readonly path: string
  readonly index: number
}

function check(
  condition: boolean,
  { path, index }: Place,
  key: string,
  expected: string,
): asserts condition {
  if (!condition) assert(condition, `${path}[${index}]`, expected, key)
}

function readList<Item>(
  value: unknown,
  path: string,
  read: (item: unknown, at: Place) => Item,
): Item[] {
  assert(Array.isArray(value), path, 'a list')
  const items: Item[] = []
  for (const item of value as unknown[]) items.push(read(item, { path, index: items.length }))
  return items
}

function readOneEvidence(value: unknown, at: Place): ContentEvidence {
  const category = fieldOf(value, 'category')
  const term = fieldOf(value, 'term')
  const index = fieldOf(value, 'index')
  const field = fieldOf(value, 'field')
  check(isProhibitedCategory(category), at, 'category', A_CATEGORY)
  check(typeof term === 'string', at, 'term', 'a string')
  const isIndex = typeof index === 'number' && Number.isInteger(index) && index >= 0
  check(isIndex, at, 'index', 'a whole number from 0 on')
  check(field === undefined || field === 'subject', at, 'field', 'subject or undefined')
  return { category, term, index, ...(field && { field }) }
}

function readMention(value: unknown, at: Place): ProfileReference {
  const field = fieldOf(value, 'field')
  const entry = fieldOf(value, 'entry')
  check(isProfileField(field), at, 'field', 'wants, haves or other')
  check(typeof entry === 'string', at, 'entry', 'a string')
  return { field, entry }
}

function readFingerprint(value: unknown, at: Place): RecentFingerprint {
  const recipientId = fieldOf(value, 'recipientId')
  const textFingerprint = fieldOf(value, 'textFingerprint')
  check(typeof recipientId === 'string', at, 'recipientId', 'a string')
  check(typeof textFingerprint === 'string', at, 'textFingerprint', 'a string')
  return { recipientId, textFingerprint }
}
