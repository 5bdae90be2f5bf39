import { normalizeText } from '../text/normalize-text.js'
import { webAddressOf } from '../text/web-address.js'
import { assert, optionsIn } from '../validation/assert.js'
import {
  type CheckedMessageOptions,
  checkMessageOptions,
  MESSAGE_OPTIONS,
  type MessageOptions,
} from './message-options.js'

/**
 * The options of `renderEmail`: facts about the service that sends the e-mail.
 *
 * @since 0.1.0
 */
export interface EmailOptions extends MessageOptions {
  /** The network's name, as members know it. It must show something. */
  readonly platform: string
  /** The domain that the mail is sent from, in ASCII. The `Message-ID` ends in it. */
  readonly domain: string
  /**
   * The recipient's own https link to switch group invitations off.
   *
   * A GET shows a page and changes nothing; a POST switches the invitations off at once (RFC 8058). The URL has no
   * login, and at most 900 characters in ASCII, so that it fits on a line of a mail.
   */
  readonly unsubscribeUrl: string
  /**
   * What becomes of a reply, as a sentence of the service in the recipient's language: "Replies to this message reach
   * nobody." It stands at the end of the mail, on one line. If it is absent, the mail does not speak of replies, since
   * only the service knows its sender.
   *
   * It is the service's own text. It is not parted as the words of members are, so that an address in it is linked.
   */
  readonly replyNote?: string | undefined
}

const KNOWN = [
  ...MESSAGE_OPTIONS,
  'platform',
  'domain',
  'unsubscribeUrl',
  'replyNote',
] as const satisfies readonly (keyof EmailOptions)[]

/** The options as the e-mail uses them. */
export interface CheckedEmailOptions extends CheckedMessageOptions {
  readonly platform: string
  readonly domain: string
  readonly unsubscribeUrl: string
  readonly replyNote: string | undefined
}

/** Writes the URLs as browsers do. Throws a `TypeError` that names the first option that is unknown or not usable. */
export function checkEmailOptions(options: EmailOptions): CheckedEmailOptions {
  const own = optionsIn(options, 'options', KNOWN)
  const { platform, domain, unsubscribeUrl, replyNote } = own
  assert(showsSomething(platform), 'options.platform', 'a name')
  const isDomain = typeof domain === 'string' && /^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/.test(domain)
  assert(isDomain, 'options.domain', 'a domain name in ASCII')
  const link = webAddressOf(unsubscribeUrl)
  const isLink = link !== undefined && link.length <= 900 && link.startsWith('https:')
  assert(
    isLink,
    'options.unsubscribeUrl',
    'an https URL without a login, of at most 900 characters',
  )
  assert(replyNote === undefined || showsSomething(replyNote), 'options.replyNote', 'a sentence')
  return { ...checkMessageOptions(own), platform, domain, unsubscribeUrl: link, replyNote }
}

function showsSomething(value: unknown): value is string {
  return typeof value === 'string' && normalizeText(value) !== ''
}
