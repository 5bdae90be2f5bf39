import { fingerprintText } from '../content/text-fingerprint.js'
import { checkDate } from '../decision/check-facts.js'
import { repeatableAt } from '../model/cooldown.js'
import type { InvitationClaim, ProfileReference } from '../model/invitation.js'
import { checkInvitation } from '../ports/check-invitation.js'
import { assert, assertKnownKeys } from '../validation/assert.js'
import type { NetworkInvitation } from './network.js'
import {
  dateIn,
  identifierIn,
  keysOf,
  optionalDateIn,
  optionalIn,
  optionalStringIn,
} from './parse-network-fields.js'
import { addClaim, addFingerprint, type Store } from './store.js'

const invitationKeys = keysOf<NetworkInvitation>({
  invitationId: 1,
  inviterId: 1,
  recipientId: 1,
  groupId: 1,
  route: 1,
  subject: 1,
  sentAt: 1,
  repeatableAt: 1,
  text: 1,
  textFingerprint: 1,
  reference: 1,
})

const referenceKeys = keysOf<ProfileReference>({ field: 1, entry: 1 })

/** Adds an invitation of a network: its claim, its fingerprint and, with a group, itself. */
export function addInvitation(store: Store, invitation: unknown, path: string): void {
  assertKnownKeys(invitation, path, invitationKeys)
  const reference = optionalIn(invitation, 'reference')
  if (reference !== undefined) assertKnownKeys(reference, `${path}.reference`, referenceKeys)
  const sentAt = dateIn(invitation, 'sentAt', path)
  const claim: InvitationClaim = {
    invitationId: identifierIn(invitation, 'invitationId', path),
    sentAt,
    repeatableAt:
      optionalDateIn(invitation, 'repeatableAt', path) ??
      checkDate(repeatableAt(sentAt), `${path}.sentAt`),
  }
  const inviterId = identifierIn(invitation, 'inviterId', path)
  const recipientId = identifierIn(invitation, 'recipientId', path)
  addClaim(store, inviterId, recipientId, claim)
  const text = optionalStringIn(invitation, 'text', path)
  const fingerprint = optionalStringIn(invitation, 'textFingerprint', path)
  const textFingerprint =
    fingerprint ?? (text && fingerprintText(text, store.profiles.get(recipientId)))
  if (textFingerprint) addFingerprint(store, inviterId, { recipientId, textFingerprint, sentAt })
  if (optionalIn(invitation, 'groupId') !== undefined) addWhole(store, invitation, claim, path)
}

/** Adds the invitation itself, which only one with a group has. */
function addWhole(
  { invitations }: Store,
  value: object,
  claim: InvitationClaim,
  path: string,
): void {
  const { invitationId } = claim
  const isFree = !invitations.has(invitationId)
  assert(isFree, `${path}.invitationId`, `unique, and '${invitationId}' is taken`)
  const whole = {
    inviterId: optionalIn(value, 'inviterId'),
    recipientId: optionalIn(value, 'recipientId'),
    groupId: optionalIn(value, 'groupId'),
    subject: optionalIn(value, 'subject'),
    reference: optionalIn(value, 'reference'),
    route: optionalIn(value, 'route') ?? 'profile',
    text: optionalIn(value, 'text') ?? '',
    ...claim,
  }
  invitations.set(invitationId, checkInvitation(whole, invitationId, path))
}
