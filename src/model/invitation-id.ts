const invitationId = /^[A-Za-z0-9._~-]{1,64}$/

/** Completes the sentence "must be …" for what can be no new invitation's identifier. */
export const AN_INVITATION_ID = 'a string of 1 to 64 of the characters A-Z a-z 0-9 . _ ~ -'

/** Whether the value can identify a new invitation. */
export function isInvitationId(value: unknown): value is string {
  return typeof value === 'string' && invitationId.test(value)
}
