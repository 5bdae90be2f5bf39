import { err, ok, type Result } from 'neverthrow'
import { entriesOf, entryAmong } from '../content/profile-entries.js'
import type { StandingDenial } from '../decision/denials.js'
import type { DeliveryChannel } from '../model/delivery.js'
import type { DependencyFailed, InvalidRequest } from '../model/errors.js'
import type { Invitation, InvitationId } from '../model/invitation.js'
import type { Group, MemberProfile } from '../model/member.js'
import type { InvitationPolicy } from '../policy/invitation-policy.js'
import { ask } from '../ports/asking.js'
import { checkLinkedGroups, checkProfiles } from '../ports/check-answers.js'
import type { ServiceRepositories } from '../ports/repositories.js'
import type { Denial } from '../rules/rule.js'
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
export interface DeliveryCancelled<CustomDenial extends Denial = never> {
  readonly type: 'DeliveryCancelled'
  /**
   * First `InvitationExpired`, then every denial in the rulebook's order, those of custom rules last. Only if there are
   * none of these: `InviterNotFound`, if the recipient may not see the inviter.
   */
  readonly reasons: readonly [
    CancellationReason | CustomDenial,
    ...(CancellationReason | CustomDenial)[],
  ]
}

/**
 * Why a message must not go out any more.
 *
 * @since 0.1.0
 */
export type CancellationReason = InvitationExpired | StandingDenial

/**
 * The invitation has reached the end of its cooldown, from which the same pair is free again. This library's own rule.
 *
 * @since 0.1.0
 */
export interface InvitationExpired {
  readonly type: 'InvitationExpired'
  /** The first instant at which the invitation is not delivered any more. */
  readonly repeatableAt: Date
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

/** Judges an invitation once more by the same rules, and finds what its message needs. Rejects with the first outage. */
export async function prepareDelivery<CustomDenial extends Denial>(
  policy: InvitationPolicy<CustomDenial>,
  repositories: ServiceRepositories,
  value: unknown,
): Preparing<CustomDenial> {
  const parsed = parseDelivery(value)
  if (parsed.isErr()) return err(parsed.error)
  const { deliveryId, invitationId, channel } = parsed.value
  const invitation = await findInvitation(repositories.invitations, invitationId)
  const isThere = invitation !== undefined && invitation.text !== ''
  if (!isThere) return err({ type: 'InvitationNotFound', invitationId })

  const time = policy.now()
  // Stryker disable next-line ConditionalExpression: the recheck below fails by the same clock
  if (time.isErr()) return err(time.error)
  const { inviterId, recipientId, groupId, repeatableAt } = invitation
  const [judged, seenByRecipient, seenByInviter, groups] = await Promise.all([
    policy.recheck(invitation),
    ...findConcerned(repositories, invitation),
  ])
  if (judged.isErr()) return err(judged.error)
  const inviter = seenByRecipient.get(inviterId)
  const recipient = seenByRecipient.get(recipientId)
  const group = groups.get(groupId)
  if (time.value >= repeatableAt) {
    return cancelled([{ type: 'InvitationExpired', repeatableAt }, ...judged.value])
  }
  const [first, ...others] = judged.value
  if (first) return cancelled([first, ...others])
  // The policy sees people as the inviter does, and a moment earlier or later.
  if (inviter === undefined) return cancelled([{ type: 'InviterNotFound' }])
  if (group === undefined) return cancelled([{ type: 'GroupNotFound', groupId }])
  if (recipient === undefined) return cancelled([{ type: 'RecipientNotFound' }])
  return ok({
    channel,
    idempotencyKey: deliveryId,
    invitation: withRealReference(invitation, seenByInviter.get(recipientId)),
    inviter,
    recipient,
    group,
  })
}

type Preparing<CustomDenial extends Denial> = Promise<
  Result<
    PreparedDelivery,
    InvalidRequest | DeliveryCancelled<CustomDenial> | InvitationNotFound | DependencyFailed
  >
>

function cancelled<CustomDenial extends Denial>(
  reasons: DeliveryCancelled<CustomDenial>['reasons'],
): Result<never, DeliveryCancelled<CustomDenial>> {
  return err({ type: 'DeliveryCancelled', reasons })
}

const nobody: ReadonlyMap<string, MemberProfile> = new Map()

/** What the message shows, as the recipient sees it; and the recipient as the inviter does, for the reference. */
function findConcerned(
  { profiles, groups }: ServiceRepositories,
  { inviterId, recipientId, groupId, reference }: Invitation,
) {
  return [
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
    ask('groups', 'findGroups', () => groups.findGroups([groupId]), checkLinkedGroups),
  ] as const
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
