/** Cases to try, by name. */
export const CASE_NAMES = [
  'approved',
  'massMail',
  'noSalutation',
  'optedOut',
  'cooldown',
  'alreadyMember',
  'arabic',
  'link',
  'placeholder',
  'suspected',
] as const
export type CaseName = (typeof CASE_NAMES)[number]
