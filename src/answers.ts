import type { InvitationFacts } from './facts.js'
import type { InvitationClaim } from './invitation.js'
import type { MemberProfile, Standing } from './member.js'

// What a type promises, checked at run time: repositories may be written in JavaScript, or read from JSON.

/** Whether the value is a date that exists. */
export function isDate(value: unknown): value is Date {
  return value instanceof Date && !Number.isNaN(value.getTime())
}

/** Whether the value is a standing, or `undefined`. */
export function isStandingOrNone(value: unknown): value is Standing | undefined {
  return (
    value === undefined ||
    value === 'member' ||
    value === 'moderator' ||
    value === 'pending' ||
    value === 'banned'
  )
}

/** Whether the value is a profile, or `undefined`. */
export function isProfileOrNone(value: unknown): value is MemberProfile | undefined {
  if (value === undefined) return true
  return (
    hasFields(value) &&
    typeof value['displayName'] === 'string' &&
    isListOfStrings(value['wants']) &&
    isListOfStrings(value['haves']) &&
    isListOfStrings(value['other'])
  )
}

/** Whether the value is a claim, or `undefined`. */
export function isClaimOrNone(value: unknown): value is InvitationClaim | undefined {
  if (value === undefined) return true
  return (
    hasFields(value) &&
    typeof value['invitationId'] === 'string' &&
    isDate(value['sentAt']) &&
    isDate(value['repeatableAt'])
  )
}

/** Whether the value is a complete set of facts. */
export function isFacts(value: unknown): value is InvitationFacts {
  return (
    hasFields(value) &&
    isDate(value['now']) &&
    isStandingOrNone(value['inviterStanding']) &&
    isStandingOrNone(value['recipientStanding']) &&
    isProfileOrNone(value['recipientProfile']) &&
    typeof value['recipientOptedOut'] === 'boolean' &&
    typeof value['areDirectContacts'] === 'boolean' &&
    isClaimOrNone(value['claim'])
  )
}

function hasFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

/** Whether the value is a list of nothing but strings. */
export function isListOfStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}
