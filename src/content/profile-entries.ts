import type { ProfileReference } from '../model/invitation.js'
import { type MemberProfile, PROFILE_FIELDS } from '../model/member.js'
import { isPair } from '../text/code-points.js'
import { once } from '../text/once.js'

/** Entries without a visible letter or digit are left out. */
export function entriesOf(profile: MemberProfile): ProfileReference[] {
  return PROFILE_FIELDS.flatMap((field) =>
    profile[field].filter(isVisible).map((entry) => ({ field, entry })),
  )
}

const visible = once(() => /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}]/u)

function isVisible(entry: string): boolean {
  // Nearly every entry has an ASCII letter, which is found much faster.
  return /[a-z\d]/i.test(entry) || visible().test(entry)
}

/** The entry with the field and the spelling of the reference, except for outer white space. */
export function entryAmong(
  entries: readonly ProfileReference[],
  reference: ProfileReference,
): ProfileReference | undefined {
  const key = entryKeyOf(reference)
  return entries.find((entry) => entryKeyOf(entry) === key)
}

/** Equal for a reference and the entry to which it refers. */
export function entryKeyOf({ field, entry }: ProfileReference): string {
  return `${field} ${entry.trim()}`
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
  const entries = new Set<string>()
  let start = 0
  for (const end of [...separatorsIn(text), text.length]) {
    const entry = text.slice(start, end).trim()
    if (entry !== '') entries.add(entry)
    start = end + 1
  }
  return [...entries]
}

/** A comma is inside brackets if they close within so many code points. */
const MOST_IN_BRACKETS = 100

/** From the end, so that the distance to a closing bracket is known. */
function separatorsIn(text: string): number[] {
  const separators: number[] = []
  let toBracket = Number.POSITIVE_INFINITY
  // Stryker disable next-line ArithmeticOperator: behind the end are only empty entries
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const letter = text.charAt(at)
    const separates =
      letter === ','
        ? toBracket > MOST_IN_BRACKETS && !(isDigit(text, at - 1) && isDigit(text, at + 1))
        : ';\n•·|'.includes(letter)
    if (separates) separators.push(at)
    if (letter === ')') toBracket = 0
    else if (letter === '(' || letter === '\n') toBracket = Number.POSITIVE_INFINITY
    else if (!isPair(text, at - 1)) toBracket += 1
  }
  return separators.reverse()
}

function isDigit(text: string, at: number): boolean {
  const letter = text.charAt(at)
  return letter >= '0' && letter <= '9'
}
