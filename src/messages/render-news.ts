import { deliveryIdOf } from '../model/delivery.js'
import type { MemberId } from '../model/member.js'
import type { PreparedDelivery } from '../service/prepare-delivery.js'
import { assertKnownKeys } from '../validation/assert.js'
import { onLines } from './displayed.js'
import { unlinked } from './html.js'
import { type Letter, letterOf, type MessageOptions } from './letter.js'
import { headlineHtml, letterHtml } from './letter-html.js'

/**
 * A news item ("Neuigkeit") for the recipient's groups area.
 *
 * @since 0.1.0
 */
export interface RenderedNews {
  readonly channel: 'news'
  /** The same at every try, so that the store of news can drop repetitions. */
  readonly idempotencyKey: string
  /** The member whose groups area shows the item. */
  readonly recipientId: MemberId
  /** The language of the words that no member has written, as a BCP 47 tag. */
  readonly locale: string
  /** The inviter's subject, or else the default one, as plain text on one line. Not escaped. */
  readonly title: string
  /** The personal text, as plain text with line feeds. Not escaped. */
  readonly body: string
  /** The address of the group. Absent if the group's `url` is no http or https address. */
  readonly url?: string
  /** The whole item, with the inviter and the group, as an HTML fragment that a page can insert as it is. */
  readonly html: string
}

/**
 * Renders an invitation as a news item in the recipient's language (D8).
 *
 * Its `html` treats what members have written as the HTML of `renderEmail` does.
 *
 * @throws TypeError that names an option that is unknown.
 *
 * @since 0.1.0
 */
export function renderNews(prepared: PreparedDelivery, options: MessageOptions = {}): RenderedNews {
  assertKnownKeys(options, 'options', ['languages'])
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

/** Without any style: the fragment takes that of the page around it. */
function newsHtml(letter: Letter): string {
  const { ownSubject, language } = letter
  return `<article lang="${language.locale}" dir="${language.direction}">
<h3>${headlineHtml(letter)}</h3>
${ownSubject === undefined ? '' : `<p><strong dir="auto">${unlinked(ownSubject)}</strong></p>\n`}${letterHtml(letter)}</article>
`
}
