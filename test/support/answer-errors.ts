import type {
  AcceptingError,
  ClosingError,
  Denial,
  DisclosedToRecipient,
  InvitationClosed,
  InvitationExpired,
} from 'group-invitations'
import { NOW } from './builders.js'

/** Every error of `accept`, `decline`, `withdraw`, the two lists and the opt-outs. */
export type AnswerError = AcceptingError | ClosingError

type OneOfEach = {
  readonly [Type in AnswerError['type']]: Extract<AnswerError, { readonly type: Type }>
}

/** One error of each type. */
export const oneAnswerErrorOfEach: OneOfEach = {
  InvitationNotFound: { type: 'InvitationNotFound', invitationId: 'i-1' },
  InvitationWithdrawn: { type: 'InvitationWithdrawn', invitationId: 'i-1' },
  InvitationAccepted: { type: 'InvitationAccepted', invitationId: 'i-1' },
  InvitationExpired: { type: 'InvitationExpired', repeatableAt: NOW },
  GroupNotFound: { type: 'GroupNotFound', groupId: 'chess' },
  RecipientBanned: { type: 'RecipientBanned' },
  InvalidRequest: {
    type: 'InvalidRequest',
    issues: [{ message: 'memberId must be a string', path: ['memberId'] }],
  },
  DependencyFailed: {
    type: 'DependencyFailed',
    dependency: 'answers',
    operation: 'change',
    cause: new Error('password'),
    effect: 'unknown',
  },
}

type OneDisclosedOfEach = {
  readonly [Type in DisclosedToRecipient['type']]: Extract<
    DisclosedToRecipient,
    { readonly type: Type }
  >
}

/** What `forRecipient` returns, one of each type. */
export const oneOfEachForRecipient: OneDisclosedOfEach = {
  InvitationExpired: { audience: 'recipient', type: 'InvitationExpired', repeatableAt: NOW },
  InvitationAccepted: { audience: 'recipient', type: 'InvitationAccepted', invitationId: 'i-1' },
  RecipientBanned: { audience: 'recipient', type: 'RecipientBanned' },
  InvitationGone: { audience: 'recipient', type: 'InvitationGone' },
  InvalidRequest: {
    audience: 'recipient',
    type: 'InvalidRequest',
    issues: [{ message: 'memberId must be a string', path: ['memberId'] }],
  },
  ServiceUnavailable: { audience: 'recipient', type: 'ServiceUnavailable' },
}

const closed = (status: InvitationClosed['status']): InvitationClosed => ({
  type: 'InvitationClosed',
  status,
})

const expired = (repeatableAt: Date): InvitationExpired => ({
  type: 'InvitationExpired',
  repeatableAt,
})

/** What staff reads after an invitation was sent, beside the denials of the rulebook; each sentence once. */
export const forStaffAfterSending: Readonly<Record<string, Denial>> = {
  'InvitationClosed Declined': closed('Declined'),
  'InvitationClosed Accepted': closed('Accepted'),
  'InvitationClosed Withdrawn': closed('Withdrawn'),
  InvitationNotFound: oneAnswerErrorOfEach.InvitationNotFound,
  InvitationWithdrawn: oneAnswerErrorOfEach.InvitationWithdrawn,
  InvitationAccepted: oneAnswerErrorOfEach.InvitationAccepted,
  InvitationExpired: oneAnswerErrorOfEach.InvitationExpired,
  'InvitationExpired undated': expired(new Date(Number.NaN)),
}
