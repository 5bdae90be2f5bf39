import {
  adviceForInviter,
  type ContentFinding,
  decide,
  type Disclosed,
  type DisclosedDenial,
  type Draft,
  forInviter,
  type InvitationDenial,
  type InvitationRequest,
} from 'group-invitations'
import type { Messages } from 'group-invitations/messages'
import { type RuleResult, ruleResults } from './rule-results.js'
import type { State } from './state.js'
import { factsOf, requestOf, type SentBefore } from './world.js'

/** All that follows from a case before anything is sent. */
export interface Verdict {
  readonly isApproved: boolean
  /** Subject and text, normalised. */
  readonly draft: Draft
  /** When the pair would be free again; only if it is approved. */
  readonly repeatableAt: Date | undefined
  readonly toInviter: ToInviter
  /** What only the service may see: nothing is removed. */
  readonly toService: ToService
  /** The denial as the inviter may know it, for an HTTP API to answer; only if it is denied. */
  readonly disclosed: Disclosed | undefined
}

/** What the inviter is told, as data and in words. */
export interface ToInviter {
  readonly denials: readonly DisclosedDenial[]
  readonly advisories: readonly ContentFinding[]
  readonly reasons: readonly string[]
  readonly advice: readonly string[]
}

interface ToService {
  readonly denials: readonly InvitationDenial[]
  readonly advisories: readonly ContentFinding[]
  readonly rules: readonly RuleResult[]
}

/** Decides on a case, with what was sent in the playground itself. It takes a fraction of a millisecond. */
export function judge(state: State, sentHere: readonly SentBefore[], messages: Messages): Verdict {
  const verdict = decide(requestOf(state), factsOf(state, sentHere))
  if (verdict.isOk()) {
    const { advisories, request, repeatableAt } = verdict.value
    const advice = messages.advice(adviceForInviter(verdict.value))
    return {
      isApproved: true,
      draft: draftOf(request),
      repeatableAt,
      toInviter: { denials: [], advisories, reasons: [], advice },
      toService: { denials: [], advisories, rules: ruleResults(request, [], advisories) },
      disclosed: undefined,
    }
  }
  // The playground makes every request itself: only a defect of it is invalid.
  if (verdict.error.type === 'InvalidRequest') throw new TypeError(JSON.stringify(verdict.error))
  const { denials, advisories, draft } = verdict.error
  const disclosed: Disclosed = forInviter(verdict.error)
  return {
    isApproved: false,
    draft,
    repeatableAt: undefined,
    toInviter: {
      ...toldOf(disclosed),
      reasons: messages.reasons(disclosed),
      advice: 'denials' in disclosed ? messages.advice(disclosed) : [],
    },
    toService: { denials, advisories, rules: ruleResults(draft, denials, advisories) },
    disclosed,
  }
}

function toldOf(disclosed: Disclosed) {
  if (!('denials' in disclosed)) return { denials: [], advisories: [] }
  const { denials, advisories } = disclosed
  return { denials, advisories }
}

function draftOf({ subject, text }: InvitationRequest): Draft {
  return subject === undefined ? { text } : { subject, text }
}
