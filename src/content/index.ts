export type { DraftPlace } from './draft-place.js'
export type { ProfileMatcher } from './profile-matcher.js'
export { findMentions } from './find-mentions.js'
export { parseProfileEntries } from './profile-entries.js'
export type { ContentScreener } from './content-screener.js'
export {
  createTermScreener,
  screenText,
  type TermLists,
  type TermScreener,
} from './term-screener.js'
export { PROHIBITED_TERMS, type ProhibitedTerm } from './prohibited-terms.js'
export { MITIGATING_TERMS } from './mitigating-terms.js'
export {
  fingerprintText,
  RECENT_FINGERPRINT_DAYS,
  RECENT_FINGERPRINT_LIMIT,
  type RecentFingerprint,
  type TextFingerprint,
} from './text-fingerprint.js'
