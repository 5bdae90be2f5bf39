import {
  type AnswerAction,
  type AnswerFacts,
  decideAnswer,
  type InvitationActor,
} from 'group-invitations'
import { aChange, answerFacts, SENT } from '../support/answering.js'
import { arrow, type Drawing, rect, text, WIDTH } from './drawing.js'

const ACTIONS = ['accept', 'decline', 'withdraw'] as const satisfies readonly AnswerAction[]
const STATUSES = ['Open', 'Declined', 'Accepted', 'Withdrawn'] as const
type Status = (typeof STATUSES)[number]

interface Actor {
  readonly name: string
  readonly by: InvitationActor
  readonly facts?: Partial<AnswerFacts>
}

const ACTORS: readonly Actor[] = [
  { name: 'recipient', by: { memberId: SENT.recipientId } },
  { name: 'inviter', by: { memberId: SENT.inviterId } },
  { name: 'moderator', by: { memberId: 'clara' }, facts: { actorStanding: 'moderator' } },
  { name: 'network', by: { network: 'a complaint' } },
  { name: 'anybody else', by: { memberId: 'dora' }, facts: { actorStanding: 'member' } },
]

/** What denies an answer although the status allows it. */
const CONDITIONS = [
  { when: 'from `repeatableAt` on', facts: { now: SENT.repeatableAt } },
  { when: 'the group is gone', facts: { group: undefined } },
  { when: 'a ban from the group', facts: { recipientStanding: 'banned' } },
  { when: 'the text was erased', facts: {}, text: '' },
] as const

function outcomeOf(
  action: AnswerAction,
  status: Status,
  actor: Actor,
  changes: Partial<AnswerFacts> = {},
  invitation = SENT,
): string {
  const change = status === 'Open' ? undefined : aChange(status)
  const facts = answerFacts({ change, ...actor.facts, ...changes })
  return decideAnswer(action, invitation, actor.by, facts).match(
    (decision) => (decision.replayed ? 'replayed' : decision.status),
    ({ type }) => type,
  )
}

/** What each action makes of each status, by those who may do it: of each the same, or the picture cannot say it. */
const cells = ACTIONS.flatMap((action) => {
  const allowed = ACTORS.filter(
    (actor) => outcomeOf(action, 'Open', actor) !== 'InvitationNotFound',
  )
  const by = allowed.map(({ name }) => name)
  return STATUSES.map((status) => {
    const [outcome = '', ...others] = new Set(allowed.map((one) => outcomeOf(action, status, one)))
    if (others.length > 0) throw new Error(`${action} depends on who does it`)
    return { action, by, status, outcome }
  })
})

const isMove = ({ outcome }: { readonly outcome: string }) =>
  outcome !== 'replayed' && isStatus(outcome)
const isStatus = (outcome: string) => STATUSES.some((status) => status === outcome)

/** Each move once: from all statuses that allow it. */
const moves = ACTIONS.map((action) => {
  const own = cells.filter((cell) => cell.action === action && isMove(cell))
  const [to = '', ...others] = new Set(own.map(({ outcome }) => outcome))
  if (others.length > 0) throw new Error(`${action} leads to more than one status`)
  return { action, by: own[0]?.by ?? [], from: own.map(({ status }) => status), to }
})

/** Where the arrow of each move is drawn: a move that is not here is an error. */
const ARROWS: Readonly<
  Record<string, { readonly drawn: string; readonly x: number; readonly y: number }>
> = {
  'Open > Declined': { drawn: arrow(170, 50, 250, 50), x: 178, y: 42 },
  'Open, Declined > Accepted': { drawn: arrow(102, 96, 102, 182), x: 112, y: 118 },
  'Open, Declined > Withdrawn': { drawn: arrow(318, 96, 318, 182), x: 328, y: 118 },
}

/** The standings that the recipient may have afterwards. */
function givenBy(action: AnswerAction): readonly string[] {
  const standings = (['moderator', 'member'] as const).flatMap((inviterStanding) => {
    const facts = answerFacts({ group: { name: 'Schach' }, inviterStanding })
    const decision = decideAnswer(action, SENT, { memberId: SENT.recipientId }, facts).unwrapOr(
      undefined,
    )
    return decision?.replayed === false && decision.admit ? [decision.admit.standing] : []
  })
  return standings.map((standing, index) => `${index === 0 ? 'as' : 'or'} ${standing}`)
}

