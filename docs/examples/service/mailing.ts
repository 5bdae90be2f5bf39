import type { MemberId, PreparedDelivery } from 'group-invitations'
import { messagesFor, renderEmail, type RenderedNews, renderNews } from 'group-invitations/messages'
import type { Transporter } from 'nodemailer'
import type { OptOutLinks } from './opt-out-links.js'

/** What a worker needs to hand messages over. */
export interface Mailing {
  readonly transport: Transporter
  readonly links: OptOutLinks
  /** The page on which recipients answer. It must not answer by itself when it is opened: mail scanners open links. */
  readonly invitationPage: string
  addressOf(memberId: MemberId): Promise<string>
  storeNews(news: RenderedNews): Promise<void>
}

/** The sender takes no mail, and only the service knows that. */
const REPLY_NOTES: Readonly<Record<string, string>> = {
  en: 'Replies to this message reach nobody.',
  de: 'Antworten auf diese Nachricht erreichen niemanden.',
}

/** Hands one prepared message over, as an e-mail or as a news item. */
export async function deliver(prepared: PreparedDelivery, mailing: Mailing): Promise<void> {
  const { recipientId, invitationId } = prepared.invitation
  const page = new URL(mailing.invitationPage)
  page.searchParams.set('invitation', invitationId)
  const invitationUrl = page.href
  if (prepared.channel === 'news') return mailing.storeNews(renderNews(prepared, { invitationUrl }))
  const email = renderEmail(prepared, {
    platform: 'Elbnetz',
    domain: 'elbnetz.example',
    invitationUrl,
    unsubscribeUrl: mailing.links.linkFor({ memberId: recipientId, invitationId }),
    replyNote: REPLY_NOTES[messagesFor(prepared.recipient.locale).language.locale],
  })
  const to = await mailing.addressOf(recipientId)
  await mailing.transport.sendMail({ ...email, from: 'Elbnetz <no-reply@elbnetz.example>', to })
}
