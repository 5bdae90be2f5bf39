import type { Pace } from 'group-invitations'

/** What a process was told about a call, with instants in milliseconds. */
export interface Paced {
  readonly callId: string
  readonly invitationId: string
  readonly inviterId: string
  /** `sent`, `replayed`, or the types of the denials or of the error. */
  readonly said: readonly string[]
  /** Of `TooManyInvitations`. */
  readonly retryAt?: number
  readonly outages: number
}

export interface StoredSend {
  readonly invitationId: string
  readonly inviterId: string
  readonly sentAt: number
}

/** What can be wrong: sent too early, another instant than the invitations lead to, or an answer that contradicts the store. */
export type PaceViolation = 'too many' | 'freeAt' | 'retryAt' | 'answer'

/**
 * Compares what is stored, in the order of the commits, and what the callers were told, with what the pace allows. It is
 * computed from the stored invitations alone.
 */
export function checkPaces(
  { burst, everyMs }: Pace,
  stored: readonly StoredSend[],
  freeAts: ReadonlyMap<string, number>,
  journal: readonly Paced[],
): { readonly kind: PaceViolation; readonly of: string }[] {
  const violations: { kind: PaceViolation; of: string }[] = []
  const leeway = (burst - 1) * everyMs
  const freeAt = new Map<string, number>()
  const retryAts = new Set<string>()
  for (const { invitationId, inviterId, sentAt } of stored) {
    const before = freeAt.get(inviterId) ?? sentAt
    if (before - leeway > sentAt) violations.push({ kind: 'too many', of: invitationId })
    const next = Math.max(before, sentAt) + everyMs
    freeAt.set(inviterId, next)
    retryAts.add(`${inviterId} ${next - leeway}`)
  }
  for (const inviterId of new Set([...freeAt.keys(), ...freeAts.keys()])) {
    if (freeAt.get(inviterId) !== freeAts.get(inviterId)) {
      violations.push({ kind: 'freeAt', of: inviterId })
    }
  }
  const isStored = new Set(stored.map(({ invitationId }) => invitationId))
  const isAnswered = new Set<string>()
  for (const { callId, invitationId, inviterId, said, retryAt } of journal) {
    if (said.includes('TooManyInvitations') && !retryAts.has(`${inviterId} ${retryAt}`)) {
      violations.push({ kind: 'retryAt', of: callId })
    }
    const isSent = said.includes('sent') || said.includes('replayed')
    if (isSent) isAnswered.add(invitationId)
    if (isSent && !isStored.has(invitationId)) violations.push({ kind: 'answer', of: callId })
  }
  for (const invitationId of isStored) {
    if (!isAnswered.has(invitationId)) violations.push({ kind: 'answer', of: invitationId })
  }
  return violations
}
