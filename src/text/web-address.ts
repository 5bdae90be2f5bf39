/** The URL parser of the WHATWG, which every platform has. */
declare const URL: new (url: string) => { readonly href: string }

/** UTF-16 units. Mail programs and browsers open addresses of this length. */
const ADDRESS_UNIT_LIMIT = 2_048

/**
 * Two slashes and a host, and no control character or half of a pair: the parser would strip or replace them. No
 * backslash before the query: some programs take one for a slash and others for a letter of the host.
 */
const readAlike = () =>
  /^https?:\/\/[^/\\?#\p{Cc}\p{Cs}][^\\?#\p{Cc}\p{Cs}]*(?:[?#][^\p{Cc}\p{Cs}]*)?$/iu

/** A host, a port and what follows, without a login, which makes a host look like another one. */
const WRITTEN = /^https?:\/\/(?:[\w.-]+|\[[\da-f:]+\])(?::\d+)?\/[!#-;=?-~]*$/

/**
 * The value as an absolute http(s) address in ASCII: percent-encoded, and the host in Punycode, as browsers write it.
 * `undefined` for any other value, for an address with a login, and for one of more than 2,048 UTF-16 units. The address
 * has no white space, control character, double quotation mark, `<` or `>`.
 */
export function webAddressOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > ADDRESS_UNIT_LIMIT) return undefined
  const given = value.trim()
  const address = readAlike().test(given) ? hrefOf(given) : ''
  return address.length <= ADDRESS_UNIT_LIMIT && WRITTEN.test(address) ? address : undefined
}

/** `''` if it is no URL. */
function hrefOf(url: string): string {
  try {
    return new URL(url).href
  } catch {
    return ''
  }
}
