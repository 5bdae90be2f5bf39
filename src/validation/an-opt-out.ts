import type { RequestIssue } from '../model/errors.js'
import { isIdentifier } from '../model/identifiers.js'
import type { OptOut } from '../model/opt-out.js'
import { fieldOf } from './assert.js'
import { anIdentifier, anObject, issueOf, type Kind, noneOr, take } from './parse-fields.js'

export const anOptOut: Kind<OptOut> = {
  name: "'all', { inviterId } or { groupId }",
  accepts: (value): value is OptOut => {
    if (value === 'all') return true
    const [inviterId, groupId] = [fieldOf(value, 'inviterId'), fieldOf(value, 'groupId')]
    return inviterId === undefined
      ? isIdentifier(groupId)
      : isIdentifier(inviterId) && groupId === undefined
  },
}

const anIdentifierOrNone = noneOr(anIdentifier)

/** Parses an opt-out that a caller hands over. Returns `undefined` and adds an issue if it is none. Never throws. */
export function parseOptOut(value: unknown, issues: RequestIssue[]): OptOut | undefined {
  if (value === 'all') return value
  const before = issues.length
  if (anObject.accepts(value)) {
    const inviterId = take(value, 'inviterId', anIdentifierOrNone, issues, ['optOut'])
    const groupId = take(value, 'groupId', anIdentifierOrNone, issues, ['optOut'])
    if (issues.length > before) return undefined
    if (inviterId !== undefined && groupId === undefined) return { inviterId }
    if (groupId !== undefined && inviterId === undefined) return { groupId }
  }
  issues.push(issueOf(anOptOut, ['optOut']))
  return undefined
}
