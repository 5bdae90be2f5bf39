import { deliveryIdOf } from '../model/delivery.js'
import type { MemberId } from '../model/member.js'
import type { PreparedDelivery } from '../service/prepare-delivery.js'
import { emailHtml } from './email-html.js'
import { checkEmailOptions, type EmailOptions } from './email-options.js'
import { emailText } from './email-text.js'
import { assertChannel, letterOf } from './letter.js'

/**
 * The headers that mark an e-mail as automatic, and let the recipient unsubscribe with one click (RFC 8058).
 *
 * @since 0.1.0
 */
export type EmailHeaders = Readonly<
  Record<'List-Unsubscribe' | 'List-Unsubscribe-Post' | 'Auto-Submitted', string>
>

/**
 * An e-mail for a transport such as nodemailer. The service adds the sender and the recipient's address.
 *
 * @since 0.1.0
 */
export interface RenderedEmail {
  readonly channel: 'email'
  /** The same at every try, so that a transport can drop repetitions. */
  readonly idempotencyKey: string
  /** The `Message-ID` with its angle brackets. The same at every try. */
  readonly messageId: string
  /** The recipient, whose address the service knows. */
  readonly recipientId: MemberId
  /** The inviter's subject, or else the default one, on one line and not encoded. */
  readonly subject: string
  /** The e-mail as plain text. */
  readonly text: string
  /** The e-mail as an HTML document with the same content. */
  readonly html: string
  /** All other headers. They contain nothing that members have written. */
  readonly headers: EmailHeaders
}

/**
 * Renders an invitation as an e-mail in the recipient's language (D8).
 *
 * Members have written the subject, the text, the names, the group's name and the profile entry. The HTML escapes them
 * and links nothing in them, and none of them can turn the text around it. The text keeps its line breaks; everything
 * else is on one line. Of what members have written, only the subject and the names in the default one reach a header.
 *
 * Within a sentence, names and the entry have at most 100 characters (a longer one ends in an ellipsis) and inner
 * quotation marks, so that none can close the quotation around it. A name that shows nothing is replaced by words.
 *
 * The button leads to `invitationUrl`, or else to the group; the inviter's name to the `url` of the profile. Addresses
 * are percent-encoded, and their hosts are in Punycode. One that is not `http` or `https` is not linked.
 *
 * @throws TypeError that names an option that is unknown, or not usable; or if the delivery is of another channel.
 *
 * @since 0.1.0
 */
export function renderEmail(prepared: PreparedDelivery, options: EmailOptions): RenderedEmail {
  assertChannel(prepared, 'email')
  const checked = checkEmailOptions(options)
  const { invitationId, recipientId } = prepared.invitation
  const letter = letterOf(prepared, checked)
  return {
    channel: 'email',
    idempotencyKey: deliveryIdOf(invitationId, 'email'),
    messageId: `<${atomOf(invitationId)}@${checked.domain}>`,
    recipientId,
    subject: literal(letter.subject),
    text: emailText(letter, checked),
    html: emailHtml(letter, checked),
    headers: {
      'List-Unsubscribe': `<${checked.unsubscribeUrl}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
    },
  }
}

/** Parts encoded words (RFC 2047: `=?utf-8?Q?…?=`) by an invisible U+2060: mail programs would decode them. */
function literal(subject: string): string {
  return subject.replaceAll('=?', '=\u2060?')
}

/** Percent-encodes an identifier for a `Message-ID`, dots included: an atom may not begin or end with one. */
function atomOf(id: string): string {
  return encodeURIComponent(id.replace(/\p{Cs}/gu, '\uFFFD')).replace(
    /[.!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
