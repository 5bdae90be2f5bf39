import type { UnsafeCharacter } from '../rules/characters-are-safe.js'
import type { ProhibitedContent } from '../rules/content-is-permitted.js'
import type { LinkInText } from '../rules/draft-has-no-link.js'
import type { InviterNotInGroup } from '../rules/inviter-is-in-group.js'
import type { MassMessage } from '../rules/message-is-individual.js'
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
 * Every reason that the rulebook has against an invitation; told apart by `type`.
 *
 * @since 0.1.0
 */
export type InvitationDenial = CandidateDenial | FormDenial | ContentFinding

/**
 * A reason that lies with the people and the group, and is known before a word is written.
 *
 * @since 0.1.0
 */
export type CandidateDenial =
  | SelfInvitation
  | InviterNotInGroup
  | NotADirectContact
  | RateLimited6Months
  | RecipientNotFound
  | RecipientOptedOut
  | AlreadyMember
  | MembershipPending
  | RecipientBanned

/**
 * A reason that lies with the form of what is written.
 *
 * @since 0.1.0
 */
export type FormDenial = SubjectTooLong | TextEmpty | TextTooLong | UnsafeCharacter

/**
 * What a content rule finds in what is written: a denial, or a remark beside a verdict.
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
