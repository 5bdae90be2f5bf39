import type { Standing, StatusOrOpen } from 'group-invitations'
import { type AnswerPlan, groupOf, guestOf, invitationOf } from './answer-plan.js'

/** One write that the store has committed. */
export type Write = MembershipWrite | StatusWrite

interface Written {
  readonly transaction: string
  /** Whether an answer wrote it; else the service's other code. */
  readonly byAnswer: boolean
}

export interface MembershipWrite extends Written {
  readonly type: 'membership'
  readonly groupId: string
  readonly memberId: string
  readonly before: Standing | null
  readonly after: Standing | null
}

export interface StatusWrite extends Written {
  readonly type: 'status'
  readonly invitationId: string
  readonly before: StatusOrOpen
  /** `null`: the invitation was erased. */
  readonly after: StatusOrOpen | null
}

export type Violation =
  | 'not answered'
  | 'done twice'
  | 'two ends'
  | 'status went back'
  | 'ban lost'
  | 'standing lowered'
  | 'member without acceptance'
  | 'acceptance without member'
  | 'answer against the store'

/** Reports a violation of one invitation, or of one member's place in a group. */
export type Report = (violation: Violation, of: string, detail: string) => void

/** What has become of the invitations, by the writes. */
export interface Outcome {
  /** All statuses that an invitation has had, in their order. */
  readonly statuses: ReadonlyMap<string, readonly StatusOrOpen[]>
  readonly erased: ReadonlySet<string>
  /** The standing of the recipient after each acceptance. */
  readonly admitted: ReadonlyMap<string, Standing>
  /** The last standing of each member in each group, and who was banned at any time. See `placeOf`. */
  readonly standings: ReadonlyMap<string, Standing>
  readonly banned: ReadonlySet<string>
}

export const placeOf = (which: number) => `${guestOf(which)} in ${groupOf(which)}`

const HEIGHT = { pending: 1, member: 2, moderator: 3, banned: 0 } as const

/** Replays all writes, and reports each that no answer may do. They are in the order in which the store has committed. */
export function checkWrites(
  { invitations }: AnswerPlan,
  writes: readonly Write[],
  report: Report,
): Outcome {
  const all = Array.from({ length: invitations }, (_nothing, which) => which)
  const places = new Map(all.map((which) => [invitationOf(which), placeOf(which)]))
  const statuses = new Map<string, StatusOrOpen[]>(
    all.map((which) => [invitationOf(which), ['Open']]),
  )
  const standings = new Map<string, Standing>()
  const admitted = new Map<string, Standing>()
  const [erased, banned] = [new Set<string>(), new Set<string>()]

  for (const together of byTransaction(writes)) {
    const accepted = together.flatMap((write) =>
      write.type === 'status' && write.after === 'Accepted' ? [write.invitationId] : [],
    )
    const opened = new Set(accepted.map((invitationId) => places.get(invitationId)))
    for (const write of together) {
      if (write.type === 'membership') checkMembership(write, opened)
      else checkStatus(write)
    }
    for (const invitationId of accepted) {
      const standing = standings.get(places.get(invitationId) ?? '')
      if (standing === undefined || standing === 'banned') {
        report('acceptance without member', invitationId, String(standing))
      } else admitted.set(invitationId, standing)
    }
  }
  return { statuses, erased, admitted, standings, banned }

  function checkMembership(write: MembershipWrite, opened: ReadonlySet<string | undefined>): void {
    const { groupId, memberId, before, after, byAnswer } = write
    const place = `${memberId} in ${groupId}`
    const last = standings.get(place) ?? null
    if (last !== before) throw new Error(`${place}: ${String(before)} comes after ${String(last)}`)
    if (after === null) standings.delete(place)
    else standings.set(place, after)
    if (after === 'banned') banned.add(place)
    if (!byAnswer || before === after) return

    const detail = `${String(before)} became ${String(after)}`
    if (before === 'banned') report('ban lost', place, detail)
    else if (before !== null && HEIGHT[after ?? 'banned'] < HEIGHT[before]) {
      report('standing lowered', place, detail)
    }
    if (after !== null && !opened.has(place)) report('member without acceptance', place, detail)
  }

  function checkStatus({ invitationId, before, after }: StatusWrite): void {
    const history = statuses.get(invitationId) ?? []
    const last = history.at(-1)
    const detail = `${before} became ${String(after)}`
    if (last !== before) throw new Error(`${invitationId}: ${detail}, but was ${String(last)}`)
    if (after === null) {
      erased.add(invitationId)
      return
    }
    history.push(after)
    if (before === after) report('done twice', invitationId, detail)
    else if (after === 'Open' || (after === 'Declined' && before !== 'Open')) {
      report('status went back', invitationId, detail)
    } else if (before === 'Accepted' || before === 'Withdrawn')
      report('two ends', invitationId, detail)
  }
}

function byTransaction(writes: readonly Write[]): Iterable<readonly Write[]> {
  const all = new Map<string, Write[]>()
  for (const write of writes) {
    const together = all.get(write.transaction) ?? []
    all.set(write.transaction, [...together, write])
  }
  return all.values()
}
