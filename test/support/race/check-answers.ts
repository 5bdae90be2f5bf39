import type { InvitationStatus, Standing } from 'group-invitations'
import {
  type AnswerCall,
  type AnswerPlan,
  allCalls,
  invitationOf,
  STRANGER,
} from './answer-plan.js'
import { type Outcome, placeOf, type Report } from './check-writes.js'

/** The result that the caller of one answer got, written down when it had arrived. */
export interface Answered {
  readonly callId: string
  /** When the try began that led to this result, and when it ended, in milliseconds. */
  readonly began: number
  readonly ended: number
  readonly result: AnswerResult
  /** The tries before, which ended in an outage. */
  readonly outages: number
}

export type AnswerResult =
  | {
      readonly status: InvitationStatus
      readonly standing?: Standing | undefined
      readonly replayed: boolean
    }
  | { readonly error: string }

type Made = AnswerCall & Answered

/** Compares the journal of all results with what has become of the invitations. */
export function checkAnswers(
  plan: AnswerPlan,
  journal: readonly Answered[],
  outcome: Outcome,
  report: Report,
): void {
  const answers = new Map<string, Answered[]>()
  for (const answer of journal) {
    answers.set(answer.callId, [...(answers.get(answer.callId) ?? []), answer])
  }
  const made = new Map<number, Made[]>()
  for (const call of allCalls(plan)) {
    if (call.type !== 'answer') continue
    const [answer, ...more] = answers.get(call.callId) ?? []
    if (answer === undefined || more.length > 0)
      report('not answered', call.callId, `${more.length} more`)
    if (answer === undefined) continue
    made.set(call.invitation, [...(made.get(call.invitation) ?? []), { ...call, ...answer }])
  }
  for (const [which, all] of made) {
    for (const each of all) {
      const objection = objectionTo(each, which, outcome)
      if (objection) report('answer against the store', each.callId, objection)
    }
    checkTogether(invitationOf(which), all, outcome, report)
  }
}

/** What is wrong with an answer, by what the store has held. */
function objectionTo(
  { actor, action, result }: Made,
  which: number,
  { statuses, erased, admitted, banned }: Outcome,
): string | undefined {
  const invitationId = invitationOf(which)
  const isStranger = 'memberId' in actor && actor.memberId === STRANGER
  if ('error' in result && result.error === 'InvitationNotFound') {
    return isStranger || erased.has(invitationId) ? undefined : `finds no ${invitationId}`
  }
  if (isStranger) return 'is a stranger’s'
  if (isDeniedForBan(result) && action === 'accept') {
    return banned.has(placeOf(which)) ? undefined : 'was denied for a ban that there was not'
  }
  const told = statusIn(result)
  const allowed = {
    accept: ['Accepted', 'InvitationWithdrawn'],
    decline: ['Declined', 'Withdrawn', 'InvitationAccepted'],
    withdraw: ['Withdrawn', 'InvitationAccepted'],
  }[action]
  const name = 'error' in result ? result.error : result.status
  if (told === undefined || !allowed.includes(name)) return `is ${name}`
  const history = statuses.get(invitationId) ?? []
  const isTrue = told === 'Declined' ? history.includes(told) : history.at(-1) === told
  if (!isTrue) return `is ${name}, but ${invitationId} was ${history.join(', ')}`
  if ('error' in result || action !== 'accept' || result.replayed) return undefined
  const standing = admitted.get(invitationId)
  return standing === result.standing ? undefined : `gave ${String(standing)}`
}

/** Each thing is done at most once, and what was over when another answer began is over for it, too. */
function checkTogether(
  invitationId: string,
  all: readonly Made[],
  { erased }: Outcome,
  report: Report,
): void {
  for (const action of ['accept', 'decline', 'withdraw'] as const) {
    const done = all.filter(
      ({ action: each, result }) => each === action && 'status' in result && !result.replayed,
    )
    if (done.length > 1) report('done twice', invitationId, callsIn(done))
  }
  const ends = new Set(all.map(({ result }) => statusIn(result)))
  if (ends.has('Accepted') && ends.has('Withdrawn')) {
    report('two ends', invitationId, callsIn(all))
  }
  // Of an erased invitation an answer may find the text, and then no status any more.
  const dated = all.filter(
    ({ result }) =>
      statusIn(result) !== undefined || (isDeniedForBan(result) && !erased.has(invitationId)),
  )
  for (const later of dated) {
    const before = dated.find(
      (each) => each.ended < later.began && progressIn(each) > progressIn(later),
    )
    if (before) report('status went back', invitationId, callsIn([before, later]))
  }
}

/** The status that a result tells its caller. */
function statusIn(result: AnswerResult): InvitationStatus | undefined {
  if ('status' in result) return result.status
  if (result.error === 'InvitationWithdrawn') return 'Withdrawn'
  return result.error === 'InvitationAccepted' ? 'Accepted' : undefined
}

const callsIn = (all: readonly Made[]) =>
  all.map(({ callId, result }) => `${callId} ${JSON.stringify(result)}`).join(', ')

/** How far the invitation was by this result. Only what can still be accepted is denied for a ban. */
function progressIn({ result }: Made): number {
  const status = statusIn(result)
  return status === undefined || status === 'Declined' ? 1 : 2
}

const isDeniedForBan = (result: AnswerResult) =>
  'error' in result && result.error === 'RecipientBanned'
