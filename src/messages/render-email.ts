import { deliveryIdOf } from '../model/delivery.js'
import type { MemberId } from '../model/member.js'
import type { PreparedDelivery } from '../service/prepare-delivery.js'
import { emailHtml } from './email-html.js'
import { assertEmailOptions, type EmailOptions } from './email-options.js'
import { emailText } from './email-text.js'
import { letterOf } from './letter.js'

/**
 * The headers that mark the mail as sent by a machine, and as one that can be unsubscribed from by one click.
 *
 * @since 0.1.0
 */
export type EmailHeaders = Readonly<
  Record<'List-Unsubscribe' | 'List-Unsubscribe-Post' | 'Auto-Submitted', string>
>

/**
 * An e-mail, ready for a transport such as nodemailer, but for who sends it and the recipient's address.
 *
 * @since 0.1.0
 */
export interface RenderedEmail {
  readonly channel: 'email'
  /** The same at every try, so that a transport can drop repetitions. */
  readonly idempotencyKey: string
  /** The `Message-ID`, in its angle brackets; the same at every try. */
  readonly messageId: string
  /** To whom it goes: the service knows the address. */
  readonly recipientId: MemberId
  /** The inviter's subject, or the default one, on one line and not encoded. */
  readonly subject: string
  /** The e-mail as plain text. */
  readonly text: string
  /** The same as an HTML document. */
  readonly html: string
  /** All further headers. Nothing in them is written by a member. */
  readonly headers: EmailHeaders
}

/**
 * The invitation as an e-mail, in the recipient's language.
 *
 * What members have written (subject, text, names, an entry of the profile, the group's name) is escaped in the HTML,
 * cannot turn the text around it, and is not linked; the text keeps its line breaks, all else is put on one line. Of it
 * only what is in the subject reaches a header. The group is linked where its `url` is an address of the web.
 *
 * @throws TypeError that names the option that is of no use: without them no mail may go out.
 *
 * @since 0.1.0
 */
export function renderEmail(prepared: PreparedDelivery, options: EmailOptions): RenderedEmail {
  assertEmailOptions(options)
  const { invitationId, recipientId } = prepared.invitation
  const letter = letterOf(prepared, options)
  return {
    channel: 'email',
    idempotencyKey: deliveryIdOf(invitationId, 'email'),
    messageId: `<${atomOf(invitationId)}@${options.domain}>`,
    recipientId,
    subject: literal(letter.subject),
    text: emailText(letter, options),
    html: emailHtml(letter, options),
    headers: {
      'List-Unsubscribe': `<${options.unsubscribeUrl}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
    },
  }
}

/**
 * A subject that arrives as it reads. What looks like an encoded word (RFC 2047: `=?utf-8?Q?…?=`) would be decoded
 * on its way, to whatever it hides: an invisible U+2060 (word joiner) parts it.
 */
function literal(subject: string): string {
  return subject.replaceAll('=?', '=\u2060?')
}

/** An identifier as a part of a `Message-ID`: in percent encoding, and so are dots, which may not stand anywhere. */
function atomOf(id: string): string {
  return encodeURIComponent(id.replace(/\p{Cs}/gu, '\uFFFD')).replace(
    /[.!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
