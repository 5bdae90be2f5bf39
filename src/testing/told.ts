import { fieldOf } from '../validation/assert.js'
import { only, sorted, valuesIn } from './expect-equal.js'

// Each takes from an answer what the port promises of it.

const CLAIM = ['invitationId', 'sentAt', 'repeatableAt']
const INVITATION = [
  ...CLAIM,
  ...['inviterId', 'recipientId', 'groupId', 'route', 'subject', 'text', 'reference'],
]

/** The claims on these recipients. */
export function claimsTold(answer: unknown, recipientIds: readonly string[]): unknown[] {
  return valuesIn(answer, recipientIds).map((claim) => only(claim, CLAIM))
}

/** The claim of an invitation. */
export function claimOf(invitation: unknown): unknown {
  return only(invitation, CLAIM)
}

export function invitationTold(answer: unknown): unknown {
  return only(answer, INVITATION)
}

export function outcomeTold(answer: unknown): unknown {
  return {
    type: fieldOf(answer, 'type'),
    claim: only(fieldOf(answer, 'claim'), CLAIM),
    invitation: only(fieldOf(answer, 'invitation'), INVITATION),
  }
}

/** The fingerprints, in an order of their own. */
export function fingerprintsTold(answer: unknown): unknown[] {
  return sorted(answer).map((sent) => only(sent, ['recipientId', 'textFingerprint']))
}

/** The deliveries, in an order of their own. */
export function deliveriesTold(answer: unknown): unknown[] {
  return sorted(answer).map((each) => only(each, ['deliveryId', 'invitationId', 'channel']))
}
