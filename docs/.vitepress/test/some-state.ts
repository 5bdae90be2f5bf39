import fc from 'fast-check'
import { CASE_NAMES } from '../playground/case-names.js'
import { caseOf } from '../playground/cases.js'
import { GROUP_KEYS, PERSON_KEYS } from '../playground/people.js'
import { MOST_COPIES, type State } from '../playground/state.js'

const STANDINGS = ['none', 'member', 'moderator', 'pending', 'banned'] as const

/** Any state that the page can have: one of the cases, with changes. */
export function someState(): fc.Arbitrary<State> {
  const aCase = fc
    .tuple(fc.constantFrom(...CASE_NAMES), fc.constantFrom('en' as const, 'de' as const))
    .map(([name, language]) => caseOf(name, language))
  const words = fc.string({ unit: 'grapheme', maxLength: 40 })
  const entries = fc
    .array(fc.constantFrom('TypeScript', 'Schach', 'تصميم', 'Code Reviews'), { maxLength: 3 })
    .map((list) => list.join('\n'))
  const changes = fc.record(
    {
      inviter: fc.constantFrom(...PERSON_KEYS),
      recipient: fc.constantFrom(...PERSON_KEYS),
      group: fc.constantFrom(...GROUP_KEYS),
      route: fc.constantFrom('profile' as const, 'group' as const),
      subject: words,
      text: words,
      wants: entries,
      haves: entries,
      other: entries,
      locale: fc.constantFrom('', 'de-DE', 'en-GB', 'ar'),
      inviterStanding: fc.constantFrom(...STANDINGS),
      recipientStanding: fc.constantFrom(...STANDINGS),
      areContacts: fc.boolean(),
      optOuts: fc.subarray(['all', 'inviter', 'group'] as const),
      now: fc.constantFrom('2026-09-02T09:30', '2026-12-15T00:00', '2026-12-14T23:59'),
      invitedOn: fc.constantFrom('', '2026-06-15', '2027-01-01'),
      copies: fc.nat({ max: MOST_COPIES }),
      copied: words,
    },
    { requiredKeys: [] },
  )
  return fc.tuple(aCase, changes).map(([state, changed]) => ({ ...state, ...changed }))
}
