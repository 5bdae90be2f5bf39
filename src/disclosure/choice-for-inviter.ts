import { fieldsOfGroup, fieldsOfProfile } from '../model/member.js'
import type { ContactChoice, GroupChoice } from '../policy/choice.js'
import type { Denial } from '../rules/rule.js'
import { disclose } from './disclose.js'
import type {
  DisclosedChoice,
  DisclosedContactChoice,
  DisclosedGroupChoice,
  PrivateDenial,
  RevealedDenial,
} from './disclosed.js'
import { type DisclosureOptions, revealOf } from './disclosure-options.js'

/**
 * Removes from a choice of `groupsFor` or `contactsFor` what the inviter may not know: what `forInviter` would remove from
 * the decision about the same candidate. A contact who is unavailable, in the group or waits to be admitted by the inviter
 * has no profile, except while the cooldown runs. An inviter who is not in the group sees none.
 *
 * @throws TypeError if an option is unknown, or `reveal` is no list.
 *
 * @since 0.1.0
 */
export function choiceForInviter<
  CustomDenial extends Denial = never,
  const Type extends CustomDenial['type'] | PrivateDenial['type'] = never,
>(
  choice: GroupChoice<CustomDenial>,
  options?: DisclosureOptions<Type>,
): DisclosedGroupChoice<RevealedDenial<CustomDenial, Type>>
export function choiceForInviter<
  CustomDenial extends Denial = never,
  const Type extends CustomDenial['type'] | PrivateDenial['type'] = never,
>(
  choice: ContactChoice<CustomDenial>,
  options?: DisclosureOptions<Type>,
): DisclosedContactChoice<RevealedDenial<CustomDenial, Type>>
export function choiceForInviter(
  choice: GroupChoice<Denial> | ContactChoice<Denial>,
  options: DisclosureOptions = {},
): DisclosedChoice<Denial> {
  const { denials, hasProfile, hasGroup } = disclose(choice.denials, revealOf(options))
  if ('groupId' in choice) {
    const { groupId, group } = choice
    const isShown = group !== undefined && hasGroup
    return {
      audience: 'inviter',
      groupId,
      group: isShown ? fieldsOfGroup(group) : undefined,
      denials,
    }
  }
  const { contactId, profile } = choice
  const isShown = profile !== undefined && hasProfile
  return {
    audience: 'inviter',
    contactId,
    profile: isShown ? fieldsOfProfile(profile) : undefined,
    denials,
  }
}
