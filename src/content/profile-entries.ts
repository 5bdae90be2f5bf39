import type { ProfileReference } from '../model/invitation.js'
import { type MemberProfile, PROFILE_FIELDS } from '../model/member.js'

/** Entries without a letter or digit are left out. */
export function entriesOf(profile: MemberProfile): ProfileReference[] {
  return PROFILE_FIELDS.flatMap((field) =>
    profile[field]
      .filter((entry) => /[\p{L}\p{N}]/u.test(entry))
      .map((entry) => ({ field, entry })),
  )
}

/** The entry with the field and the spelling of the reference, except for outer white space. */
export function entryAmong(
  entries: readonly ProfileReference[],
  { field, entry }: ProfileReference,
): ProfileReference | undefined {
  return entries.find((real) => real.field === field && real.entry.trim() === entry.trim())
}

/**
 * Parses a profile field that is written as one text into its entries: 'a, b; c' has three.
 *
 * Commas, semicolons, bullets (`•`, `·`), bars and line feeds separate entries. A comma between two digits does not,
 * and neither does a comma in round brackets that close within the next 100 code points. The entries keep their order,
 * without outer white space, empty entries and repetitions. A blank text has no entries.
 *
 * @since 0.1.0
 */
export function parseProfileEntries(text: string): string[] {
  const separator = /[;\n•·|]|(?:(?<!\d),|,(?!\d))(?![^()\n]{0,100}\))/u
  const entries = text.split(separator).map((entry) => entry.trim())
  return [...new Set(entries.filter((entry) => entry !== ''))]
}
