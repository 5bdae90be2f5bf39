import type { MemberProfile } from 'group-invitations'

/**
 * The text for the eyes of a person who has to judge its words, not the people: `[name]` for each name of these people,
 * `[address]` for what looks like an e-mail or web address, `[number]` for six or more digits. In doubt it masks.
 *
 * It does not mask the names of others, nicknames and misspelled names, names in two scripts, streets and towns, employers
 * and what else a profile says, and what is spelled out ("null vier null", "anna at mail dot example").
 */
export function maskText(text: string, people: readonly MemberProfile[]): string {
  const names = new Set(people.flatMap(namesOf))
  return (
    text
      // One form for full-width signs, and no invisible characters, which would hide a name.
      .normalize('NFKC')
      .replace(/(?!\n)[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
      .replace(/\S+/gu, (word) => (isAddress(word) ? '[address]' : word))
      .replace(/\+?\p{Nd}(?:[\s()/.-]{0,3}\p{Nd}){5,}/gu, '[number]')
      .replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => (isName(fold(word), names) ? '[name]' : word))
  )
}

/** Each word of the names, except single letters. */
function namesOf({ displayName, givenName, familyName }: MemberProfile): string[] {
  return [displayName, givenName, familyName]
    .flatMap((name) => name?.normalize('NFKC').match(/[\p{L}\p{M}\p{N}]{2,}/gu) ?? [])
    .map(fold)
}

const isAddress = (word: string) => /@|:\/\/|^www\.|[\p{L}\p{N}]\.\p{L}{2}/iu.test(word)

/** Also "Annas". */
const isName = (word: string, names: ReadonlySet<string>) =>
  names.has(word) || (word.endsWith('s') && names.has(word.slice(0, -1)))

/** "Müller", "MUELLER" and "Muller" are equal. */
const fold = (word: string) =>
  word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/([aou])e/g, '$1')
