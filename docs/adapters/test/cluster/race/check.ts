import type { InvitationStatus } from 'group-invitations'
import { recipientOf } from '../../../../../test/support/race/plan.js'
import type { Line } from '../part.js'
import type { Answered, Entry, Sent } from './entry.js'
import { type RacePlan, workOf } from './plan.js'
import type { Stored } from './stored.js'

/** What can be wrong after a race. */
export type Flaw =
  // A call has no result, or several, or one that nobody expects.
  | 'not told'
  // Told as sent or answered, and not stored.
  | 'lost'
  // A pair with two invitations or two claims, a delivery twice, an answer given twice.
  | 'twice'
  // An invitation without its claim or a delivery, a status without its membership.
  | 'not whole'
  // A result that contradicts what is stored.
  | 'told otherwise'

export type Flaws = ReadonlyMap<Flaw, readonly string[]>

type Report = (flaw: Flaw, of: string) => void

/** Compares what the callers were told with what is stored. */
export function flawsIn(plan: RacePlan, entries: readonly Entry[], stored: Stored): Flaws {
  const flaws = new Map<Flaw, string[]>()
  const report: Report = (flaw, of) => flaws.set(flaw, [...(flaws.get(flaw) ?? []), of])
  checkResults(plan, entries, report)
  checkRows(stored, report)
  const rows = new Map(stored.invitations.map((row) => [row.invitation_id, row]))
  const winners = new Map(stored.invitations.map((row) => [row.recipient_id, row.invitation_id]))
  for (const entry of entries) {
    if (entry.type === 'send') {
      const flaw = flawInSent(entry, rows.has(entry.invitationId), winners)
      if (flaw) report(flaw, `${entry.invitationId} ${entry.said} ${entry.error ?? ''}`)
    } else {
      const row = rows.get(entry.invitationId)
      const flaw = row ? flawInAnswered(entry, row.status) : 'lost'
      const told = entry.status ?? entry.error
      if (flaw) report(flaw, `${entry.answerId} ${entry.action} ${told}, is ${row?.status}`)
    }
  }
  return flaws
}

/** The figures as they must be, in one line, and one for each flaw: for each address the same. */
export function linesOf(
  name: string,
  { pairs }: RacePlan,
  { claims, invitations, deliveries }: Stored,
  flaws: Flaws,
): Line[] {
  const counts = [claims.length, invitations.length, deliveries.length]
  const found = [...flaws].map(
    ([flaw, of]) => `${of.length} ${flaw} (${of.slice(0, 3).join('; ')})`,
  )
  return [
    {
      what: `${name}: claims, invitations, deliveries`,
      figure: counts.map((count) => count.toLocaleString('en')).join(' / '),
      holds: counts.join() === [pairs, pairs, 2 * pairs].join(),
    },
    {
      what: `${name}: lost, twice, not whole, or told otherwise`,
      figure: found.join(', ') || 0,
      holds: flaws.size === 0,
    },
  ]
}

function checkResults(plan: RacePlan, entries: readonly Entry[], report: Report): void {
  const told = new Map<string, number>()
  for (const entry of entries) {
    const id = entry.type === 'send' ? entry.invitationId : entry.answerId
    told.set(id, (told.get(id) ?? 0) + 1)
  }
  const all = Array.from({ length: plan.processes }, (_none, which) => workOf(plan, which)).flat()
  const ids = all.map((work) => (work.type === 'send' ? work.invitationId : work.answerId))
  for (const id of ids) if (told.get(id) !== 1) report('not told', id)

  const firsts = entries.filter((entry) => entry.type === 'answer' && entry.replayed === false)
  reportRepeated(
    firsts.map((entry) => `${actionIn(entry)} ${entry.invitationId}`),
    report,
  )
}

const actionIn = (entry: Entry) => (entry.type === 'answer' ? entry.action : entry.type)

function checkRows({ claims, invitations, deliveries, memberships }: Stored, report: Report): void {
  reportRepeated(
    invitations.map((row) => `invitation of ${row.recipient_id}`),
    report,
  )
  reportRepeated(
    claims.map((row) => `claim of ${row.recipient_id}`),
    report,
  )
  reportRepeated(
    deliveries.map((row) => row.delivery_id),
    report,
  )
  const claimed = new Map(claims.map((row) => [row.recipient_id, row.invitation_id]))
  const delivered = new Set(deliveries.map((row) => row.delivery_id))
  const joined = new Set(memberships.map((row) => row.member_id))
  for (const { invitation_id, recipient_id, status } of invitations) {
    const isWhole =
      claimed.get(recipient_id) === invitation_id &&
      delivered.has(`${invitation_id}.email`) &&
      delivered.has(`${invitation_id}.news`) &&
      joined.has(recipient_id) === (status === 'Accepted')
    if (!isWhole) report('not whole', invitation_id)
  }
  const known = new Set(invitations.map((row) => row.invitation_id))
  for (const { invitation_id } of [...claims, ...deliveries]) {
    if (!known.has(invitation_id)) report('not whole', invitation_id)
  }
}

function flawInSent(
  { said, by, pair }: Sent,
  isStored: boolean,
  winners: ReadonlyMap<string, string>,
): Flaw | undefined {
  if (said === 'failed') return 'not told'
  if (said !== 'refused') return isStored ? undefined : 'lost'
  return !isStored && winners.get(recipientOf(pair)) === by ? undefined : 'told otherwise'
}

const STATUS_BY_ERROR: Readonly<Record<string, InvitationStatus>> = {
  InvitationAccepted: 'Accepted',
  InvitationWithdrawn: 'Withdrawn',
}

function flawInAnswered(
  { action, status, standing, error = '' }: Answered,
  stored: InvitationStatus | null,
): Flaw | undefined {
  const told = status ?? STATUS_BY_ERROR[error]
  if (told === undefined) return 'not told'
  if (stored === null) return 'lost'
  // A decline may be followed by an acceptance or a withdrawal, and these by nothing.
  if (told !== 'Declined' && told !== stored) return 'told otherwise'
  // The group decides about who joins, and the inviter is no moderator.
  const isAdmitted = action === 'accept' && status === 'Accepted'
  return isAdmitted && standing !== 'pending' ? 'told otherwise' : undefined
}

function reportRepeated(keys: readonly string[], report: Report): void {
  const seen = new Set<string>()
  for (const key of keys) {
    if (seen.has(key)) report('twice', key)
    seen.add(key)
  }
}
