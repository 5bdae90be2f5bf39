import { fieldOf } from '../validation/assert.js'
import { only, sorted, valuesIn } from './expect-equal.js'

// Each takes from an answer what the port promises of it, in a form for `expectEqual`.

const CLAIM = ['invitationId', 'sentAt', 'repeatableAt']
const INVITATION = [
  ...CLAIM,
  ...['inviterId', 'recipientId', 'groupId', 'route', 'subject', 'text', 'reference'],
]

export function comparableClaims(answer: unknown, recipientIds: readonly string[]): unknown[] {
  return valuesIn(answer, recipientIds).map(comparableClaim)
}

/** Of a claim, or of the invitation that leaves it. */
export function comparableClaim(claim: unknown): unknown {
  return only(claim, CLAIM)
}

export function comparableInvitation(answer: unknown): unknown {
  return only(answer, INVITATION)
}

export function comparableOutcome(answer: unknown): unknown {
  return {
    type: fieldOf(answer, 'type'),
    claim: comparableClaim(fieldOf(answer, 'claim')),
    invitation: comparableInvitation(fieldOf(answer, 'invitation')),
  }
}

export function comparableFingerprints(answer: unknown): unknown[] {
  return sorted(answer).map((sent) => only(sent, ['recipientId', 'textFingerprint']))
}

export function comparableDeliveries(answer: unknown): unknown[] {
  return sorted(answer).map((each) => only(each, ['deliveryId', 'invitationId', 'channel']))
}
