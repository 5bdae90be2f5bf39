import type {
  DeliveryChannel,
  Invitation,
  MemberProfile,
  PreparedDelivery,
} from 'group-invitations'
import { after, aProfile, NOW } from './builders.js'

/** What of a prepared delivery members have written, and the recipient's language. */
export interface Written {
  readonly subject?: string
  readonly text?: string
  readonly inviter?: string
  readonly group?: string
  readonly url?: string
  readonly inviterUrl?: string
  readonly entry?: string
  readonly locale?: string
}

/** A delivery that is ready to be rendered. */
export function aPrepared(
  written: Written = {},
  channel: DeliveryChannel = 'email',
): PreparedDelivery {
  const { subject, text = 'Lieber Bernd,\n\nkomm doch vorbei!\nAnna', entry, url, locale } = written
  const invitation: Invitation = {
    invitationId: 'i-1',
    inviterId: 'anna',
    recipientId: 'bernd',
    groupId: 'chess',
    route: 'profile',
    ...(subject !== undefined && { subject }),
    text,
    ...(entry !== undefined && { reference: { field: 'haves', entry } }),
    sentAt: NOW,
    repeatableAt: after(NOW, 1),
  }
  const inviter: MemberProfile = aProfile({
    displayName: written.inviter ?? 'Anna Schmidt',
    url: written.inviterUrl,
  })
  const group = { name: written.group ?? 'Schach an der Elbe', url }
  const recipient = aProfile({ locale: locale ?? 'de-DE' })
  return { channel, idempotencyKey: `i-1.${channel}`, invitation, inviter, recipient, group }
}

/** Options with which every e-mail can be rendered. */
export const EMAIL_OPTIONS = {
  platform: 'Elbnetz',
  domain: 'network.example',
  unsubscribeUrl: 'https://network.example/opt-out?token=a.b&from=mail',
}
