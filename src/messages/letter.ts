import type { PreparedDelivery } from '../service/prepare-delivery.js'
import { SUBJECT_CHARACTER_LIMIT } from '../text/limits.js'
import { excessOf } from '../text/measure.js'
import { isWebAddress } from './addresses.js'
import { displayed, onOneLine } from './displayed.js'
import type { Language } from './language.js'
import { type Languages, messagesFor } from './messages-for.js'

/**
 * The options that both renderers take.
 *
 * @since 0.1.0
 */
export interface MessageOptions {
  /** The languages that the recipient's language is chosen from. Default: English and formal German. */
  readonly languages?: Languages | undefined
}

/** The content of both messages, before it becomes HTML or plain text. */
export interface Letter {
  readonly language: Language
  /** The inviter's subject on one line. Absent if it is blank or longer than the rules allow. */
  readonly ownSubject: string | undefined
  readonly subject: string
  /** Not escaped, as `text` and `reference.entry` are not. */
  readonly names: { readonly inviter: string; readonly group: string }
  readonly text: string
  readonly reference: { readonly template: string; readonly entry: string } | undefined
  /** Absent if the group's URL is not safe to link. */
  readonly groupUrl: string | undefined
}

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

/** Fills a template: `say` writes the words of the language, `show` the values that members have written. */
export function filled(
  template: string,
  values: Readonly<Record<string, string>>,
  say: (words: string) => string,
  show: (value: string) => string,
): string {
  return template
    .split(/\{(\w+)\}/)
    .map((part, index) => (index % 2 === 0 ? say(part) : show(String(values[part]))))
    .join('')
}
