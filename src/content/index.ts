/** @module group-invitations/content */
export type { DraftContext, FindMentions, Screen } from './draft-context.js'
export { findMentions } from './find-mentions.js'
export { parseProfileEntries } from './profile-entries.js'
export {
  createTermScreener,
  screenText,
  type TermLists,
  type TermScreener,
} from './term-screener.js'
export { PROHIBITED_TERMS, type ProhibitedTerm } from './prohibited-terms.js'
export {
  fingerprintText,
  RECENT_FINGERPRINT_DAYS,
  RECENT_FINGERPRINT_LIMIT,
} from './text-fingerprint.js'
