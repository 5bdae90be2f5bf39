import type {
  AcceptingError,
  CancellationReason,
  ChoosingError,
  ClosingError,
  ContentEvidence,
  Denial,
  DeliveryCancelled,
  Disclosed,
  DisclosedToRecipient,
  InvitationDenial,
  InvitationDenied,
  InvitationNotFound,
  ListingError,
  LogRecord,
  RecipientUnavailable,
  SendingError,
} from 'group-invitations'
import { NOW } from './builders.js'

/** The denial of a custom rule. */
export interface InviterBlocked extends Denial {
  readonly type: 'InviterBlocked'
  readonly groupId: string
  readonly reason: string
}

/** Every error that a method returns or discloses, and every denial and reason in one. */
export type AnyError =
  | SendingError<InviterBlocked>
  | ChoosingError
  | AcceptingError
  | ClosingError
  | ListingError
  | DeliveryCancelled<InviterBlocked>
  | InvitationNotFound
  | Disclosed<InviterBlocked>
  | DisclosedToRecipient
  | InvitationDenial
  | CancellationReason
  | RecipientUnavailable
  | InviterBlocked

/** An error of the type as the library returns it, and what may be logged of it. */
interface Row<Type extends AnyError['type']> {
  readonly error: Extract<AnyError, { readonly type: Type }>
  readonly record: Omit<LogRecord, 'type'>
}

const instant = NOW.toISOString()

/** What members write has this word in it, here and in no identifier. */
export const WORD = /quassel/i

/** The error of another program that is the cause of an outage. */
export const CAUSE = new Error('connection refused')

const evidence: ContentEvidence = {
  category: 'spam',
  term: 'Quasselgratis',
  index: 3,
  field: 'subject',
  certainty: 'sure',
}
const loggedEvidence = { category: 'spam', index: 3, field: 'subject', certainty: 'sure' }
const link = { type: 'LinkInText', link: 'quassel.example', index: 4 } as const
const outage = { dependency: 'profiles', operation: 'findProfiles', effect: 'none' } as const
const issues = [{ message: 'text must be a string', path: ['text'] }]

/** A denied invitation, in all parts of which members have written something. */
export const denied: InvitationDenied<InviterBlocked> = {
  type: 'InvitationDenied',
  denials: [
    { type: 'GroupNotFound', groupId: 'chess' },
    { type: 'ProhibitedContent', certainty: 'sure', evidence: [evidence] },
    { type: 'InviterBlocked', groupId: 'Quasselgruppe', reason: 'quasselt' },
  ],
  advisories: [link],
  draft: { subject: 'Quasselbetreff', text: 'Lieber Quasselbert' },
}

