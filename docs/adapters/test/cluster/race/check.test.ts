import { expect, it } from 'vitest'
import { type Flaw, flawsIn } from './check.js'
import type { Answered, Entry, Sent } from './entry.js'
import type { RacePlan } from './plan.js'
import type { Stored } from './stored.js'

const plan: RacePlan = { sends: 2, answers: 3, pairs: 1, processes: 1, connections: 1 }
const told = { outages: 0, unknown: 0, waited: 0 }

const sent: Sent = { type: 'send', invitationId: 'attempt-0', pair: 0, said: 'sent', ...told }
const refused: Sent = { ...sent, invitationId: 'attempt-1', said: 'refused', by: 'attempt-0' }
const answer = { type: 'answer', invitationId: 'attempt-0', ...told } as const
const declined: Answered = {
  ...answer,
  answerId: 'answer-0',
  action: 'decline',
  status: 'Declined',
  replayed: false,
}
const accepted: Answered = {
  ...answer,
  answerId: 'answer-1',
  action: 'accept',
  status: 'Accepted',
  standing: 'pending',
  replayed: false,
}
const tooLate: Answered = {
  ...answer,
  answerId: 'answer-2',
  action: 'withdraw',
  error: 'InvitationAccepted',
}
const ENTRIES: readonly Entry[] = [sent, refused, declined, accepted, tooLate]

const row = { invitation_id: 'attempt-0', recipient_id: 'guest-0' }
const email = { delivery_id: 'attempt-0.email', invitation_id: 'attempt-0' }
const news = { delivery_id: 'attempt-0.news', invitation_id: 'attempt-0' }
const invitation = { ...row, status: 'Accepted' } as const
const STORED: Stored = {
  claims: [row],
  invitations: [invitation],
  deliveries: [email, news],
  memberships: [{ member_id: 'guest-0', standing: 'pending' }],
}
const EMPTY: Stored = { claims: [], invitations: [], deliveries: [], memberships: [] }

const flawsOf = (entries: readonly Entry[], stored: Stored) =>
  [...flawsIn(plan, entries, stored).keys()].sort()

/** The entries, with this one in the place of the one of its identifier. */
const withEntry = (entry: Entry): Entry[] => {
  const idOf = (each: Entry) => (each.type === 'send' ? each.invitationId : each.answerId)
  return ENTRIES.map((each) => (idOf(each) === idOf(entry) ? entry : each))
}

it('finds nothing in a race that is as it should be', () => {
  expect(flawsOf(ENTRIES, STORED)).toEqual([])
  // The invitation that was stored is the retry's, whose first answer was lost.
  expect(flawsOf(withEntry({ ...sent, said: 'replayed', outages: 1 }), STORED)).toEqual([])
})

const other = { invitation_id: 'attempt-1', recipient_id: 'guest-0' }

it.each<[what: string, entries: readonly Entry[], stored: Stored, flaws: Flaw[]]>([
  ['nobody was told', ENTRIES.slice(1), STORED, ['not told']],
  ['somebody was told two things', [...ENTRIES, refused], STORED, ['not told']],
  ['a send failed', withEntry({ ...refused, said: 'failed' }), STORED, ['not told']],
  ['an answer failed', withEntry({ ...tooLate, error: 'X' }), STORED, ['not told']],
  [
    'all was lost',
    ENTRIES,
    EMPTY,
    // Who was refused was refused by an invitation that is not there.
    ['lost', 'told otherwise'],
  ],
  [
    'the answers were lost',
    ENTRIES,
    { ...STORED, invitations: [{ ...invitation, status: null }], memberships: [] },
    ['lost'],
  ],
  ['two were told as sent', withEntry({ ...refused, said: 'sent' }), STORED, ['lost']],
  [
    'two are stored',
    ENTRIES,
    { ...STORED, invitations: [invitation, { ...other, status: null }] },
    ['not whole', 'told otherwise', 'twice'],
  ],
  ['a claim is there twice', ENTRIES, { ...STORED, claims: [row, row] }, ['twice']],
  [
    'a delivery is there twice',
    ENTRIES,
    { ...STORED, deliveries: [email, email, news] },
    ['twice'],
  ],
  ['a delivery is not there', ENTRIES, { ...STORED, deliveries: [email] }, ['not whole']],
  [
    'a delivery has no invitation',
    ENTRIES,
    { ...STORED, deliveries: [email, news, { ...email, ...other, delivery_id: 'x' }] },
    ['not whole'],
  ],
  ['the claim is not there', ENTRIES, { ...STORED, claims: [] }, ['not whole']],
  ['the claim is another’s', ENTRIES, { ...STORED, claims: [other] }, ['not whole']],
  ['who accepted is no member', ENTRIES, { ...STORED, memberships: [] }, ['not whole']],
  [
    'the refusal was by another',
    withEntry({ ...refused, by: 'attempt-7' }),
    STORED,
    ['told otherwise'],
  ],
  [
    'it was told as withdrawn',
    withEntry({ ...tooLate, error: 'InvitationWithdrawn' }),
    STORED,
    ['told otherwise'],
  ],
  [
    'who accepted was told another standing',
    withEntry({ ...accepted, standing: 'member' }),
    STORED,
    ['told otherwise'],
  ],
  [
    'it was declined twice',
    withEntry({ ...declined, answerId: tooLate.answerId }),
    STORED,
    ['twice'],
  ],
])('finds that %s', (_what, entries, stored, flaws) => {
  expect(flawsOf(entries, stored)).toEqual(flaws)
})
