import type { ProfileReference } from '../model/invitation.js'
import { type MemberProfile, PROFILE_FIELDS } from '../model/member.js'

/** All entries of a profile that have a letter or digit, with their fields. */
export function entriesOf(profile: MemberProfile): ProfileReference[] {
  return PROFILE_FIELDS.flatMap((field) =>
    profile[field]
      .filter((entry) => /[\p{L}\p{N}]/u.test(entry))
      .map((entry) => ({ field, entry })),
  )
}

/** The entry that the reference is to, written like it but for outer white space; `undefined`: it is to none. */
export function entryAmong(
  entries: readonly ProfileReference[],
  { field, entry }: ProfileReference,
): ProfileReference | undefined {
  return entries.find((real) => real.field === field && real.entry.trim() === entry.trim())
}

/**
 * The entries of a profile field that somebody has written as one text: 'a, b; c' has three.
 *
 * Entries are separated by commas, semicolons, bullets (`•`, `·`), bars and line feeds. A comma between two digits
 * separates nothing, nor does one in round brackets that close within 100 code points. White space around the entries
 * goes, and so do empty ones and repetitions; the order stays. Of a blank text there are none.
 *
 * @since 0.1.0
 */
export function parseProfileEntries(text: string): string[] {
  const separator = /[;\n•·|]|(?:(?<!\d),|,(?!\d))(?![^()\n]{0,100}\))/u
  const entries = text.split(separator).map((entry) => entry.trim())
  return [...new Set(entries.filter((entry) => entry !== ''))]
}
