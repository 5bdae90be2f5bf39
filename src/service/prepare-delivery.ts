import { err, ok, type Result } from 'neverthrow'
import { assert, fieldOf } from '../validation/assert.js'
import { entriesOf, entryAmong } from '../content/profile-entries.js'
import type { Delivery, DeliveryChannel } from '../model/delivery.js'
import type { DependencyFailed } from '../model/errors.js'
import { findInvitation } from './find-invitation.js'
import type { Invitation, InvitationId } from '../model/invitation.js'
import type { Group, MemberProfile } from '../model/member.js'
import { askAll } from '../ports/asking.js'
import { readMap, readWhether } from '../ports/check-answers.js'
import { readProfile } from '../decision/check-facts.js'
import type { ServiceRepositories } from '../ports/repositories.js'

/**
 * All that a message needs, read at the last moment: what the renderers take.
 *
 * @since 0.1.0
 */
export interface PreparedDelivery {
  readonly channel: DeliveryChannel
  /** The `deliveryId`: the same at every try, so that a transport can drop repetitions. */
  readonly idempotencyKey: string
  /** Its reference written as in the recipient's profile; without it where the inviter may see no such entry there. */
  readonly invitation: Invitation
  /** The inviter's profile, as the recipient may see it. */
  readonly inviter: MemberProfile
  /** The recipient's own profile. */
  readonly recipient: MemberProfile
  readonly group: Group
}

/**
 * The message must not go out any more: take it off the queue. Nothing is stored, so that a later try looks anew.
 *
 * @since 0.1.0
 */
export interface DeliveryCancelled {
  readonly type: 'DeliveryCancelled'
  /** The first that applies, in this order. */
  readonly reason: 'RecipientOptedOut' | 'RecipientNotFound' | 'InviterNotFound' | 'GroupNotFound'
}

/**
 * There is no invitation of this identifier, or its text is empty: the delivery comes from elsewhere, or the text was
 * erased.
 *
 * @since 0.1.0
 */
export interface InvitationNotFound {
  readonly type: 'InvitationNotFound'
  readonly invitationId: InvitationId
}

/** Looks once more whether a message may go out, and gathers what it needs. Never rejects. */
export async function prepareDelivery(
  repositories: ServiceRepositories,
  { deliveryId, invitationId, channel }: Delivery,
): Promise<Result<PreparedDelivery, DeliveryCancelled | InvitationNotFound | DependencyFailed>> {
  const found = await findInvitation(repositories.invitations, invitationId)
  if (found.isErr()) return err(found.error)
  const invitation = found.value
  const isThere = invitation !== undefined && invitation.text !== ''
  if (!isThere) return err({ type: 'InvitationNotFound', invitationId })
  const concerned = await findConcerned(repositories, invitation)
  if (concerned.isErr()) return err(concerned.error)
  const [hasOptedOut, { inviter, recipient }, recipientAsSeen, group] = concerned.value
  if (hasOptedOut) return cancelled('RecipientOptedOut')
  if (recipient === undefined) return cancelled('RecipientNotFound')
  if (inviter === undefined) return cancelled('InviterNotFound')
  if (group === undefined) return cancelled('GroupNotFound')
  return ok({
    channel,
    idempotencyKey: deliveryId,
    invitation: withRealReference(invitation, recipientAsSeen),
    inviter,
    recipient,
    group,
  })
}

function cancelled(reason: DeliveryCancelled['reason']): Result<never, DeliveryCancelled> {
  return err({ type: 'DeliveryCancelled', reason })
}

function findConcerned(
  { profiles, preferences, groups }: ServiceRepositories,
  { inviterId, recipientId, groupId, reference }: Invitation,
) {
  const findOptedOut = {
    repository: 'preferences',
    operation: 'findOptedOut',
    ask: () => preferences.findOptedOut([recipientId]),
    read: (answer: unknown) => readWhether(answer, [recipientId])[0] === true,
  }
  const findProfiles = {
    repository: 'profiles',
    operation: 'findProfiles',
    ask: () => profiles.findProfiles([inviterId, recipientId], recipientId),
    read: (answer: unknown) => ({
      inviter: readProfile(readMap(answer).get(inviterId), 'the profile'),
      recipient: readProfile(readMap(answer).get(recipientId), 'the profile'),
    }),
  }
  const findAsSeen = {
    repository: 'profiles',
    operation: 'findProfiles',
    ask: () => (reference ? profiles.findProfiles([recipientId], inviterId) : new Map()),
    read: (answer: unknown) => readProfile(readMap(answer).get(recipientId), 'the profile'),
  }
  const findGroups = {
    repository: 'groups',
    operation: 'findGroups',
    ask: () => groups.findGroups([groupId]),
    read: (answer: unknown) => readGroup(readMap(answer).get(groupId)),
  }
  return askAll([findOptedOut, findProfiles, findAsSeen, findGroups])
}

function readGroup(value: unknown): Group | undefined {
  if (value === undefined) return undefined
  const name = fieldOf(value, 'name')
  const url = fieldOf(value, 'url')
  assert(typeof name === 'string', 'the group.name', 'a string')
  assert(url === undefined || typeof url === 'string', 'the group.url', 'a string or undefined')
  return url === undefined ? { name } : { name, url }
}

/**
 * A reference that is no entry was ignored by the rules; shown, it would be a second text that no rule has read. What
 * the inviter may not see of the profile counts as no entry, as it did for the rules.
 */
function withRealReference(
  invitation: Invitation,
  recipientAsSeen: MemberProfile | undefined,
): Invitation {
  const { reference, ...others } = invitation
  const entry = reference && recipientAsSeen && entryAmong(entriesOf(recipientAsSeen), reference)
  return entry ? { ...others, reference: entry } : others
}
