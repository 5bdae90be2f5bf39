import type { Invitation, InvitationId } from './invitation.js'

/**
 * How an invitation reaches its recipient (D8): as an e-mail, and as a news item in the groups area ("Neuigkeit").
 *
 * @since 0.1.0
 */
export type DeliveryChannel = 'email' | 'news'

/**
 * A message that is still to be handed over: what a queue or an outbox carries. It holds nothing personal.
 *
 * @since 0.1.0
 */
export interface Delivery {
  /**
   * `<invitationId>.email` or `<invitationId>.news`, with a full stop: some queues do not accept a colon. It is the same
   * at every try.
   */
  readonly deliveryId: string
  readonly invitationId: InvitationId
  readonly channel: DeliveryChannel
}

const CHANNELS = ['email', 'news'] as const satisfies DeliveryChannel[]

/** Whether the value names a channel. */
export function isDeliveryChannel(value: unknown): value is DeliveryChannel {
  return CHANNELS.some((channel) => channel === value)
}

/**
 * The two deliveries of an invitation, the e-mail first: to be stored in the same atomic write.
 *
 * @since 0.1.0
 */
export function deliveriesOf({
  invitationId,
}: Pick<Invitation, 'invitationId'>): readonly Delivery[] {
  return CHANNELS.map((channel) => ({
    deliveryId: deliveryIdOf(invitationId, channel),
    invitationId,
    channel,
  }))
}

/** The identifier of an invitation's delivery. */
export function deliveryIdOf(invitationId: InvitationId, channel: DeliveryChannel): string {
  return `${invitationId}.${channel}`
}
