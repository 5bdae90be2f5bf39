/** @module group-invitations */
export {
  type ChoosingError,
  type EvaluationError,
  InvitationPolicy,
  type InvitationPolicyConstructor,
} from './policy/invitation-policy.js'
export type { LoadFacts, PolicyOptions } from './policy/options.js'
export type { ContactChoice, ContactsRequest, GroupChoice, GroupsRequest } from './policy/choice.js'
export type { Observation, Observe } from './policy/observe.js'
export { type CustomRule, defineRule, type DenialsOf } from './policy/custom-rule.js'
export type { Candidates } from './policy/candidates.js'

export { InvitationService } from './service/invitation-service.js'
export type { SendOptions } from './service/send-options.js'
export type { SendingError } from './service/send-invitation.js'
export type { InvitationIdReused, SentInvitation } from './service/sent-invitation.js'
export type {
  CancellationReason,
  DeliveryCancelled,
  InvitationClosed,
  PreparedDelivery,
} from './service/prepare-delivery.js'
export { invitationOf } from './service/invitation-of.js'
export { isSameInvitation } from './service/is-same-invitation.js'

export {
  type AcceptingError,
  AnswerService,
  type ClosingError,
  type ListingError,
} from './service/answer-service.js'
export type { AnswerRequest, NetworkRequest } from './service/answer-request.js'
export type { AnsweredInvitation } from './service/answer-invitation.js'
export type { InvitationPage, PageOptions } from './service/invitation-page.js'
export type { ReceivedItem, SentItem, SentStatus } from './service/list-invitations.js'
export { decideAnswer } from './decision/decide-answer.js'
export type {
  AnswerAction,
  AnswerDecision,
  AnswerDenial,
  AnswerFacts,
  InvitationAccepted,
  InvitationExpired,
  InvitationNotFound,
  InvitationWithdrawn,
  NewAnswer,
  ReplayedAnswer,
} from './decision/answer.js'

export { decide, type DecisionOptions } from './decision/decide.js'
export { parseFacts, type SerializedFacts, serializeFacts } from './decision/serialize-facts.js'
export type { PaceOptions } from './decision/pace-options.js'
export type { CandidateFacts, InvitationFacts } from './rules/facts.js'
export type { InvitationApproval, InvitationDenied } from './decision/verdict.js'
export type { DependencyFailed, InvalidRequest, RequestIssue } from './model/errors.js'

export {
  type CandidateDenial,
  type ContentFinding,
  DENIAL_TYPES,
  type FormDenial,
  type InvitationDenial,
  type StandingDenial,
} from './decision/denials.js'
export type { Denial } from './rules/rule.js'
export type { SelfInvitation } from './rules/recipient-is-not-inviter.js'
export type { InviterNotFound } from './rules/inviter-exists.js'
export type { GroupNotFound } from './rules/group-exists.js'
export type { InviterNotInGroup } from './rules/inviter-is-in-group.js'
export type { NotADirectContact } from './rules/recipient-is-direct-contact.js'
export type { SubjectTooLong } from './rules/subject-fits.js'
export type { TextEmpty } from './rules/text-is-present.js'
export type { TextTooLong } from './rules/text-fits.js'
export type { UnsafeCharacter } from './rules/characters-are-safe.js'
export type { TooManyInvitations } from './rules/pace-is-kept.js'
export type { RateLimited6Months } from './rules/pair-is-free.js'
export type { RecipientNotFound } from './rules/recipient-exists.js'
export type { RecipientOptedOut } from './rules/recipient-accepts-invitations.js'
export type { AlreadyMember } from './rules/recipient-is-not-member.js'
export type { MembershipPending } from './rules/recipient-is-not-pending.js'
export type { RecipientBanned } from './rules/recipient-is-not-banned.js'
export type { UnfilledPlaceholder } from './rules/placeholders-are-filled.js'
export type { SalutationMissing } from './rules/salutation-is-personal.js'
export type { ProfileReferenceMissing } from './rules/profile-is-mentioned.js'
export type { WantsAndHavesNotAddressed } from './rules/wants-and-haves-are-addressed.js'
export type { LinkInText } from './rules/draft-has-no-link.js'
export type { MassMessage } from './rules/message-is-individual.js'
export type { ProhibitedContent } from './rules/content-is-permitted.js'
export type { DraftPlace } from './content/draft-place.js'
export type { Certainty } from './content/certainty.js'
export type {
  ContentEvidence,
  EvidenceCategory,
  ProhibitedCategory,
  ScreenedEvidence,
} from './content/content-evidence.js'
export {
  type ContentEnforcement,
  type Enforcement,
  type EnforcementOptions,
  isContentFinding,
} from './decision/enforcement.js'
export { type Sanction, sanctionFor } from './decision/sanction.js'

export { adviceForInviter, forInviter } from './disclosure/for-inviter.js'
export { forRecipient } from './disclosure/for-recipient.js'
export { choiceForInviter } from './disclosure/choice-for-inviter.js'
export { toLogRecord } from './disclosure/to-log-record.js'
export type {
  LoggedCause,
  LoggedEvidence,
  LoggedReason,
  LogRecord,
} from './disclosure/log-record.js'
export type { DisclosureOptions } from './disclosure/disclosure-options.js'
export type {
  Disclosed,
  DisclosedAdvice,
  DisclosedCandidateDenial,
  DisclosedChoice,
  DisclosedContactChoice,
  DisclosedDenial,
  DisclosedDenied,
  DisclosedGroupChoice,
  ForInviter,
  PrivateDenial,
  RecipientUnavailable,
  RevealedDenial,
  Serialized,
} from './disclosure/disclosed.js'
export type {
  DisclosedToRecipient,
  ForRecipient,
  InvitationGone,
  ServiceUnavailable,
} from './disclosure/disclosed-to-recipient.js'

export type {
  Draft,
  Invitation,
  InvitationCandidate,
  InvitationClaim,
  InvitationDraft,
  InvitationId,
  InvitationRequest,
  ProfileReference,
  Route,
} from './model/invitation.js'
export type {
  NewStanding,
  InvitationActor,
  InvitationChange,
  InvitationStatus,
  StatusOrOpen,
} from './model/invitation-change.js'
export type { OptOut } from './model/opt-out.js'
export type {
  Admission,
  Group,
  GroupId,
  MemberId,
  MemberProfile,
  ProfileField,
  Standing,
} from './model/member.js'
export { deliveriesOf, type Delivery, type DeliveryChannel } from './model/delivery.js'
export type { Pace } from './model/pace.js'
export { COOLDOWN_MONTHS, repeatableAt } from './model/cooldown.js'

export type {
  AnswerRepository,
  Changed,
  ChangeOutcome,
  ChangeRecord,
  NotAdmitted,
  NotChanged,
} from './ports/answer-repository.js'
export type { ContactRepository } from './ports/contact-repository.js'
export type { GroupRepository } from './ports/group-repository.js'
export type {
  CommitOutcome,
  Committed,
  IdTaken,
  InvitationRecord,
  InvitationRepository,
  PaceTaken,
  PairTaken,
} from './ports/invitation-repository.js'
export type { MembershipRepository } from './ports/membership-repository.js'
export type { PreferenceRepository } from './ports/preference-repository.js'
export type { ProfileRepository } from './ports/profile-repository.js'
export type {
  AnswerServiceRepositories,
  PolicyRepositories,
  Repositories,
  ServiceRepositories,
} from './ports/repositories.js'
export type { MaybePromise } from './model/maybe-promise.js'
export type { RecentFingerprint, TextFingerprint } from './content/text-fingerprint.js'
