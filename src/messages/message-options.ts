import { webAddressOf } from '../text/web-address.js'
import { assert } from '../validation/assert.js'
import { assertLanguages, type Languages } from './messages-for.js'

/**
 * The options that both renderers take.
 *
 * @since 0.1.0
 */
export interface MessageOptions {
  /** The languages that the recipient's language is chosen from. Default: English and formal German. */
  readonly languages?: Languages | undefined
  /**
   * The page on which the recipient answers the invitation: an `http` or `https` URL without a login. The button leads
   * to it. If it is absent, the button leads to the group.
   *
   * A GET must only show the page, since mail scanners open links.
   */
  readonly invitationUrl?: string | undefined
  /**
   * The page on which the recipient reports the invitation: an `http` or `https` URL without a login. If it is absent,
   * the message has no such link.
   *
   * A GET must only show the page, since mail scanners open links.
   */
  readonly reportUrl?: string | undefined
}

export const MESSAGE_OPTIONS = [
  'languages',
  'invitationUrl',
  'reportUrl',
] as const satisfies readonly (keyof MessageOptions)[]

/** The options as the renderers use them. */
export interface CheckedMessageOptions {
  readonly languages: Languages | undefined
  readonly invitationUrl: string | undefined
  readonly reportUrl: string | undefined
}

/** Checks own fields of options, and writes their URLs as browsers do. Throws a `TypeError` that names a wrong option. */
export function checkMessageOptions(options: MessageOptions): CheckedMessageOptions {
  const { languages } = options
  if (languages !== undefined) assertLanguages(languages, 'options.languages')
  return {
    languages,
    invitationUrl: checkUrl(options.invitationUrl, 'options.invitationUrl'),
    reportUrl: checkUrl(options.reportUrl, 'options.reportUrl'),
  }
}

function checkUrl(value: unknown, path: string): string | undefined {
  if (value === undefined) return undefined
  const url = webAddressOf(value)
  assert(url !== undefined, path, 'an http or https URL without a login')
  return url
}
