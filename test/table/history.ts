import type { InvitationClaim } from 'group-invitations'
import type { NetworkInvitation } from 'group-invitations/memory'
import { after, NOW } from '../support/builders.js'

/** An invitation that was sent before, and what follows for Anna, who now invites Bernd into `typescript-hamburg`. */
interface Past {
  readonly inviterId: string
  readonly recipientId: string
  readonly groupId: string
  readonly sentAt: Date
  readonly ends: Date
  /** Whether the store says when it ends, rather than six months having been counted. */
  readonly isStored: boolean
  readonly takesThePair: boolean
}

const byAnna = (sentAt: Date, ends: Date, takesThePair: boolean): Past => ({
  ...{ inviterId: 'anna', recipientId: 'bernd', groupId: 'typescript-hamburg' },
  ...{ sentAt, ends, takesThePair, isStored: false },
})

/** `NOW` is noon of 12 May 2026, in UTC. */
const JUST_NOW = byAnna(after(NOW, -1), new Date('2026-11-12T11:59:59.999Z'), true)
const SIX_MONTHS_AGO = new Date('2025-11-12T12:00:00.000Z')
const LAST_YEAR = byAnna(
  new Date('2025-03-01T08:00:00.000Z'),
  new Date('2025-09-01T08:00:00.000Z'),
  false,
)

/** What there has been before. */
const HISTORY = {
  nothing: [],
  justNow: [JUST_NOW],
  byAClockThatIsAhead: [byAnna(after(NOW, 1000), new Date('2026-11-12T12:00:01.000Z'), true)],
  intoAnotherGroup: [{ ...JUST_NOW, groupId: 'chess' }],
  inItsLastMillisecond: [byAnna(after(SIX_MONTHS_AGO, 1), after(NOW, 1), true)],
  endingNow: [byAnna(SIX_MONTHS_AGO, NOW, false)],
  over: [byAnna(after(SIX_MONTHS_AGO, -1), after(NOW, -1), false)],
  // The stored end counts, and is not counted again.
  storedAsOpen: [{ ...byAnna(LAST_YEAR.sentAt, after(NOW, 1), true), isStored: true }],
  storedAsEndingNow: [{ ...byAnna(after(NOW, -1), NOW, false), isStored: true }],
  overAndAgain: [LAST_YEAR, JUST_NOW],
  againListedFirst: [JUST_NOW, LAST_YEAR],
  byAnother: [{ ...JUST_NOW, inviterId: 'clara', takesThePair: false }],
  theOtherWayRound: [{ ...JUST_NOW, inviterId: 'bernd', recipientId: 'anna', takesThePair: false }],
} satisfies Record<string, readonly Past[]>

export type History = keyof typeof HISTORY

// `Object.keys` forgets that these are the keys.
export const histories = Object.keys(HISTORY) as History[]

const idOf = (index: number, recipientId: string) => `earlier-${index}-${recipientId}`

/** What there has been before with this recipient in Bernd's place, as a network has it. */
export function invitationsTo(recipientId: string, history: History): NetworkInvitation[] {
  const named = (memberId: string) => (memberId === 'bernd' ? recipientId : memberId)
  return HISTORY[history].map((past: Past, index) => ({
    invitationId: idOf(index, recipientId),
    ...{ inviterId: named(past.inviterId), recipientId: named(past.recipientId) },
    ...{ groupId: past.groupId, sentAt: past.sentAt },
    ...(past.isStored && { repeatableAt: past.ends }),
  }))
}

/** The claim that takes the pair today, if any does. */
export function takingClaim(recipientId: string, history: History): InvitationClaim | undefined {
  return claims(recipientId, history).find(({ takesThePair }) => takesThePair)?.claim
}

/** The latest claim of the pair, as a store finds it: what others have sent is none. */
export function latestClaim(recipientId: string, history: History): InvitationClaim | undefined {
  const ofPair = claims(recipientId, history).filter(({ isOfPair }) => isOfPair)
  return ofPair.sort((one, other) => +other.claim.sentAt - +one.claim.sentAt)[0]?.claim
}

function claims(recipientId: string, history: History) {
  return HISTORY[history].map(({ inviterId, sentAt, ends, takesThePair }: Past, index) => ({
    takesThePair,
    isOfPair: inviterId === 'anna',
    claim: { invitationId: idOf(index, recipientId), sentAt, repeatableAt: ends },
  }))
}
