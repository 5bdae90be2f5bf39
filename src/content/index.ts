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
export { EXCUSES } from './excuses.js'
export {
  RECENT_SIGNATURE_DAYS,
  RECENT_SIGNATURE_LIMIT,
  type RecentSignature,
} from './recent-signature.js'
export { signText, type TextSignature } from './text-signature.js'