function moveDrawn({ action, by, from, to }: (typeof moves)[number]): string {
  const place = ARROWS[`${from.join(', ')} > ${to}`]
  if (place === undefined) throw new Error(`No arrow leads from ${from.join(', ')} to ${to}`)
  const { drawn, x, y } = place
  // Beside a flat arrow there is room above and below it.
  const below = to === 'Declined' ? 26 : 17
  const who = [...by, ...givenBy(action)].map((name, index) =>
    text(x, y + below + index * 16, name, 'note'),
  )
  return [drawn, text(x, y, `\`${action}\``, 'title'), ...who].join('\n')
}

function statusDrawn(
  status: Status,
  x: number,
  y: number,
  width: number,
  said: string[] = [],
): string {
  const rows = cells.filter((cell) => cell.status === status && !isMove(cell))
  const denied = [...new Set(rows.map(({ outcome }) => outcome))].filter(
    (one) => one !== 'replayed',
  )
  const step = 18
  const lines = [
    ...rows.map(({ action, outcome }, index) => {
      const isDenied = outcome !== 'replayed'
      const row = y + 41 + index * step
      const word = isDenied ? text(x + 78, row, 'denied', 'denied') : text(x + 78, row, outcome)
      return `${text(x + 12, row, action, 'code')}\n${word}`
    }),
    ...denied.map((type, index) =>
      text(x + 12, y + 41 + (rows.length + index) * step, type, 'code denied'),
    ),
    ...said.map((line) => text(x + 12, y + 41, line, 'note')),
  ]
  const height = 32 + lines.length * step + 2
  return [rect(x, y, width, height, 'card'), text(x + 12, y + 21, status, 'title'), ...lines].join(
    '\n',
  )
}

function derivedDrawn(y: number): string {
  const [recipient] = ACTORS
  if (recipient === undefined) throw new Error('Nobody may accept')
  const rows = CONDITIONS.map(({ when, facts, ...erased }, index) => {
    const invitation = { ...SENT, ...erased }
    const of = (action: AnswerAction, actor = recipient) =>
      outcomeOf(action, 'Open', actor, facts, invitation)
    if (of('decline') !== 'Declined' || of('withdraw', ACTORS[1]) !== 'Withdrawn') {
      throw new Error(`${when}: more than accepting depends on it`)
    }
    const row = y + 43 + index * 20
    return `${text(16, row, when)}\n${text(WIDTH - 16, row, of('accept'), 'code denied end')}`
  })
  const end = y + 43 + rows.length * 20
  return [
    rect(4, y, WIDTH - 8, 32 + rows.length * 20 + 6, 'frame'),
    text(16, y + 21, 'Derived at each call: `accept` is denied', 'title'),
    ...rows,
    text(16, end + 24, 'Declining and withdrawing stay possible. To anybody else', 'note'),
    text(16, end + 41, 'each action on each invitation is `InvitationNotFound`.', 'note'),
  ].join('\n')
}

function checkAnybodyElse(): void {
  const nobody = ACTORS.filter(({ name }) => !cells.some(({ by }) => by.includes(name)))
  const outcomes = nobody.flatMap((actor) =>
    ACTIONS.flatMap((action) => STATUSES.map((status) => outcomeOf(action, status, actor))),
  )
  if (!outcomes.every((outcome) => outcome === 'InvitationNotFound')) {
    throw new Error('Anybody else gets another answer')
  }
}

/** The statuses, and which action by whom leads from one to another, as `decideAnswer` decides. */
export function lifeOfAnInvitation(): Drawing {
  checkAnybodyElse()
  const told = moves.map(
    ({ action, by, from, to }) =>
      `${action}, by ${by.join(' or ')}, leads from ${from.join(' and ')} to ${to}.`,
  )
  return {
    title: 'The life of an invitation',
    desc: `${told.join(' ')} Accepted and Withdrawn are final. What makes accepting impossible is derived.`,
    height: 486,
    parts: [
      rect(4, 4, WIDTH - 8, 92, 'frame'),
      statusDrawn('Open', 20, 24, 150, ['nothing is stored']),
      statusDrawn('Declined', 250, 24, 150),
      ...moves.map(moveDrawn),
      arrow(210, 96, 210, 318, 'derived'),
      statusDrawn('Accepted', 4, 182, 196),
      statusDrawn('Withdrawn', 220, 182, 196),
      derivedDrawn(318),
    ],
  }
}
