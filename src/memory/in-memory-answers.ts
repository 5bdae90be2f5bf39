import type { NewStanding, InvitationChange } from '../model/invitation-change.js'
import type { Invitation } from '../model/invitation.js'
import type { Standing } from '../model/member.js'
import type { AnswerRepository } from '../ports/answer-repository.js'
import { copyOf } from './in-memory-invitations.js'
import { pick, setStanding, type Store } from './store.js'

export function inMemoryAnswers(store: Store): AnswerRepository {
  const { invitations, changes, standings } = store
  return {
    findChanges: (invitationIds) =>
      pick(invitationIds, (invitationId) => {
        const change = changes.get(invitationId)
        return change && changeOf(change)
      }),
    findInvitationsOf(memberId, role, limit, before) {
      const all = [...invitations.values()]
        .filter((invitation) => invitation[`${role}Id`] === memberId)
        .sort(newestFirst)
      const start = all.findIndex(hasId(before)) + 1
      const isUnknown = before !== undefined && start === 0
      return isUnknown ? [] : all.slice(start, start + limit).map(copyOf)
    },
    // Without an await between look and write no other change can come in between.
    change({ change, from, admit }) {
      const { invitationId } = change
      if (!invitations.has(invitationId)) {
        throw new Error(`There is no invitation '${invitationId}'`)
      }
      const stored = changes.get(invitationId)
      if (stored !== undefined && !from.includes(stored.status)) {
        return { type: 'NotChanged', change: changeOf(stored) }
      }
      if (admit === undefined) {
        changes.set(invitationId, changeOf(change))
        return { type: 'Changed' }
      }
      const before = standings.get(admit.groupId)?.get(admit.memberId)
      if (before === 'banned') return { type: 'NotAdmitted' }
      const standing = admitted(before, admit.standing)
      changes.set(invitationId, changeOf(change))
      setStanding(store, admit.groupId, admit.memberId, standing)
      return { type: 'Changed', standing }
    },
  }
}

/** An absent membership is set, a pending one raised, and none is lowered. */
function admitted(before: Standing | undefined, admit: NewStanding['standing']): Standing {
  return before === undefined || before === 'pending' ? admit : before
}

function newestFirst(one: Invitation, other: Invitation): number {
  // Stryker disable next-line EqualityOperator: no two have one identifier
  return +other.sentAt - +one.sentAt || (one.invitationId < other.invitationId ? -1 : 1)
}

const hasId =
  (invitationId: string | undefined) =>
  (invitation: Invitation): boolean =>
    invitation.invitationId === invitationId

function changeOf(change: InvitationChange): InvitationChange {
  return {
    invitationId: change.invitationId,
    status: change.status,
    changedAt: new Date(change.changedAt),
    changedBy: { ...change.changedBy },
  }
}
