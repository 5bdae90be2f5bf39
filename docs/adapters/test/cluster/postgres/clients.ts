import { AnswerService, InvitationPolicy, InvitationService } from 'group-invitations'
import type { ResultAsync } from 'neverthrow'
import { type Attempt, recipientOf } from '../../../../../test/support/race/plan.js'
import { repositoriesIn } from '../../../postgres/repositories.js'
import { openPool } from '../../../postgres/wiring.js'
import type { PostgresNode } from './node.js'

/** Sends and accepts over one server, with the time limits that a service has. */
export function clientsOf(node: PostgresNode, connections: number) {
  const pool = openPool(node.url, () => undefined, { max: connections })
  const repositories = repositoriesIn(pool)
  const policy = new InvitationPolicy(repositories, { enforcement: { MassMessage: 'off' } })
  const sending = new InvitationService(policy, repositories)
  const answering = new AnswerService(policy, repositories)
  return {
    send: ({ request, invitationId }: Attempt) => toldBy(sending.send(request, { invitationId })),
    accept: ({ invitationId, pair }: Attempt) =>
      toldBy(answering.accept({ invitationId, memberId: recipientOf(pair) })),
    close: () => pool.end(),
  }
}

/** What a caller was told: `done`, `replayed`, of an outage its effect, or the type of another error. */
async function toldBy(
  result: ResultAsync<
    { readonly replayed: boolean },
    { readonly type: string; readonly effect?: 'none' | 'unknown' }
  >,
): Promise<string> {
  const told = await result
  if (told.isOk()) return told.value.replayed ? 'replayed' : 'done'
  const { type, effect } = told.error
  return effect ? `effect ${effect}` : type
}
