import type { UnsafeCharacter } from '../rules/characters-are-safe.js'
import type { ProhibitedContent } from '../rules/content-is-permitted.js'
import type { LinkInText } from '../rules/draft-has-no-link.js'
import type { GroupNotFound } from '../rules/group-exists.js'
import type { InviterNotFound } from '../rules/inviter-exists.js'
import type { InviterNotInGroup } from '../rules/inviter-is-in-group.js'
import type { MassMessage } from '../rules/message-is-individual.js'
import type { TooManyInvitations } from '../rules/pace-is-kept.js'
import type { RateLimited6Months } from '../rules/pair-is-free.js'
import type { UnfilledPlaceholder } from '../rules/placeholders-are-filled.js'
import type { ProfileReferenceMissing } from '../rules/profile-is-mentioned.js'
import type { RecipientOptedOut } from '../rules/recipient-accepts-invitations.js'
import type { RecipientNotFound } from '../rules/recipient-exists.js'
import type { NotADirectContact } from '../rules/recipient-is-direct-contact.js'
import type { RecipientBanned } from '../rules/recipient-is-not-banned.js'
import type { SelfInvitation } from '../rules/recipient-is-not-inviter.js'
import type { AlreadyMember } from '../rules/recipient-is-not-member.js'
import type { MembershipPending } from '../rules/recipient-is-not-pending.js'
import type { SalutationMissing } from '../rules/salutation-is-personal.js'
import type { SubjectTooLong } from '../rules/subject-fits.js'
import type { TextTooLong } from '../rules/text-fits.js'
import type { TextEmpty } from '../rules/text-is-present.js'
import type { WantsAndHavesNotAddressed } from '../rules/wants-and-haves-are-addressed.js'

/**
 * Every denial of the rulebook, told apart by `type`.
 *
 * @since 0.1.0
 */
export type InvitationDenial = CandidateDenial | FormDenial | ContentFinding

/**
 * A denial about the people and the group, which is known before anything is written.
 *
 * @since 0.1.0
 */
export type CandidateDenial = StandingDenial | TooManyInvitations | RateLimited6Months

/**
 * A denial about the people and the group that may also speak against an invitation which was sent: every
 * `CandidateDenial` except the cooldown and the pace, which are that invitation's own.
 *
 * @since 0.1.0
 */
export type StandingDenial =
  | SelfInvitation
  | InviterNotFound
  | GroupNotFound
  | InviterNotInGroup
  | NotADirectContact
  | RecipientNotFound
  | RecipientOptedOut
  | AlreadyMember
  | MembershipPending
  | RecipientBanned

/**
 * A denial about the form of the draft.
 *
 * @since 0.1.0
 */
export type FormDenial = SubjectTooLong | TextEmpty | TextTooLong | UnsafeCharacter

/**
 * What a content rule finds in the draft: a denial or an advisory, as `enforcement` says.
 *
 * @since 0.1.0
 */
export type ContentFinding =
  | UnfilledPlaceholder
  | SalutationMissing
  | ProfileReferenceMissing
  | WantsAndHavesNotAddressed
  | LinkInText
  | MassMessage
  | ProhibitedContent

/**
 * The types of all denials of the rulebook, in its order.
 *
 * @since 0.1.0
 */
export const DENIAL_TYPES = /* @__PURE__ */ Object.freeze([
  'SelfInvitation',
  'InviterNotFound',
  'GroupNotFound',
  'InviterNotInGroup',
  'NotADirectContact',
  'TooManyInvitations',
  'SubjectTooLong',
  'TextEmpty',
  'TextTooLong',
  'UnsafeCharacter',
  'RateLimited6Months',
  'RecipientNotFound',
  'RecipientOptedOut',
  'AlreadyMember',
  'MembershipPending',
  'RecipientBanned',
  'UnfilledPlaceholder',
  'SalutationMissing',
  'ProfileReferenceMissing',
  'WantsAndHavesNotAddressed',
  'LinkInText',
  'MassMessage',
  'ProhibitedContent',
] as const satisfies readonly InvitationDenial['type'][])
