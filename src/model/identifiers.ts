// Ranges of control characters and lone surrogates: `\p{…}` takes time at every start.
const identifier = /^[^\0-\x1F\x7F-\x9F\uD800-\uDFFF]{1,255}$/u

export const AN_IDENTIFIER =
  'a well-formed string of 1 to 255 code points without control characters'

export function isIdentifier(value: unknown): value is string {
  return typeof value === 'string' && identifier.test(value)
}

const invitationId = /^[A-Za-z0-9._~-]{1,64}$/

export const AN_INVITATION_ID = 'a string of 1 to 64 of the characters A-Z a-z 0-9 . _ ~ -'

/** Whether a new invitation can have this identifier. Older ones may have any identifier. */
export function isInvitationId(value: unknown): value is string {
  return typeof value === 'string' && invitationId.test(value)
}
