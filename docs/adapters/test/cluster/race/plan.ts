import type { AnswerAction, MemberId } from 'group-invitations'
import {
  type Attempt,
  attemptsOf,
  type Plan,
  recipientOf,
} from '../../../../../test/support/race/plan.js'

/** How large a race of sends is, and of answers to what was sent. Its network is that of `networkFor`. */
export interface RacePlan extends Plan {
  readonly answers: number
}

export interface SendWork extends Attempt {
  readonly type: 'send'
}

/** One answer to the invitation of a pair, the same however often it is tried. */
export interface AnswerWork {
  readonly type: 'answer'
  readonly answerId: string
  readonly pair: number
  readonly action: AnswerAction
  readonly memberId: MemberId
}

/** The answers to a pair begin beside the sends onto a later one, so that none waits for long. */
const LAG = 4

/** The work of one process, in its order. All go from pair to pair side by side, so that they meet on each. */
export function workOf(plan: RacePlan, process: number): (SendWork | AnswerWork)[] {
  const sends = attemptsOf(plan, process).map((each) => ({ type: 'send' as const, ...each }))
  const answers = answersTo(plan).filter((_answer, index) => index % plan.processes === process)
  const placeOf = ({ type, pair }: SendWork | AnswerWork) => (type === 'send' ? pair : pair + LAG)
  return [...sends, ...answers].sort((one, other) => placeOf(one) - placeOf(other))
}

const ACTIONS: readonly AnswerAction[] = ['decline', 'accept', 'withdraw']

/** Each pair is declined, accepted and withdrawn, all by different processes. */
function answersTo({ answers, pairs }: RacePlan): AnswerWork[] {
  return Array.from({ length: answers }, (_nothing, index) => {
    const pair = Math.floor((index * pairs) / answers)
    const action = ACTIONS[index % ACTIONS.length] ?? 'decline'
    const memberId = action === 'withdraw' ? `inviter-${Math.floor(pair / 10)}` : recipientOf(pair)
    return { type: 'answer', answerId: `answer-${index}`, pair, action, memberId }
  })
}
