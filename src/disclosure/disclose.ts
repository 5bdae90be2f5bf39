import type { InvitationDenial } from '../decision/denials.js'
import type { Denial } from '../rules/rule.js'
import { fieldOf } from '../validation/assert.js'

/** To whom a denial is disclosed. */
type Disclosure =
  /** To every inviter: it is the inviter's own doing or standing. */
  | 'inviter'
  /** To an inviter who is in the group: it is the group's. */
  | 'group'
  /** To an inviter who is in the group and sees there that the recipient is too, or asks to be. */
  | 'standing'
  /** To an inviter who is in the group, if nothing else is said of the recipient. */
  | 'revealed'
  /** The same: it may say something of the recipient's profile. */
  | 'content'
  /** To nobody, unless the service reveals it. */
  | 'private'

const disclosures: { readonly [Type in InvitationDenial['type']]: Disclosure } = {
  SelfInvitation: 'inviter',
  InviterNotFound: 'inviter',
  GroupNotFound: 'group',
  InviterNotInGroup: 'inviter',
  NotADirectContact: 'inviter',
  TooManyInvitations: 'inviter',
  SubjectTooLong: 'inviter',
  TextEmpty: 'inviter',
  TextTooLong: 'inviter',
  UnsafeCharacter: 'inviter',
  RateLimited6Months: 'inviter',
  RecipientNotFound: 'private',
  RecipientOptedOut: 'private',
  AlreadyMember: 'standing',
  MembershipPending: 'private',
  RecipientBanned: 'private',
  // Stryker disable StringLiteral: it is all that no other kind is
  UnfilledPlaceholder: 'content',
  SalutationMissing: 'content',
  ProfileReferenceMissing: 'content',
  WantsAndHavesNotAddressed: 'content',
  LinkInText: 'content',
  MassMessage: 'content',
  ProhibitedContent: 'content',
  // Stryker restore StringLiteral
}

/** The types that the service reveals. */
type Revealed = readonly string[] | undefined

/** What the inviter may know. */
export interface Disclosing {
  readonly denials: readonly Denial[]
  /** Whether advisories are disclosed, which may say something of the recipient's profile. */
  readonly hasAdvice: boolean
  /** Whether a contact's profile is disclosed. */
  readonly hasProfile: boolean
  /** Whether anything of the group is disclosed. */
  readonly hasGroup: boolean
}

/** Leaves out of all denials what is private, except the types that the service reveals. */
export function disclose(denials: readonly Denial[], reveal: Revealed): Disclosing {
  const of = (...kinds: readonly Disclosure[]) =>
    denials.filter((denial) => kinds.includes(disclosureOf(denial, reveal)))
  const has = (type: InvitationDenial['type']) => denials.some((denial) => denial.type === type)

  if (has('InviterNotInGroup')) {
    return { denials: of('inviter'), hasAdvice: false, hasProfile: false, hasGroup: false }
  }
  // While the cooldown runs, the inviter learns nothing new of the recipient.
  const isCooldown = has('RateLimited6Months')
  if (isCooldown || of('standing').length > 0) {
    const known = of('inviter', 'group', 'standing')
    return { denials: known, hasAdvice: false, hasProfile: isCooldown, hasGroup: true }
  }
  if (of('private').length > 0) {
    // Before what is revealed, whatever the cause: its place must not tell them apart.
    const unavailable = { type: 'RecipientUnavailable' }
    const known = [...of('inviter', 'group'), unavailable, ...of('revealed')]
    return { denials: known, hasAdvice: false, hasProfile: false, hasGroup: true }
  }
  return { denials, hasAdvice: true, hasProfile: true, hasGroup: true }
}

function disclosureOf(denial: Denial, reveal: Revealed): Disclosure {
  const { type } = denial
  if (type === 'MembershipPending' && fieldOf(denial, 'inviterMayAdmit') === true) return 'standing'
  const disclosure = isOfRulebook(type) ? disclosures[type] : 'private'
  return disclosure === 'private' && reveal?.includes(type) ? 'revealed' : disclosure
}

function isOfRulebook(type: string): type is InvitationDenial['type'] {
  return Object.hasOwn(disclosures, type)
}
