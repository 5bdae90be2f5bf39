import {
  DENIAL_TYPES,
  type Draft,
  type InvitationDenial,
  isContentFinding,
} from 'group-invitations'
import { ANALYZED_UNIT_LIMIT } from '../../../src/text/limits.js'

/** The rule behind each denial. */
export type RuleName = InvitationDenial['type']

/** `unjudged`: there is nothing to judge, such as the content of an empty text, or the pace of a service without one. */
export type Outcome = 'passed' | 'denied' | 'advised' | 'unjudged'

export interface RuleResult {
  readonly rule: RuleName
  readonly outcome: Outcome
}

/** What every rule says, in the rulebook's order. */
export function ruleResults(
  { subject = '', text }: Draft,
  denials: readonly { readonly type: string }[],
  advisories: readonly { readonly type: string }[],
): RuleResult[] {
  const isRead = text !== '' && subject.length + text.length <= ANALYZED_UNIT_LIMIT
  const isAmong = (findings: readonly { readonly type: string }[], rule: RuleName) =>
    findings.some(({ type }) => type === rule)
  const outcomeOf = (rule: RuleName): Outcome => {
    if (isAmong(denials, rule)) return 'denied'
    if (isAmong(advisories, rule)) return 'advised'
    const isJudged = rule !== 'TooManyInvitations' && (isRead || !isContentFinding({ type: rule }))
    return isJudged ? 'passed' : 'unjudged'
  }
  return DENIAL_TYPES.map((rule) => ({ rule, outcome: outcomeOf(rule) }))
}
