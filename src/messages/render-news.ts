import { deliveryIdOf } from '../model/delivery.js'
import type { MemberId } from '../model/member.js'
import type { PreparedDelivery } from '../service/prepare-delivery.js'
import { onLines } from './displayed.js'
import { letterOf } from './letter.js'
import type { MessageOptions } from './message-options.js'
import { newsHtml } from './news-html.js'

/**
 * A news item ("Neuigkeit") for the recipient's groups area.
 *
 * @since 0.1.0
 */
export interface RenderedNews {
  readonly channel: 'news'
  /** The same at every try, so that the store of news can drop repetitions. */
  readonly idempotencyKey: string
  /** For whom it is. */
  readonly recipientId: MemberId
  /** The language of what is not written by members, as a BCP 47 tag. */
  readonly locale: string
  /** The inviter's subject, or the default one, as plain text on one line. */
  readonly title: string
  /** The personal text, as plain text with line feeds. Like the title it is not escaped. */
  readonly body: string
  /** Where to see the group; absent where its `url` is no address of the web. */
  readonly url?: string
  /** All of it, with who invites into what, as an HTML fragment that can be inserted as it is. */
  readonly html: string
}

/**
 * The invitation as a news item, in the recipient's language. In its `html` what members have written is as harmless as
 * in the e-mail.
 *
 * @since 0.1.0
 */
export function renderNews(prepared: PreparedDelivery, options: MessageOptions = {}): RenderedNews {
  const { invitationId, recipientId } = prepared.invitation
  const letter = letterOf(prepared, options)
  return {
    channel: 'news',
    idempotencyKey: deliveryIdOf(invitationId, 'news'),
    recipientId,
    locale: letter.language.locale,
    title: letter.subject,
    body: onLines(letter.text),
    ...(letter.groupUrl !== undefined && { url: letter.groupUrl }),
    html: newsHtml(letter),
  }
}
