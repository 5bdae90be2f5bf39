import { ok, type Result } from 'neverthrow'
import {
  type Delivery,
  type DeliveryChannel,
  deliveryIdOf,
  isDeliveryChannel,
} from '../model/delivery.js'
import type { InvalidRequest, RequestIssue } from '../model/errors.js'
import { invalid } from '../validation/invalid.js'
import {
  anIdentifier,
  anObject,
  aString,
  issueOf,
  type Kind,
  take,
} from '../validation/parse-fields.js'

/** Parses a delivery, as a queue hands it back. Never throws. */
export function parseDelivery(value: unknown): Result<Delivery, InvalidRequest> {
  if (!anObject.accepts(value)) return invalid([issueOf(anObject, [], 'The delivery')])
  const issues: RequestIssue[] = []
  const deliveryId = take(value, 'deliveryId', aString, issues)
  const invitationId = take(value, 'invitationId', anIdentifier, issues)
  const channel = take(value, 'channel', aChannel, issues)
  if (issues.length > 0) return invalid(issues)
  if (deliveryId !== deliveryIdOf(invitationId, channel)) return invalid([notOfIts])
  return ok({ deliveryId, invitationId, channel })
}

const notOfIts: RequestIssue = {
  message: 'deliveryId must be <invitationId>.<channel>',
  path: ['deliveryId'],
}

const aChannel: Kind<DeliveryChannel> = {
  name: "'email' or 'news'",
  accepts: isDeliveryChannel,
}
