import type { Disclosed, DisclosedDenial, PrivateDenial } from '../disclosure/disclosed.js'
import type { DisclosedToRecipient } from '../disclosure/disclosed-to-recipient.js'

export interface Kind {
  readonly status: 400 | 403 | 409 | 410 | 422 | 429 | 503
  readonly title: string
  /** The field of the request to mend. The `field` of a denial goes before it. */
  readonly pointer?: string
}

/** The types of custom rules are unknown. */
type KnownType =
  | DisclosedDenial['type']
  | PrivateDenial['type']
  | Exclude<Disclosed['type'], 'InvitationDenied'>
  | DisclosedToRecipient['type']

const recipientId = '#/recipientId'
const subject = '#/subject'
const text = '#/text'

/**
 * 403: the member may not. 409: something elsewhere stands in the way. 410: the group or the invitation is gone. 422: the
 * request can be corrected. 429: the request may pass later.
 */
export const kinds: { readonly [Type in KnownType]: Kind } = {
  SelfInvitation: { status: 422, title: 'Self-invitation', pointer: recipientId },
  InviterNotFound: { status: 403, title: 'Inviter not found' },
  GroupNotFound: { status: 410, title: 'Group not found', pointer: '#/groupId' },
  InviterNotInGroup: { status: 403, title: 'Inviter not in the group', pointer: '#/groupId' },
  NotADirectContact: { status: 403, title: 'Not a direct contact', pointer: recipientId },
  TooManyInvitations: { status: 429, title: 'Too many invitations' },
  SubjectTooLong: { status: 422, title: 'Subject too long', pointer: subject },
  TextEmpty: { status: 422, title: 'Text empty', pointer: text },
  TextTooLong: { status: 422, title: 'Text too long', pointer: text },
  UnsafeCharacter: { status: 422, title: 'Unsafe character' },
  // Not 429: its Retry-After would be half a year, and timers overflow after 24.8 days.
  RateLimited6Months: {
    status: 409,
    title: 'Rate limited to once in 6 months',
    pointer: recipientId,
  },
  RecipientUnavailable: { status: 409, title: 'Recipient unavailable', pointer: recipientId },
  RecipientNotFound: { status: 409, title: 'Recipient not found', pointer: recipientId },
  RecipientOptedOut: { status: 409, title: 'Recipient opted out', pointer: recipientId },
  AlreadyMember: { status: 409, title: 'Already a member', pointer: recipientId },
  MembershipPending: { status: 409, title: 'Membership pending', pointer: recipientId },
  RecipientBanned: { status: 409, title: 'Recipient banned', pointer: recipientId },
  UnfilledPlaceholder: { status: 422, title: 'Unfilled placeholder', pointer: text },
  SalutationMissing: { status: 422, title: 'Salutation missing', pointer: text },
  ProfileReferenceMissing: { status: 422, title: 'Profile reference missing', pointer: text },
  WantsAndHavesNotAddressed: { status: 422, title: 'Wants and haves not addressed', pointer: text },
  LinkInText: { status: 422, title: 'Link in the text', pointer: text },
  MassMessage: { status: 422, title: 'Mass message', pointer: text },
  ProhibitedContent: { status: 422, title: 'Prohibited content', pointer: text },
  InvalidRequest: { status: 400, title: 'Invalid request' },
  InvitationIdReused: { status: 422, title: 'Invitation id reused' },
  InvitationAccepted: { status: 409, title: 'Invitation accepted' },
  InvitationExpired: { status: 410, title: 'Invitation expired' },
  InvitationGone: { status: 410, title: 'Invitation gone' },
  ServiceUnavailable: { status: 503, title: 'Service unavailable' },
}

export type Audience = (Disclosed | DisclosedToRecipient)['audience']

/** To the recipient it is their own ban, and no field of the request; to the inviter, if at all, somebody else's. */
const bannedRecipient: Kind = { status: 403, title: kinds.RecipientBanned.title }

/** The denial of a custom rule is forbidden. */
export function kindOf(type: string, audience: Audience): Kind {
  if (audience === 'recipient' && type === 'RecipientBanned') return bannedRecipient
  return isKnown(type) ? kinds[type] : { status: 403, title: type }
}

export function isKnown(type: string): type is KnownType {
  return Object.hasOwn(kinds, type)
}
