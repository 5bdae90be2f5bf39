import { deliveryIdOf } from '../model/delivery.js'
import type { MemberId } from '../model/member.js'
import type { PreparedDelivery } from '../service/prepare-delivery.js'
import { optionsIn } from '../validation/assert.js'
import { unlinked } from './html.js'
import { assertChannel, type Letter, letterOf } from './letter.js'
import { headlineHtml, letterHtml, linkHtml } from './letter-html.js'
import { onLines } from './lines.js'
import { checkMessageOptions, MESSAGE_OPTIONS, type MessageOptions } from './message-options.js'

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
  /** Where the item leads: to the `invitationUrl` of the options, or else to the group. Absent if there is neither. */
  readonly url?: string
  /** The address of the inviter's profile. Absent if the profile has none. */
  readonly inviterUrl?: string
  /** The whole item, with the inviter and the group, as an HTML fragment that a page can insert as it is. */
  readonly html: string
}

/**
 * Renders an invitation as a news item in the recipient's language (D8).
 *
 * Its `html` treats what members have written as the HTML of `renderEmail` does.
 *
 * @throws TypeError that names an option that is unknown, or not usable; or if the delivery is of another channel.
 *
 * @since 0.1.0
 */
export function renderNews(prepared: PreparedDelivery, options: MessageOptions = {}): RenderedNews {
  assertChannel(prepared, 'news')
  const checked = checkMessageOptions(optionsIn(options, 'options', MESSAGE_OPTIONS))
  const { invitationId, recipientId } = prepared.invitation
  const letter = letterOf(prepared, checked)
  const { button, inviterUrl } = letter
  return {
    channel: 'news',
    idempotencyKey: deliveryIdOf(invitationId, 'news'),
    recipientId,
    locale: letter.language.locale,
    title: letter.subject,
    body: onLines(letter.text),
    ...(button && { url: button.url }),
    ...(inviterUrl !== undefined && { inviterUrl }),
    html: newsHtml(letter),
  }
}

/** Without any style: the fragment takes that of the page around it. */
function newsHtml(letter: Letter): string {
  const { ownSubject, language, report } = letter
  return `<article lang="${language.locale}" dir="${language.direction}">
<h3>${headlineHtml(letter)}</h3>
${ownSubject === undefined ? '' : `<p><strong dir="auto">${unlinked(ownSubject)}</strong></p>\n`}${letterHtml(letter)}${report ? `<p>${linkHtml(report, 'invitation-report')}</p>\n` : ''}</article>
`
}
