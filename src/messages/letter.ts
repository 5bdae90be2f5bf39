import type { PreparedDelivery } from '../service/prepare-delivery.js'
import { SUBJECT_CHARACTER_LIMIT } from '../text/limits.js'
import { excessOf } from '../text/measure.js'
import { webAddressOf } from '../text/web-address.js'
import { assert, fieldOf } from '../validation/assert.js'
import { displayed, shortened } from './displayed.js'
import type { Language } from './language.js'
import { onOneLine } from './lines.js'
import type { CheckedMessageOptions } from './message-options.js'
import { messagesFor } from './messages-for.js'

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
  /** To the invitation, or else to the group. Absent if neither has an address. */
  readonly button: Link | undefined
  /** Absent if the inviter's profile has no address. */
  readonly inviterUrl: string | undefined
  /** Absent if the service gives no address for it. */
  readonly report: Link | undefined
}

export interface Link {
  readonly url: string
  readonly words: string
}

/** Throws a `TypeError` if the delivery is of another channel: its message would be sent twice. */
export function assertChannel(prepared: PreparedDelivery, channel: 'email' | 'news'): void {
  assert(fieldOf(prepared, 'channel') === channel, 'prepared.channel', `'${channel}'`)
}

export function letterOf(
  { invitation, inviter, recipient, group }: PreparedDelivery,
  { languages, invitationUrl, reportUrl }: CheckedMessageOptions,
): Letter {
  const { language } = messagesFor(optional(recipient, 'locale'), languages)
  const { mail } = language
  const names = {
    inviter: nameOf(inviter.displayName, language),
    group: nameOf(group.name, language),
  }
  const subject = onOneLine(optional(invitation, 'subject') ?? '')
  const ownSubject = subject !== '' && fits(subject) ? subject : undefined
  const reference = optional(invitation, 'reference')
  return {
    language,
    ownSubject,
    subject: ownSubject ?? defaultSubject(language, names),
    names,
    text: invitation.text,
    reference: reference && {
      template: mail.reference[reference.field],
      entry: reference.entry,
    },
    button:
      linkTo(invitationUrl, mail.seeInvitation) ??
      linkTo(webAddressOf(optional(group, 'url')), mail.seeGroup),
    inviterUrl: webAddressOf(optional(inviter, 'url')),
    report: linkTo(reportUrl, mail.report),
  }
}

/** A field that may be missing, and then is not looked for on a polluted `Object.prototype`. */
function optional<Value extends object, Key extends keyof Value>(
  value: Value,
  key: Key,
): Value[Key] | undefined {
  return key in Object.prototype && !Object.hasOwn(value, key) ? undefined : value[key]
}

function nameOf(name: string, { mail }: Language): string {
  const shown = shortened(name)
  return shown === '' ? mail.noName : shown
}

function linkTo(url: string | undefined, words: string): Link | undefined {
  return url === undefined ? undefined : { url, words }
}

function defaultSubject(language: Language, names: Letter['names']): string {
  const { mail } = language
  const subject = filled(
    mail.invitation,
    names,
    (words) => words,
    (name) => displayed(name, language),
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
  show: (value: string, name: string) => string,
): string {
  return template
    .split(/\{(\w+)\}/)
    .map((part, index) => (index % 2 === 0 ? say(part) : show(String(values[part]), part)))
    .join('')
}
