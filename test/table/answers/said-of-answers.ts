import type {
  AnswerAction,
  AnswerDenial,
  InvitationStatus,
  Standing,
  StatusOrOpen,
} from 'group-invitations'
import { ACTORS, type Actor, END, type Instant, type Life, OTHERS } from './lives.js'

type Outcome = InvitationStatus | 'replayed' | AnswerDenial['type']

/** One line of the table: what an action leads to, by what is stored. */
interface Line extends Readonly<Record<StatusOrOpen, Outcome>> {
  readonly action: AnswerAction
  readonly by: readonly Role[]
  readonly at: readonly Instant[]
}

type Role = 'the recipient' | 'the inviter' | 'a moderator of the group' | 'the network'

const BEFORE_THE_END: readonly Instant[] = ['clockBehind', 'lastMillisecond']
const AT_OR_AFTER_THE_END: readonly Instant[] = ['end', 'aMillisecondAfter', 'yearsLater']
const ANY_TIME = [...BEFORE_THE_END, ...AT_OR_AFTER_THE_END]

/** The table of the sentences. To anybody whom it does not name there is no such invitation. */
const TABLE: readonly Line[] = [
  {
    ...{ action: 'accept', by: ['the recipient'], at: BEFORE_THE_END },
    Open: 'Accepted',
    Declined: 'Accepted',
    Accepted: 'replayed',
    Withdrawn: 'InvitationWithdrawn',
  },
  {
    ...{ action: 'accept', by: ['the recipient'], at: AT_OR_AFTER_THE_END },
    Open: 'InvitationExpired',
    Declined: 'InvitationExpired',
    Accepted: 'replayed',
    Withdrawn: 'InvitationWithdrawn',
  },
  {
    ...{ action: 'decline', by: ['the recipient'], at: ANY_TIME },
    Open: 'Declined',
    Declined: 'replayed',
    Accepted: 'InvitationAccepted',
    Withdrawn: 'replayed',
  },
  {
    ...{ action: 'withdraw', at: ANY_TIME },
    by: ['the inviter', 'a moderator of the group', 'the network'],
    Open: 'Withdrawn',
    Declined: 'Withdrawn',
    Accepted: 'InvitationAccepted',
    Withdrawn: 'replayed',
  },
]

/** What also stops somebody who accepts, the first that applies: before the table is looked at, and after it. */
const BEFORE_ACCEPTING: readonly [isSo: (life: Life) => boolean, denial: Outcome][] = [
  [({ isErased }) => isErased, 'InvitationNotFound'],
]
const WHEN_ACCEPTING: readonly [isSo: (life: Life) => boolean, denial: Outcome][] = [
  [({ door }) => door === 'gone', 'GroupNotFound'],
  [({ recipient }) => recipient === 'banned', 'RecipientBanned'],
]

/** How far the door opens: by the group, and by whether Anna is its moderator at that moment. */
const DOORS = {
  open: { byModerator: 'member', byAnybodyElse: 'member' },
  approval: { byModerator: 'member', byAnybodyElse: 'pending' },
  absent: { byModerator: 'member', byAnybodyElse: 'pending' },
} as const

/** The recipient's standing after accepting: by their standing before, and how far the door opens. */
const ADMITTED = {
  none: { member: 'member', pending: 'pending' },
  pending: { member: 'member', pending: 'pending' },
  member: { member: 'member', pending: 'member' },
  moderator: { member: 'moderator', pending: 'moderator' },
} as const

/** What the sentences say of a life. */
export interface Said {
  /** The stored status after it. */
  readonly status: StatusOrOpen
  readonly denial?: AnswerDenial
  readonly replayed: boolean
  /** How far the door opens. */
  readonly admitted?: 'member' | 'pending'
  /** Bernd's standing after it. */
  readonly standing: Standing | undefined
}

export function saidOf(life: Life): Said {
  const { action, status, recipient } = life
  const outcome = outcomeOf(life)
  if (outcome === 'replayed') return { status, replayed: true, standing: recipient }
  if (outcome === 'Declined' || outcome === 'Withdrawn' || outcome === 'Accepted') {
    if (action !== 'accept') return { status: outcome, replayed: false, standing: recipient }
    const admitted = admittedIn(life)
    const before = recipient === undefined || recipient === 'banned' ? 'none' : recipient
    return { status: outcome, replayed: false, admitted, standing: ADMITTED[before][admitted] }
  }
  return { status, denial: denialOf(outcome), replayed: false, standing: recipient }
}

function outcomeOf(life: Life): Outcome {
  const { action, instant, status } = life
  const roles = rolesIn(life)
  const line = TABLE.find(
    ({ by, at, ...each }) =>
      each.action === action && at.includes(instant) && by.some((role) => roles.includes(role)),
  )
  if (line === undefined) return 'InvitationNotFound'
  const first = BEFORE_ACCEPTING.find(([isSo]) => action === 'accept' && isSo(life))
  if (first) return first[1]
  if (line[status] !== 'Accepted') return line[status]
  return WHEN_ACCEPTING.find(([isSo]) => isSo(life))?.[1] ?? 'Accepted'
}

/** What somebody is to the invitation. Bernd and Anna may also be moderators by now. */
function rolesIn(life: Life): Role[] {
  const roles: Role[] = []
  if (life.actor === 'recipient') roles.push('the recipient')
  if (life.actor === 'inviter') roles.push('the inviter')
  if (life.actor === 'network') roles.push('the network')
  if (standingOf(life.actor, life) === 'moderator') roles.push('a moderator of the group')
  return roles
}

/** The standing in the group of somebody who acts. */
export function standingOf(actor: Actor, { inviter, recipient }: Life): Standing | undefined {
  if (actor === 'inviter') return inviter
  if (actor === 'recipient') return recipient
  const { memberId } = { memberId: '', ...ACTORS[actor] }
  return new Map<string, Standing>(Object.entries(OTHERS)).get(memberId)
}

function admittedIn({ door, inviter, isInviterGone }: Life): 'member' | 'pending' {
  const isByModerator = inviter === 'moderator' && !isInviterGone
  return DOORS[door === 'gone' ? 'absent' : door][isByModerator ? 'byModerator' : 'byAnybodyElse']
}

function denialOf(type: AnswerDenial['type']): AnswerDenial {
  switch (type) {
    case 'InvitationExpired':
      return { type, repeatableAt: END }
    case 'GroupNotFound':
      return { type, groupId: 'chess' }
    case 'RecipientBanned':
      return { type }
    case 'InvitationNotFound':
    case 'InvitationWithdrawn':
    case 'InvitationAccepted':
      return { type, invitationId: 'i-1' }
  }
}
