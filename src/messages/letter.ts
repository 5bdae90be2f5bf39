import type { PreparedDelivery } from '../service/prepare-delivery.js'
import { SUBJECT_CHARACTER_LIMIT } from '../text/limits.js'
import { excessOf } from '../text/measure.js'
import { displayed, onOneLine } from './displayed.js'
import { filled } from './fill.js'
import type { Language } from './language.js'
import type { MessageOptions } from './message-options.js'
import { messagesFor } from './messages-for.js'
import { isWebAddress } from './web-address.js'

/** What both messages say, before it is written as HTML or as plain text. */
export interface Letter {
  readonly language: Language
  /** The inviter's own subject, on a single line; none that is blank, or longer than the rules let through. */
  readonly ownSubject: string | undefined
  /** That, or the default one. */
  readonly subject: string
  /** What the templates are filled with, as members have written it. */
  readonly names: { readonly inviter: string; readonly group: string }
  /** The inviter's text as they have written it. */
  readonly text: string
  /** The template about what of the recipient's profile the text refers to, and that entry. */
  readonly reference: { readonly template: string; readonly entry: string } | undefined
  /** Where to see the group, if it is an address that one may follow. */
  readonly groupUrl: string | undefined
}

/** Reads out of a prepared delivery what is to be said, in the recipient's language. */
export function letterOf(
  { invitation, inviter, recipient, group }: PreparedDelivery,
  { languages }: MessageOptions,
): Letter {
  const { language } = messagesFor(recipient.locale, languages)
  const names = { inviter: inviter.displayName, group: group.name }
  const { text, reference } = invitation
  const subject = onOneLine(invitation.subject ?? '')
  const ownSubject = subject !== '' && fits(subject) ? subject : undefined
  return {
    language,
    ownSubject,
    subject: ownSubject ?? defaultSubject(language, names),
    names,
    text,
    reference: reference && {
      template: language.mail.reference[reference.field],
      entry: reference.entry,
    },
    groupUrl: isWebAddress(group.url) ? group.url : undefined,
  }
}

function defaultSubject({ direction, mail }: Language, names: Letter['names']): string {
  const subject = filled(
    mail.invitation,
    names,
    (words) => words,
    (name) => displayed(name, direction),
  )
  return fits(subject) ? subject : mail.someInvitation
}

function fits(subject: string): boolean {
  return excessOf(subject, SUBJECT_CHARACTER_LIMIT) === undefined
}