/** A row for each type: one more does not compile without a row. */
export const rows: { readonly [Type in AnyError['type']]: Row<Type> } = {
  SelfInvitation: { error: { type: 'SelfInvitation' }, record: {} },
  InviterNotFound: { error: { type: 'InviterNotFound' }, record: {} },
  GroupNotFound: {
    error: { type: 'GroupNotFound', groupId: 'chess' },
    record: { groupId: 'chess' },
  },
  InviterNotInGroup: {
    error: { type: 'InviterNotInGroup', groupId: 'chess' },
    record: { groupId: 'chess' },
  },
  NotADirectContact: { error: { type: 'NotADirectContact' }, record: {} },
  TooManyInvitations: {
    error: { type: 'TooManyInvitations', retryAt: NOW },
    record: { retryAt: instant },
  },
  SubjectTooLong: {
    error: { type: 'SubjectTooLong', length: 121, limit: 120, unit: 'characters' },
    record: { length: 121, limit: 120, unit: 'characters' },
  },
  TextEmpty: { error: { type: 'TextEmpty' }, record: {} },
  TextTooLong: {
    error: { type: 'TextTooLong', length: 5001, limit: 5000, unit: 'bytes' },
    record: { length: 5001, limit: 5000, unit: 'bytes' },
  },
  UnsafeCharacter: {
    error: { type: 'UnsafeCharacter', field: 'text', index: 6, codePoint: 0x202e },
    record: { field: 'text', index: 6, codePoint: 0x202e },
  },
  RateLimited6Months: {
    error: { type: 'RateLimited6Months', invitationId: 'i-1', sentAt: NOW, repeatableAt: NOW },
    record: { invitationId: 'i-1', sentAt: instant, repeatableAt: instant },
  },
  RecipientNotFound: { error: { type: 'RecipientNotFound' }, record: {} },
  RecipientOptedOut: { error: { type: 'RecipientOptedOut' }, record: {} },
  AlreadyMember: { error: { type: 'AlreadyMember' }, record: {} },
  MembershipPending: {
    error: { type: 'MembershipPending', inviterMayAdmit: false },
    record: { inviterMayAdmit: false },
  },
  RecipientBanned: { error: { type: 'RecipientBanned' }, record: {} },
  RecipientUnavailable: { error: { type: 'RecipientUnavailable' }, record: {} },
  UnfilledPlaceholder: {
    error: {
      ...{ type: 'UnfilledPlaceholder', placeholder: '{quassel}', index: 5, field: 'subject' },
      certainty: 'suspected',
    },
    record: { index: 5, field: 'subject', certainty: 'suspected' },
  },
  SalutationMissing: {
    error: { type: 'SalutationMissing', names: ['Quasselbert', 'Quassel'] },
    record: {},
  },
  ProfileReferenceMissing: {
    error: {
      type: 'ProfileReferenceMissing',
      entries: [{ field: 'other', entry: 'Quasselwerk GmbH' }],
    },
    record: {},
  },
  WantsAndHavesNotAddressed: {
    error: {
      ...{ type: 'WantsAndHavesNotAddressed', wants: ['Quasselschach'] },
      haves: ['Quasselskat'],
    },
    record: {},
  },
  LinkInText: { error: link, record: { index: 4 } },
  MassMessage: {
    error: { type: 'MassMessage', similarity: 0.812, similarCount: 2, isShort: true },
    record: { similarity: 0.812, similarCount: 2, isShort: true },
  },
  ProhibitedContent: {
    error: { type: 'ProhibitedContent', certainty: 'sure', evidence: [evidence] },
    record: { certainty: 'sure', evidence: [loggedEvidence] },
  },
  InviterBlocked: {
    error: { type: 'InviterBlocked', groupId: 'Quasselgruppe', reason: 'quasselt' },
    record: {},
  },
  InvitationDenied: {
    error: denied,
    record: {
      denials: [
        { type: 'GroupNotFound', groupId: 'chess' },
        { type: 'ProhibitedContent', certainty: 'sure', evidence: [loggedEvidence] },
        { type: 'InviterBlocked' },
      ],
      advisories: [{ type: 'LinkInText', index: 4 }],
    },
  },
  InvalidRequest: { error: { type: 'InvalidRequest', issues }, record: { issues } },
  DependencyFailed: {
    error: { type: 'DependencyFailed', ...outage, cause: CAUSE },
    record: {
      ...outage,
      cause: { name: 'Error', message: 'connection refused', stack: CAUSE.stack ?? '' },
    },
  },
  InvitationIdReused: {
    error: { type: 'InvitationIdReused', invitationId: 'i-1' },
    record: { invitationId: 'i-1' },
  },
  InvitationNotFound: {
    error: { type: 'InvitationNotFound', invitationId: 'i-1' },
    record: { invitationId: 'i-1' },
  },
  InvitationWithdrawn: {
    error: { type: 'InvitationWithdrawn', invitationId: 'i-1' },
    record: { invitationId: 'i-1' },
  },
  InvitationAccepted: {
    error: { type: 'InvitationAccepted', invitationId: 'i-1' },
    record: { invitationId: 'i-1' },
  },
  InvitationExpired: {
    error: { type: 'InvitationExpired', repeatableAt: NOW },
    record: { repeatableAt: instant },
  },
  InvitationClosed: {
    error: { type: 'InvitationClosed', status: 'Declined' },
    record: { status: 'Declined' },
  },
  DeliveryCancelled: {
    error: {
      type: 'DeliveryCancelled',
      reasons: [
        { type: 'InvitationClosed', status: 'Declined' },
        { type: 'InvitationExpired', repeatableAt: NOW },
        { type: 'InviterBlocked', groupId: 'Quasselgruppe', reason: 'quasselt' },
      ],
    },
    record: {
      reasons: [
        { type: 'InvitationClosed', status: 'Declined' },
        { type: 'InvitationExpired', repeatableAt: instant },
        { type: 'InviterBlocked' },
      ],
    },
  },
  InvitationGone: {
    error: { type: 'InvitationGone', audience: 'recipient' },
    record: { audience: 'recipient' },
  },
  ServiceUnavailable: {
    error: { type: 'ServiceUnavailable', audience: 'inviter' },
    record: { audience: 'inviter' },
  },
}
