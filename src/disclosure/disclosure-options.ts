import { assert, optionsIn } from '../validation/assert.js'

/**
 * What a service reveals to the inviter. An unknown key is a `TypeError`.
 *
 * @since 0.1.0
 */
export interface DisclosureOptions<Type extends string = string> {
  /**
   * The types of denials that are disclosed although they are private, or of a custom rule: `['RecipientOptedOut',
   * 'MayNotInviteUntil']`. Only an inviter who is in the group learns them. Absent: none.
   */
  readonly reveal?: readonly Type[] | undefined
}

/** The types that the options reveal. Throws a `TypeError` if an option is unknown, or `reveal` is no list. */
export function revealOf(options: DisclosureOptions): readonly string[] | undefined {
  const { reveal } = optionsIn(options, 'options', ['reveal'])
  const isList: boolean = reveal === undefined || Array.isArray(reveal)
  assert(isList, 'options.reveal', 'a list of types')
  return reveal
}
