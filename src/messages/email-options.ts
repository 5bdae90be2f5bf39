import { assert } from '../validation/assert.js'
import type { MessageOptions } from './message-options.js'
import { isWebAddress } from './web-address.js'

/**
 * What an e-mail says of the service that sends it.
 *
 * @since 0.1.0
 */
export interface EmailOptions extends MessageOptions {
  /** The network's name, as members know it. */
  readonly platform: string
  /** The domain that the `Message-ID` ends in: the one that the mail is sent from, in ASCII. */
  readonly domain: string
  /**
   * The recipient's own link to switch group invitations off, over HTTPS. Opening it (GET) shows a page, and a POST
   * to it does it at once (RFC 8058). In ASCII, without a login, and short enough for a line of a mail: at most 900
   * characters. Nobody gets mail without a way out.
   */
  readonly unsubscribeUrl: string
}

/** @throws TypeError that names the option that is of no use. */
export function assertEmailOptions({ platform, domain, unsubscribeUrl }: EmailOptions): void {
  assert(typeof platform === 'string' && platform.trim() !== '', 'options.platform', 'a name')
  const isDomain = typeof domain === 'string' && /^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/.test(domain)
  assert(isDomain, 'options.domain', 'a domain name in ASCII')
  const isLink =
    isWebAddress(unsubscribeUrl) && unsubscribeUrl.length <= 900 && /^https:/i.test(unsubscribeUrl)
  assert(isLink, 'options.unsubscribeUrl', 'an https URL in ASCII, of at most 900 characters')
}
