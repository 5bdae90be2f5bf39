import { DENIAL_TYPES } from 'group-invitations'

type DenialType = (typeof DENIAL_TYPES)[number]

/** A part of the rulebook, and the first of its denials. */
const BEGINNINGS = [
  ['inviter and group', 'SelfInvitation'],
  ['pace', 'TooManyInvitations'],
  ['form', 'SubjectTooLong'],
  ['cooldown', 'RateLimited6Months'],
  ['recipient', 'RecipientNotFound'],
  ['content', 'UnfilledPlaceholder'],
] as const satisfies readonly (readonly [string, DenialType])[]

/** The parts of the rulebook with their denials, in its order. */
export const rulebookGroups = BEGINNINGS.map(([name, first], index) => {
  const next = BEGINNINGS[index + 1]
  const end = next === undefined ? DENIAL_TYPES.length : DENIAL_TYPES.indexOf(next[1])
  return { name, types: DENIAL_TYPES.slice(DENIAL_TYPES.indexOf(first), end) }
})
