import { err, ok, type Result } from 'neverthrow'
import type { InvitationExpired, InvitationNotFound } from '../decision/answer.js'
import type { StandingDenial } from '../decision/denials.js'
import type { DeliveryChannel } from '../model/delivery.js'
import type { DependencyFailed, InvalidRequest } from '../model/errors.js'
import type { InvitationChange, InvitationStatus } from '../model/invitation-change.js'
import type { Invitation, InvitationId } from '../model/invitation.js'
import type { Group, MemberProfile } from '../model/member.js'
import type { InvitationPolicy } from '../policy/invitation-policy.js'
import { ask } from '../ports/asking.js'
import { checkLinkedGroups, checkProfiles } from '../ports/check-answers.js'
import type { ServiceRepositories } from '../ports/repositories.js'
import type { Denial } from '../rules/rule.js'
import { findChanges } from './find-changes.js'
import { findInvitation } from './find-invitation.js'
import { parseDelivery } from './parse-delivery.js'
import { withRealReference } from './real-reference.js'

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
   * First `InvitationClosed`, then `InvitationExpired`, then every denial in the rulebook's order, those of custom rules
   * last. Only if there are none of these: `InviterNotFound`, `GroupNotFound` or `RecipientNotFound` alone, if the
   * recipient may not see the inviter, or the others have gone at that moment.
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
export type CancellationReason = InvitationClosed | InvitationExpired | StandingDenial

/**
 * The invitation was answered or withdrawn before its message went out.
 *
 * @since 0.1.0
 */
export interface InvitationClosed {
  readonly type: 'InvitationClosed'
  /** For the worker and its log. `Declined` is private to the recipient: the inviter never learns it. */
  readonly status: InvitationStatus
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
  const [judged, changes, seenByRecipient, seenByInviter, groups] = await Promise.all([
    policy.recheck(invitation),
    repositories.answers ? findChanges(repositories.answers, [invitationId]) : noChanges,
    ...findConcerned(repositories, invitation),
  ])
  if (judged.isErr()) return err(judged.error)
  const inviter = seenByRecipient.get(inviterId)
  const recipient = seenByRecipient.get(recipientId)
  const group = groups.get(groupId)
  const change = changes.get(invitationId)
  const [first, ...others]: readonly (CancellationReason | CustomDenial)[] = [
    ...(change ? [{ type: 'InvitationClosed', status: change.status } as const] : []),
    ...(time.value >= repeatableAt ? [{ type: 'InvitationExpired', repeatableAt } as const] : []),
    ...judged.value,
  ]
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

const noChanges: ReadonlyMap<InvitationId, InvitationChange> = new Map()
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
