// Control characters and lone surrogates, by their ranges: naming their Unicode categories costs time at every start.
const identifier = /^[^\0-\x1F\x7F-\x9F\uD800-\uDFFF]{1,255}$/u

/** Completes the sentence "must be …" for what is no identifier. */
export const AN_IDENTIFIER =
  'a well-formed string of 1 to 255 code points without control characters'

/** Whether the value can identify a member, a group or an invitation. */
export function isIdentifier(value: unknown): value is string {
  return typeof value === 'string' && identifier.test(value)
}
const invitationId = /^[A-Za-z0-9._~-]{1,64}$/

/** Completes the sentence "must be …" for what can be no new invitation's identifier. */
export const AN_INVITATION_ID = 'a string of 1 to 64 of the characters A-Z a-z 0-9 . _ ~ -'

/** Whether the value can identify a new invitation. */
export function isInvitationId(value: unknown): value is string {
  return typeof value === 'string' && invitationId.test(value)
}
