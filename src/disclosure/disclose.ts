import type { InvitationDenial } from '../decision/denials.js'
import type { Denial } from '../rules/rule.js'

/** To whom a denial is disclosed. */
type Disclosure =
  /** To every inviter: it is the inviter's own doing or standing. */
  | 'inviter'
  /** To an inviter who is in the group. */
  | 'group'
  /** To an inviter who is in the group, unless something is private: it says something of the recipient's profile. */
  | 'content'
  /** To nobody, unless the service reveals it. */
  | 'private'

const disclosures: { readonly [Type in InvitationDenial['type']]: Disclosure } = {
  SelfInvitation: 'inviter',
  InviterNotInGroup: 'inviter',
  NotADirectContact: 'inviter',
  SubjectTooLong: 'inviter',
  TextEmpty: 'inviter',
  TextTooLong: 'inviter',
  UnsafeCharacter: 'inviter',
  RateLimited6Months: 'inviter',
  RecipientNotFound: 'private',
  RecipientOptedOut: 'private',
  AlreadyMember: 'group',
  MembershipPending: 'private',
  RecipientBanned: 'private',
  UnfilledPlaceholder: 'content',
  SalutationMissing: 'content',
  ProfileReferenceMissing: 'content',
  WantsAndHavesNotAddressed: 'content',
  LinkInText: 'content',
  MassMessage: 'content',
  ProhibitedContent: 'content',
}

/** The denials that the inviter may know, and whether nothing of the recipient is left out. */
export interface Disclosing {
  readonly denials: readonly Denial[]
  readonly isWhole: boolean
}

/** Leaves out of all denials what is private, except the types that the service reveals. */
export function disclose(denials: readonly Denial[], reveal: readonly string[]): Disclosing {
  const of = (...kinds: readonly Disclosure[]) =>
    denials.filter((denial) => kinds.includes(disclosureOf(denial, reveal)))
  const has = (type: InvitationDenial['type']) => denials.some((denial) => denial.type === type)

  if (has('InviterNotInGroup')) return { denials: of('inviter'), isWhole: false }
  if (has('AlreadyMember') || of('private').length === 0) {
    return { denials: of('inviter', 'group', 'content'), isWhole: true }
  }
  // Before what is revealed, whatever the cause: its place must not tell them apart.
  const unavailable = { type: 'RecipientUnavailable' }
  return { denials: [...of('inviter'), unavailable, ...of('group')], isWhole: false }
}

function disclosureOf({ type }: Denial, reveal: readonly string[]): Disclosure {
  const disclosure = isOfRulebook(type) ? disclosures[type] : 'private'
  return disclosure === 'private' && reveal.includes(type) ? 'group' : disclosure
}

function isOfRulebook(type: string): type is InvitationDenial['type'] {
  return Object.hasOwn(disclosures, type)
}
