import type { Invitation, InvitationId } from './invitation.js'

/**
 * The ways in which an invitation reaches its recipient (D8): an e-mail, and a news item in the groups area
 * ("Neuigkeit").
 *
 * @since 0.1.0
 */
export type DeliveryChannel = 'email' | 'news'

/**
 * A message that is still to be delivered, for a queue or an outbox. It contains nothing personal.
 *
 * @since 0.1.0
 */
export interface Delivery {
  /**
   * `<invitationId>.email` or `<invitationId>.news`: the same at each attempt. The separator is a full stop, because
   * some queues do not accept a colon.
   */
  readonly deliveryId: string
  readonly invitationId: InvitationId
  readonly channel: DeliveryChannel
}

const CHANNELS = ['email', 'news'] as const satisfies DeliveryChannel[]

export function isDeliveryChannel(value: unknown): value is DeliveryChannel {
  return CHANNELS.some((channel) => channel === value)
}

/**
 * Returns the two deliveries of an invitation, the e-mail first. Store them in the same atomic write as the invitation.
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

export function deliveryIdOf(invitationId: InvitationId, channel: DeliveryChannel): string {
  return `${invitationId}.${channel}`
}
