import {
  type AnswerFacts,
  type Invitation,
  type InvitationChange,
  type InvitationStatus,
  type PolicyOptions,
  type Repositories,
} from 'group-invitations'
import { createInMemoryRepositories, type Network } from 'group-invitations/memory'
import { NOW, someAnswerFacts } from './builders.js'
import { NETWORK } from './network.js'
import { answersOver, sentAs } from './sending.js'

/** Anna's invitation to Bernd. */
export const SENT: Invitation = sentAs('i-1')

export const SENT_NETWORK: Network = { ...NETWORK, invitations: [SENT] }

/** Facts under which Bernd may accept `SENT`, and becomes a member. */
export function answerFacts(changes: Partial<AnswerFacts> = {}): AnswerFacts {
  const group = { name: 'TypeScript Hamburg', admission: 'open' } as const
  return someAnswerFacts({ group, ...changes })
}

/** A stored change of an invitation, by Bernd. */
export function aChange(
  status: InvitationStatus,
  changes: Partial<InvitationChange> = {},
): InvitationChange {
  const changedBy = { memberId: 'bernd' }
  return { invitationId: 'i-1', status, changedAt: NOW, changedBy, ...changes }
}

/** A service, and the store in which there is Anna's invitation. */
export function answering(network: Network = SENT_NETWORK, options: PolicyOptions = {}) {
  const repositories = createInMemoryRepositories(network)
  return { repositories, service: answersOver(repositories, options) }
}

/** Stores a change as it is, whatever was stored before. */
export async function storeChange(repositories: Repositories, change: InvitationChange) {
  const from = ['Open', 'Declined', 'Accepted', 'Withdrawn'] as const
  const invitation = { ...SENT, invitationId: change.invitationId }
  await repositories.answers.change({ change, from, invitation })
}
