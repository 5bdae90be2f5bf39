import type { InvitationCandidate, Route } from 'group-invitations'
import type { Situation } from './answers.js'
import type { RuleDenial } from './contender.js'
import { excess, type WrittenDraft } from './written-draft.js'

/** A candidate as an engine gets it: flat, and with everything computed that needs code. */
export interface Statement {
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
  /** How long the cooldown lasts, in ms. If it is 0 or less, the pair is free. */
  readonly takenFor: number
  readonly isEmpty: boolean
  readonly subjectExcess: number
  readonly textExcess: number
  readonly isUnsafe: boolean
}

export function statementOf(
  { inviterId, recipientId, groupId, route }: InvitationCandidate,
  situation: Situation,
  now: Date,
  draft?: WrittenDraft,
): Statement {
  const { claim } = situation
  return {
    groupId,
    isSelf: inviterId === recipientId,
    route,
    inviterExists: situation.inviter !== undefined,
    groupExists: situation.group !== undefined,
    inviterStanding: situation.inviterStanding ?? 'none',
    recipientStanding: situation.recipientStanding ?? 'none',
    isContact: situation.isContact,
    exists: situation.profile !== undefined,
    optedOut: situation.isOptedOut,
    takenFor: claim ? +claim.repeatableAt - +now : 0,
    isEmpty: draft?.text === '',
    subjectExcess: draft ? (excess(draft.subject, 120) ?? 0) : 0,
    textExcess: draft ? (excess(draft.text, 500) ?? 0) : 0,
    isUnsafe: draft?.unsafe !== undefined,
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

/** The denial of a rule that an engine has found broken. */
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
      if (!draft?.unsafe) throw new Error('The engine found what is not there.')
      return draft.unsafe
    }
    case 'RateLimited6Months': {
      if (!claim) throw new Error('The engine found what is not there.')
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
