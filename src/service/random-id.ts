import { assert } from '../validation/assert.js'
import { AN_INVITATION_ID, isInvitationId } from '../model/invitation-id.js'
import type { OutsideCall } from '../ports/asking.js'

/** Web Crypto, which every platform has: Node, browsers (on a page served over HTTPS), workers. */
declare const crypto: { randomUUID(): string }

/** Asks the platform for an identifier that nothing else has. */
export const randomId: OutsideCall<string> = {
  repository: 'crypto',
  operation: 'randomUUID',
  ask: () => crypto.randomUUID(),
  read(id) {
    assert(isInvitationId(id), 'the identifier', AN_INVITATION_ID)
    return id
  },
}
