import type { InvitationRequest, Route } from 'group-invitations'
import type { RuleDenial } from './contender.js'
import { excess, type Situation, unsafeCharacter } from './hand-written.js'

/** Subject and text, normalised, and as they were given. */
export interface WrittenDraft {
  readonly given: InvitationRequest
  readonly subject: string
  readonly text: string
}

/** A candidate as an engine is told of it: flat, and with all found out that takes code. */
export interface Statement {
  readonly inviterId: string
  readonly recipientId: string
  readonly groupId: string
  readonly isSelf: boolean
  readonly route: Route
  readonly inviterExists: boolean
  readonly groupExists: boolean
  readonly inviterStanding: string
  readonly recipientStanding: string
  readonly isContact: boolean
  readonly exists: boolean
  readonly optedOut: boolean
  /** How long the pair stays taken, in ms; 0 or less: it is free. */
  readonly takenFor: number
  /** Whether something has been written: without it rules of form say nothing. */
  readonly isWritten: boolean
  readonly isEmpty: boolean
  readonly subjectExcess: number
  readonly textExcess: number
  readonly isUnsafe: boolean
}

export function statementOf(
  inviterId: string,
  recipientId: string,
  groupId: string,
  route: Route,
  situation: Situation,
  now: Date,
  draft?: WrittenDraft,
): Statement {
  const {
    inviter,
    group,
    claim,
    profile,
    optedOut,
    isContact,
    inviterStanding,
    recipientStanding,
  } = situation
  return {
    inviterId,
    recipientId,
    groupId,
    isSelf: inviterId === recipientId,
    route,
    inviterExists: inviter !== undefined,
    groupExists: group !== undefined,
    inviterStanding: inviterStanding ?? 'none',
    recipientStanding: recipientStanding ?? 'none',
    isContact,
    exists: profile !== undefined,
    optedOut,
    takenFor: claim ? +claim.repeatableAt - +now : 0,
    isWritten: draft !== undefined,
    isEmpty: draft?.text === '',
    subjectExcess: draft ? (excess(draft.subject, 120) ?? 0) : 0,
    textExcess: draft ? (excess(draft.text, 500) ?? 0) : 0,
    isUnsafe: draft !== undefined && unsafeCharacter(draft.given) !== undefined,
  }
}

/** The names of all rules, in their order. */
export const RULES = [
  'SelfInvitation',
  'InviterNotFound',
  'GroupNotFound',
  'InviterNotInGroup',
  'NotADirectContact',
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
] as const

export type RuleName = (typeof RULES)[number]

/** The denial of a rule that an engine has found to be broken. */
export function denialOf(
  rule: RuleName,
  statement: Statement,
  { claim }: Situation,
  draft?: WrittenDraft,
): RuleDenial {
  switch (rule) {
    case 'GroupNotFound':
    case 'InviterNotInGroup':
      return { type: rule, groupId: statement.groupId }
    case 'SubjectTooLong':
      return { type: rule, length: statement.subjectExcess, limit: 120, unit: 'characters' }
    case 'TextTooLong':
      return { type: rule, length: statement.textExcess, limit: 500, unit: 'characters' }
    case 'UnsafeCharacter': {
      const found = draft && unsafeCharacter(draft.given)
      if (!found) throw new Error('The engine sees what is not there.')
      return found
    }
    case 'RateLimited6Months': {
      if (!claim) throw new Error('The engine sees what is not there.')
      const { invitationId, sentAt, repeatableAt } = claim
      return { type: rule, invitationId, sentAt, repeatableAt }
    }
    case 'MembershipPending':
      return { type: rule, inviterMayAdmit: statement.inviterStanding === 'moderator' }
    case 'SelfInvitation':
    case 'InviterNotFound':
    case 'NotADirectContact':
    case 'TextEmpty':
    case 'RecipientNotFound':
    case 'RecipientOptedOut':
    case 'AlreadyMember':
    case 'RecipientBanned':
      return { type: rule }
  }
}
