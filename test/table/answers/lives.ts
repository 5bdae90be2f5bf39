import type { AnswerAction, InvitationActor, Standing, StatusOrOpen } from 'group-invitations'
import { after } from '../../support/builders.js'

/** All that can be so or otherwise of an invitation of Anna to Bernd, into `chess`, which somebody answers. */
export interface Life {
  readonly action: AnswerAction
  readonly actor: Actor
  readonly status: StatusOrOpen
  readonly instant: Instant
  /** Anna's standing now. */
  readonly inviter: Standing | undefined
  /** Bernd's standing now. */
  readonly recipient: Standing | undefined
  /** How one gets into the group, or that there is no group any more, of which memberships are left over. */
  readonly door: 'absent' | 'approval' | 'open' | 'gone'
  /** Whether Anna has no profile any more; her membership is left over. */
  readonly isInviterGone: boolean
  /** Whether the text was erased. */
  readonly isErased: boolean
  /** Whether Bernd wants no invitations any more. */
  readonly hasOptedOut: boolean
}

export type Actor = keyof typeof ACTORS
export type Instant = keyof typeof INSTANTS

export const SENT_AT = new Date('2025-11-12T12:00:00.000Z')
export const END = new Date('2026-05-12T12:00:00.000Z')

export const INSTANTS = {
  clockBehind: after(SENT_AT, -1000),
  lastMillisecond: after(END, -1),
  end: END,
  aMillisecondAfter: after(END, 1),
  yearsLater: new Date('2031-01-01T00:00:00.000Z'),
}

export const ACTORS = {
  recipient: { memberId: 'bernd' },
  inviter: { memberId: 'anna' },
  moderator: { memberId: 'clara' },
  member: { memberId: 'dora' },
  applicant: { memberId: 'emil' },
  bannedModerator: { memberId: 'fritz' },
  stranger: { memberId: 'greta' },
  moderatorElsewhere: { memberId: 'hanna' },
  network: { network: 'member-erased' },
} as const satisfies Record<string, InvitationActor>

/** The standings in `chess` of all who are neither Anna nor Bernd. */
export const OTHERS = {
  clara: 'moderator',
  dora: 'member',
  emil: 'pending',
  fritz: 'banned',
} as const satisfies Record<string, Standing>

export const INVITATION = {
  invitationId: 'i-1',
  inviterId: 'anna',
  recipientId: 'bernd',
  groupId: 'chess',
  route: 'profile',
  text: 'Lieber Bernd, du suchst Schach.',
  sentAt: SENT_AT,
  repeatableAt: END,
} as const

export const invitationIn = ({ isErased }: Life) =>
  isErased ? { ...INVITATION, text: '' } : INVITATION

const standings = ['member', 'moderator', 'pending', 'banned', undefined] as const
const booleans = [true, false] as const

const DIMENSIONS = {
  action: ['accept', 'decline', 'withdraw'],
  // `Object.keys` forgets that these are the keys.
  actor: Object.keys(ACTORS) as Actor[],
  status: ['Open', 'Declined', 'Accepted', 'Withdrawn'],
  instant: Object.keys(INSTANTS) as Instant[],
  inviter: standings,
  recipient: standings,
  door: ['absent', 'approval', 'open', 'gone'],
  isInviterGone: booleans,
  isErased: booleans,
  hasOptedOut: booleans,
} as const satisfies { readonly [Name in keyof Life]: readonly Life[Name][] }

/** Every combination, each a life, except that Bernd's opt-out is the same in all of them. */
export function* allLives(hasOptedOut: boolean): Generator<Life> {
  const { action, actor, status, instant, inviter, recipient, door } = DIMENSIONS
  for (const a of action)
    for (const b of actor)
      for (const c of status)
        for (const d of instant)
          for (const e of inviter)
            for (const f of recipient)
              for (const g of door)
                for (const h of booleans)
                  for (const i of booleans)
                    yield {
                      ...{ action: a, actor: b, status: c, instant: d, inviter: e, recipient: f },
                      ...{ door: g, isInviterGone: h, isErased: i, hasOptedOut },
                    }
}

/** How many lives there are in which two dimensions have the same two values as in none of the others. */
export function pairsIn(lives: Iterable<Life>): number {
  const names = Object.keys(DIMENSIONS) as (keyof Life)[]
  const pairs = new Set<string>()
  for (const life of lives)
    for (const [index, one] of names.entries())
      for (const other of names.slice(index + 1))
        pairs.add(`${one} ${life[one]} ${other} ${life[other]}`)
  return pairs.size
}

/** How many pairs there can be. */
export const ALL_PAIRS = Object.values(DIMENSIONS)
  .map(({ length }) => length)
  .flatMap((one, index, all) => all.slice(index + 1).map((other) => one * other))
  .reduce((sum, count) => sum + count, 0)
