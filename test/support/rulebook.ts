import { contentIsPermitted } from '../../src/rules/content-is-permitted.js'
import { charactersAreSafe } from '../../src/rules/characters-are-safe.js'
import { draftHasNoLink } from '../../src/rules/draft-has-no-link.js'
import { groupExists } from '../../src/rules/group-exists.js'
import { inviterExists } from '../../src/rules/inviter-exists.js'
import { inviterIsInGroup } from '../../src/rules/inviter-is-in-group.js'
import { messageIsIndividual } from '../../src/rules/message-is-individual.js'
import { paceIsKept } from '../../src/rules/pace-is-kept.js'
import { pairIsFree } from '../../src/rules/pair-is-free.js'
import { placeholdersAreFilled } from '../../src/rules/placeholders-are-filled.js'
import { profileIsMentioned } from '../../src/rules/profile-is-mentioned.js'
import { recipientAcceptsInvitations } from '../../src/rules/recipient-accepts-invitations.js'
import { recipientExists } from '../../src/rules/recipient-exists.js'
import { recipientIsDirectContact } from '../../src/rules/recipient-is-direct-contact.js'
import { recipientIsNotBanned } from '../../src/rules/recipient-is-not-banned.js'
import { recipientIsNotInviter } from '../../src/rules/recipient-is-not-inviter.js'
import { recipientIsNotMember } from '../../src/rules/recipient-is-not-member.js'
import { recipientIsNotPending } from '../../src/rules/recipient-is-not-pending.js'
import { salutationIsPersonal } from '../../src/rules/salutation-is-personal.js'
import { subjectFits } from '../../src/rules/subject-fits.js'
import { textFits } from '../../src/rules/text-fits.js'
import { textIsPresent } from '../../src/rules/text-is-present.js'
import { wantsAndHavesAreAddressed } from '../../src/rules/wants-and-haves-are-addressed.js'

/** For each denial the rule that raises it, in the order of the design. */
export const rulebook = {
  SelfInvitation: recipientIsNotInviter,
  InviterNotFound: inviterExists,
  GroupNotFound: groupExists,
  InviterNotInGroup: inviterIsInGroup,
  NotADirectContact: recipientIsDirectContact,
  TooManyInvitations: paceIsKept,
  SubjectTooLong: subjectFits,
  TextEmpty: textIsPresent,
  TextTooLong: textFits,
  UnsafeCharacter: charactersAreSafe,
  RateLimited6Months: pairIsFree,
  RecipientNotFound: recipientExists,
  RecipientOptedOut: recipientAcceptsInvitations,
  AlreadyMember: recipientIsNotMember,
  MembershipPending: recipientIsNotPending,
  RecipientBanned: recipientIsNotBanned,
  UnfilledPlaceholder: placeholdersAreFilled,
  SalutationMissing: salutationIsPersonal,
  ProfileReferenceMissing: profileIsMentioned,
  WantsAndHavesNotAddressed: wantsAndHavesAreAddressed,
  LinkInText: draftHasNoLink,
  MassMessage: messageIsIndividual,
  ProhibitedContent: contentIsPermitted,
}
