/**
 * Whether it is an address of the web, with a host and without a login, and without anything that could end an
 * attribute, a header or a line.
 */
export function isWebAddress(value: unknown): value is string {
  return (
    typeof value === 'string' && /^https?:\/\/[a-z0-9.-]+(:\d+)?([/?#][!#-;=?-~]*)?$/i.test(value)
  )
}
