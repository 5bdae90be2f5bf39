import type { InvitationDenial } from '../decision/denials.js'
import type { Revealed } from '../policy/custom-rule.js'
import type { Denial } from '../rules/rule.js'

/** To whom a denial is told, and when. */
export type Disclosure =
  /** Always: the inviter's own doing or standing. */
  | 'always'
  /** To who is in the group. */
  | 'inside'
  /** To who is in the group, unless something is withheld: it would tell of the recipient's profile. */
  | 'content'
  /** Never, unless the service reveals it. */
  | 'withheld'

const disclosures: { readonly [Type in InvitationDenial['type']]: Disclosure } = {
  SelfInvitation: 'always',
  InviterNotInGroup: 'always',
  NotADirectContact: 'always',
  SubjectTooLong: 'always',
  TextEmpty: 'always',
  TextTooLong: 'always',
  UnsafeCharacter: 'always',
  RateLimited6Months: 'always',
  RecipientNotFound: 'withheld',
  RecipientOptedOut: 'withheld',
  AlreadyMember: 'inside',
  MembershipPending: 'withheld',
  RecipientBanned: 'withheld',
  UnfilledPlaceholder: 'content',
  SalutationMissing: 'content',
  ProfileReferenceMissing: 'content',
  WantsAndHavesNotAddressed: 'content',
  LinkInText: 'content',
  MassMessage: 'content',
  ProhibitedContent: 'content',
}

/** To whom a denial is told, where the service reveals these types besides. */
export function disclosureOf(denial: Denial, revealed: readonly string[]): Disclosure {
  const isRevealed = revealed.includes(denial.type)
  if (!isOfRulebook(denial.type)) return isRevealed || isMarked(denial) ? 'inside' : 'withheld'
  const disclosure = disclosures[denial.type]
  return disclosure === 'withheld' && isRevealed ? 'inside' : disclosure
}

function isOfRulebook(type: string): type is InvitationDenial['type'] {
  return Object.hasOwn(disclosures, type)
}

/** Whether its own rule has marked a denial as revealed. */
export function isMarked(denial: Denial): denial is Denial & Revealed {
  return 'reveal' in denial && denial.reveal === true
}
