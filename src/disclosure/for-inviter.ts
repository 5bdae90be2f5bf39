import type { ContactChoice, GroupChoice } from '../policy/choice.js'
import type { InvitationDenial } from '../decision/denials.js'
import { type Disclosure, disclosureOf, isMarked } from './disclosure-of.js'
import type { InvalidRequest, DependencyFailed } from '../model/errors.js'
import type { Revealed } from '../policy/custom-rule.js'
import type { Denial } from '../rules/rule.js'
import type { InvitationIdReused, SentInvitation } from '../service/sent-invitation.js'
import type {
  Disclosed,
  DisclosedAdvice,
  DisclosedContactChoice,
  DisclosedDenied,
  DisclosedGroupChoice,
  PrivateDenial,
} from './disclosed.js'
import type { InvitationApproval, InvitationDenied } from '../decision/verdict.js'

/**
 * What a service tells the inviter beyond what is told anyway.
 *
 * @since 0.1.0
 */
export interface DisclosureOptions<Type extends string = string> {
  /**
   * The types of denials that are told as they are: of `PrivateDenial`s that the network does tell, and of denials
   * of own rules. Not to somebody outside the group, and not opt-outs beside an `AlreadyMember` unless they are named
   * here. Absent: none.
   */
  readonly reveal?: readonly Type[] | undefined
}

/**
 * The denials that a service tells besides: of its own rules those that are marked, and all that are named in
 * `reveal`. A function over any policy takes `Messages<RevealedDenial<CustomDenial>>`.
 *
 * @since 0.1.0
 */
export type RevealedDenial<CustomDenial extends Denial, Type extends string = never> = Unmarked<
  Extract<CustomDenial, Revealed> | OfType<CustomDenial | PrivateDenial, Type>
>

/** Those of a union that may be of the type, also where one has several. */
type OfType<SomeDenial extends Denial, Type extends string> = SomeDenial extends Denial
  ? [SomeDenial['type'] & Type] extends [never]
    ? never
    : SomeDenial
  : never

type Unmarked<SomeDenial extends Denial> = SomeDenial extends Revealed
  ? Omit<SomeDenial, 'reveal'> & Pick<SomeDenial, 'type'>
  : SomeDenial

/**
 * What the inviter may know of any error of `evaluate`, `send` and the pickers.
 *
 * - The inviter's own is told always: `SelfInvitation`, `InviterNotInGroup`, `NotADirectContact`, the form, and
 *   `RateLimited6Months`.
 * - To somebody who is not in the group (`InviterNotInGroup`) nothing else is: nothing of its members, or of the
 *   recipient.
 * - Else with `AlreadyMember`: that, what is revealed and the content findings, and nothing that is withheld.
 * - Else, where anything is withheld, one `RecipientUnavailable` stands for all of it, and no content finding is
 *   told: it would tell that there is a profile.
 * - Else everything.
 *
 * The causes of `RecipientUnavailable` cannot be told apart by what is told of one decision, nor by its order.
 * `InvalidRequest` and `InvitationIdReused` are told as they are. The cause of an outage never leaves:
 * `DependencyFailed` becomes `ServiceUnavailable`.
 *
 * @since 0.1.0
 */
export function forInviter<
  CustomDenial extends Denial = never,
  const Type extends (CustomDenial | PrivateDenial)['type'] = never,
>(
  error: InvalidRequest | InvitationDenied<CustomDenial> | DependencyFailed | InvitationIdReused,
  options: DisclosureOptions<Type> = {},
): Disclosed<RevealedDenial<CustomDenial, Type>> {
  switch (error.type) {
    case 'InvitationDenied':
      return toldDenied<RevealedDenial<CustomDenial, Type>>(error, options)
    case 'InvalidRequest':
    case 'InvitationIdReused':
      return { audience: 'inviter', ...error }
    case 'DependencyFailed':
    default:
      return { audience: 'inviter', type: 'ServiceUnavailable' }
  }
}

function toldDenied<Extra extends Denial>(
  { denials, advisories, draft }: InvitationDenied<Denial>,
  options: DisclosureOptions,
): DisclosedDenied<Extra> {
  const { told, isWhole } = tellable(denials, options)
  return {
    audience: 'inviter',
    type: 'InvitationDenied',
    // What is told of a refusal is never nothing, and nothing but what may be told.
    denials: told as unknown as DisclosedDenied<Extra>['denials'],
    advisories: isWhole ? advisories : [],
    draft,
  }
}

/**
 * What the inviter may know of a choice of `groupsFor` or `contactsFor`: the same as of the decision that would follow.
 * Of a contact who is unavailable, and to somebody who is not in the group, no profile is told.
 *
 * @since 0.1.0
 */
export function choiceForInviter<
  CustomDenial extends Denial = never,
  const Type extends (CustomDenial | PrivateDenial)['type'] = never,
>(
  choice: GroupChoice<CustomDenial>,
  options?: DisclosureOptions<Type>,
): DisclosedGroupChoice<RevealedDenial<CustomDenial, Type>>
export function choiceForInviter<
  CustomDenial extends Denial = never,
  const Type extends (CustomDenial | PrivateDenial)['type'] = never,
>(
  choice: ContactChoice<CustomDenial>,
  options?: DisclosureOptions<Type>,
): DisclosedContactChoice<RevealedDenial<CustomDenial, Type>>
export function choiceForInviter(
  choice: GroupChoice<Denial> | ContactChoice<Denial>,
  options: DisclosureOptions = {},
): DisclosedGroupChoice<Denial> | DisclosedContactChoice<Denial> {
  const { told: denials, isWhole } = tellable(choice.denials, options)
  if ('groupId' in choice) return { audience: 'inviter', groupId: choice.groupId, denials }
  const profile = isWhole ? choice.profile : undefined
  return { audience: 'inviter', contactId: choice.contactId, profile, denials }
}

/**
 * What could be better in an invitation that is approved or sent. All of it is the inviter's to know.
 *
 * @since 0.1.0
 */
export function adviceForInviter({
  advisories,
}: InvitationApproval | SentInvitation): DisclosedAdvice {
  return { audience: 'inviter', advisories }
}

/** What of the denials is told, and whether all is told that the recipient is. */
function tellable(denials: readonly Denial[], options: DisclosureOptions) {
  const disclosed = denials.map((denial) => ({
    denial: unmarked(denial),
    disclosure: disclosureOf(denial, options.reveal ?? []),
  }))
  const toldAs = (...kinds: readonly Disclosure[]) =>
    disclosed.flatMap(({ denial, disclosure }) => (kinds.includes(disclosure) ? [denial] : []))
  const has = (type: InvitationDenial['type']) => denials.some((denial) => denial.type === type)

  if (has('InviterNotInGroup')) return { told: toldAs('always'), isWhole: false }
  if (has('AlreadyMember') || toldAs('withheld').length === 0) {
    return { told: toldAs('always', 'inside', 'content'), isWhole: true }
  }
  // In front of what is revealed, whatever the cause: its place must not tell them apart.
  const unavailable = { type: 'RecipientUnavailable' }
  return { told: [...toldAs('always'), unavailable, ...toldAs('inside')], isWhole: false }
}

function unmarked(denial: Denial): Denial {
  if (!isMarked(denial)) return denial
  const { reveal: _reveal, ...unmarkedDenial } = denial
  return unmarkedDenial
}
