import { err, ok, type Result } from 'neverthrow'
import { entriesOf, entryAmong } from '../content/profile-entries.js'
import type { DeliveryChannel } from '../model/delivery.js'
import type { InvalidRequest } from '../model/errors.js'
import type { Invitation, InvitationId } from '../model/invitation.js'
import type { Group, MemberProfile } from '../model/member.js'
import { ask } from '../ports/asking.js'
import { checkGroups, checkIdSet, checkProfiles } from '../ports/check-answers.js'
import type { ServiceRepositories } from '../ports/repositories.js'
import { findInvitation } from './find-invitation.js'
import { parseDelivery } from './parse-delivery.js'

/**
 * All that a message needs, found at the last moment. The renderers take it.
 *
 * @since 0.1.0
 */
export interface PreparedDelivery {
  readonly channel: DeliveryChannel
  /** The `deliveryId`: the same at every try, so that a transport can drop repetitions. */
  readonly idempotencyKey: string
  /** Its reference is written as in the recipient's profile, and absent if the inviter may see no such entry there. */
  readonly invitation: Invitation
  /** The inviter's profile, as the recipient may see it. */
  readonly inviter: MemberProfile
  /** The recipient's own profile. */
  readonly recipient: MemberProfile
  readonly group: Group
}

/**
 * The message must not go out any more: take it off the queue. Nothing is stored, so a later try decides anew.
 *
 * @since 0.1.0
 */
export interface DeliveryCancelled {
  readonly type: 'DeliveryCancelled'
  /** The first that applies, in this order. */
  readonly reason: 'RecipientOptedOut' | 'RecipientNotFound' | 'InviterNotFound' | 'GroupNotFound'
}

/**
 * There is no invitation with this identifier, or its text was erased.
 *
 * @since 0.1.0
 */
export interface InvitationNotFound {
  readonly type: 'InvitationNotFound'
  readonly invitationId: InvitationId
}

/** Checks once more whether a message may go out, and finds what it needs. Rejects with the first outage. */
export async function prepareDelivery(
  repositories: ServiceRepositories,
  value: unknown,
): Promise<Result<PreparedDelivery, InvalidRequest | DeliveryCancelled | InvitationNotFound>> {
  const parsed = parseDelivery(value)
  if (parsed.isErr()) return err(parsed.error)
  const { deliveryId, invitationId, channel } = parsed.value
  const invitation = await findInvitation(repositories.invitations, invitationId)
  const isThere = invitation !== undefined && invitation.text !== ''
  if (!isThere) return err({ type: 'InvitationNotFound', invitationId })

  const { inviterId, recipientId, groupId } = invitation
  const [optedOut, seenByRecipient, seenByInviter, groups] = await findConcerned(
    repositories,
    invitation,
  )
  const inviter = seenByRecipient.get(inviterId)
  const recipient = seenByRecipient.get(recipientId)
  const group = groups.get(groupId)
  if (optedOut.has(recipientId)) return cancelled('RecipientOptedOut')
  if (recipient === undefined) return cancelled('RecipientNotFound')
  if (inviter === undefined) return cancelled('InviterNotFound')
  if (group === undefined) return cancelled('GroupNotFound')
  return ok({
    channel,
    idempotencyKey: deliveryId,
    invitation: withRealReference(invitation, seenByInviter.get(recipientId)),
    inviter,
    recipient,
    group,
  })
}

function cancelled(reason: DeliveryCancelled['reason']): Result<never, DeliveryCancelled> {
  return err({ type: 'DeliveryCancelled', reason })
}

const nobody: ReadonlyMap<string, MemberProfile> = new Map()

function findConcerned(
  { profiles, preferences, groups }: ServiceRepositories,
  { inviterId, recipientId, groupId, reference }: Invitation,
) {
  return Promise.all([
    ask('preferences', 'findOptedOut', () => preferences.findOptedOut([recipientId]), checkIdSet),
    ask(
      'profiles',
      'findProfiles',
      () => profiles.findProfiles([inviterId, recipientId], recipientId),
      checkProfiles,
    ),
    reference
      ? ask(
          'profiles',
          'findProfiles',
          () => profiles.findProfiles([recipientId], inviterId),
          checkProfiles,
        )
      : nobody,
    ask('groups', 'findGroups', () => groups.findGroups([groupId]), checkGroups),
  ])
}

/**
 * The rules ignored a reference that is no entry of the profile, as far as the inviter may see it. If it were shown, it
 * would be a second text that no rule has judged.
 */
function withRealReference(
  invitation: Invitation,
  recipientAsSeen: MemberProfile | undefined,
): Invitation {
  const { reference, ...others } = invitation
  const entry = reference && recipientAsSeen && entryAmong(entriesOf(recipientAsSeen), reference)
  return entry ? { ...others, reference: entry } : others
}
