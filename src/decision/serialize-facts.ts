import { fieldsOfGroup, fieldsOfProfile } from '../model/member.js'
import type { InvitationFacts } from '../rules/facts.js'
import { assert, fieldOf, isRecord, ownFieldsOf } from '../validation/assert.js'
import { checkFacts } from './check-facts.js'

/**
 * Facts as plain JSON, as `serializeFacts` makes them. Read them by `parseFacts` alone: the fields may change with the
 * version.
 *
 * @since 0.1.0
 */
export interface SerializedFacts {
  /** The version of the form. A later version of the library reads the earlier ones. */
  readonly version: 1
  readonly [key: string]: unknown
}

/**
 * Makes facts survive JSON, so that a decision can be recorded.
 *
 * Instants become ISO strings, to the millisecond. What was looked up and does not exist becomes `null`; a key that is
 * missing stays missing. Other fields that a repository's objects have are left out. The facts have profiles of both
 * members: keep them as personal data.
 *
 * @throws TypeError if the facts are incomplete or of a wrong type.
 *
 * @since 0.1.0
 */
export function serializeFacts(facts: InvitationFacts): SerializedFacts {
  const checked = checkFacts(facts, false)
  const { inviterProfile, group, recipientProfile, claim, mentions, evidence } = checked
  return {
    version: 1,
    now: checked.now.toISOString(),
    inviterProfile: inviterProfile ? fieldsOfProfile(inviterProfile) : null,
    group: group ? fieldsOfGroup(group) : null,
    inviterStanding: checked.inviterStanding ?? null,
    recipientStanding: checked.recipientStanding ?? null,
    recipientProfile: recipientProfile ? fieldsOfProfile(recipientProfile) : null,
    recipientOptedOut: checked.recipientOptedOut,
    areDirectContacts: checked.areDirectContacts,
    claim: claim
      ? {
          invitationId: claim.invitationId,
          sentAt: claim.sentAt.toISOString(),
          repeatableAt: claim.repeatableAt.toISOString(),
        }
      : null,
    ...(Object.hasOwn(checked, 'inviterFreeAt') && {
      inviterFreeAt: checked.inviterFreeAt?.toISOString() ?? null,
    }),
    recentFingerprints: checked.recentFingerprints.map(({ recipientId, textFingerprint }) => ({
      recipientId,
      textFingerprint,
    })),
    ...(mentions && { mentions: mentions.map(({ field, entry }) => ({ field, entry })) }),
    ...(evidence && { evidence }),
  }
}

/**
 * Reads facts that `serializeFacts` made, from parsed JSON, for `decide`. Unknown keys are ignored.
 *
 * @throws TypeError that names what is missing or wrong, such as a version that this library does not know.
 *
 * @since 0.1.0
 */
export function parseFacts(value: unknown): InvitationFacts {
  assert(isRecord(value), 'facts', 'an object')
  const { version, ...fields } = ownFieldsOf(value) as Readonly<Record<string, unknown>>
  assert(version === 1, 'facts.version', '1, the only version so far')
  const facts = Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [key, field === null ? undefined : field]),
  )
  const claim = fieldOf(facts, 'claim')
  return checkFacts(
    {
      ...facts,
      ...withDates(facts, ['now', 'inviterFreeAt'], 'facts'),
      ...(isRecord(claim) && {
        claim: { ...claim, ...withDates(claim, ['sentAt', 'repeatableAt'], 'facts.claim') },
      }),
    },
    false,
  )
}

/** The dates of these keys, if they are given. */
function withDates(source: object, keys: readonly string[], path: string): Record<string, Date> {
  const dates: Record<string, Date> = {}
  for (const key of keys) {
    const value = fieldOf(source, key)
    if (value !== undefined) dates[key] = dateIn(value, `${path}.${key}`)
  }
  return dates
}

/** The date of an ISO string as `toISOString` writes it: others depend on the platform. */
function dateIn(value: unknown, path: string): Date {
  const date = new Date(typeof value === 'string' ? value : Number.NaN)
  const isSame = !Number.isNaN(date.getTime()) && date.toISOString() === value
  assert(isSame, path, 'an instant in ISO 8601, such as 2026-08-31T12:00:00.000Z')
  return date
}
