import { assert, assertKnownKeys } from '../validation/assert.js'
import { isWebAddress } from './addresses.js'
import type { MessageOptions } from './letter.js'

/**
 * The options of `renderEmail`: facts about the service that sends the e-mail.
 *
 * @since 0.1.0
 */
export interface EmailOptions extends MessageOptions {
  /** The network's name, as members know it. It must not be blank. */
  readonly platform: string
  /** The domain that the mail is sent from, in ASCII. The `Message-ID` ends in it. */
  readonly domain: string
  /**
   * The recipient's own https link to switch group invitations off.
   *
   * A GET shows a page and changes nothing; a POST switches the invitations off at once (RFC 8058). The URL is in
   * ASCII, has no login, and has at most 900 characters, so that it fits on a line of a mail.
   */
  readonly unsubscribeUrl: string
}

const KNOWN: readonly (keyof EmailOptions)[] = ['languages', 'platform', 'domain', 'unsubscribeUrl']

/** Throws a `TypeError` that names the first option that is unknown or not usable. */
export function assertEmailOptions(options: EmailOptions): void {
  assertKnownKeys(options, 'options', KNOWN)
  const { platform, domain, unsubscribeUrl } = options
  assert(typeof platform === 'string' && platform.trim() !== '', 'options.platform', 'a name')
  const isDomain = typeof domain === 'string' && /^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/.test(domain)
  assert(isDomain, 'options.domain', 'a domain name in ASCII')
  const isLink =
    isWebAddress(unsubscribeUrl) && unsubscribeUrl.length <= 900 && /^https:/i.test(unsubscribeUrl)
  assert(isLink, 'options.unsubscribeUrl', 'an https URL in ASCII, of at most 900 characters')
}
