import {
  type CommitOutcome,
  type InvitationRecord,
  InvitationPolicy,
  type PolicyOptions,
  type Repositories,
} from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { answering, SENT } from '../support/answering.js'
import { aRequest, NOW } from '../support/builders.js'
import { intercepted } from '../support/intercepted.js'
import { NETWORK } from '../support/network.js'
import { answersOver, HALF_A_YEAR_ON, serviceOver } from '../support/sending.js'
import { inWaves } from './waves.js'

const COMMIT = 'invitations.commit'
const PACE: PolicyOptions = { pace: { burst: 1, every: { minutes: 1 } } }

const store = () => createInMemoryRepositories(NETWORK)
const send = (ports: Repositories, options?: PolicyOptions) =>
  serviceOver(ports, options).send(aRequest(), { invitationId: SENT.invitationId })

/** What `send` calls beside the calls of `evaluate`, and how many those are. What it writes comes last. */
export async function callsOfSend() {
  const evaluating = inWaves(store())
  await new InvitationPolicy(evaluating.repositories).evaluate(aRequest())
  const sending = inWaves(store())
  const { deliveries } = (await send(sending.repositories))._unsafeUnwrap()
  const judged = evaluating.waves.flat()
  const [found = [], ...writes] = sending.waves
  const own = found.filter((call) => !judged.includes(call))
  if (found.length !== judged.length + own.length || writes.flat().join() !== COMMIT) {
    throw new Error('send makes other calls')
  }
  return { own, judged: judged.length, commit: COMMIT, deliveries }
}

/** The parts of what `commit` gets. */
export async function committedParts(): Promise<readonly (keyof InvitationRecord)[]> {
  let parts: readonly string[] = []
  const ports = intercepted(store(), (call, args, proceed) => {
    if (call === COMMIT) parts = Object.keys(Object(args[0]) as object)
    return proceed()
  })
  await send(ports, PACE)
  // `Object.keys` forgets that these are the keys.
  return parts as (keyof InvitationRecord)[]
}

/** What the store may answer to `commit`. */
const OUTCOMES: { readonly [Type in CommitOutcome['type']]: CommitOutcome } = {
  Committed: { type: 'Committed' },
  IdTaken: { type: 'IdTaken', invitation: SENT },
  PairTaken: {
    type: 'PairTaken',
    claim: { invitationId: 'i-0', sentAt: NOW, repeatableAt: HALF_A_YEAR_ON },
  },
  PaceTaken: { type: 'PaceTaken', freeAt: HALF_A_YEAR_ON },
}

/** Each outcome of `commit`, and what `send` makes of it. */
export function resultsOfCommit(): Promise<(readonly [outcome: string, result: string])[]> {
  return Promise.all(
    Object.values(OUTCOMES).map(async (outcome) => {
      const ports = intercepted(store(), (call, _args, proceed) =>
        call === COMMIT ? outcome : proceed(),
      )
      const result = (await send(ports, PACE)).match(
        ({ replayed }) => (replayed ? 'replayed' : 'sent'),
        (error) => `\`${error.type === 'InvitationDenied' ? error.denials[0].type : error.type}\``,
      )
      return [`\`${outcome.type}\``, result] as const
    }),
  )
}

/** The calls of `prepareDelivery`, and how it ends if the recipient has opted out meanwhile. */
export async function callsOfPrepareDelivery() {
  const ports = answering().repositories
  const [delivery] = (await callsOfSend()).deliveries
  if (delivery === undefined) throw new Error('send makes no deliveries')
  const { repositories, waves } = inWaves(ports)
  await serviceOver(repositories).prepareDelivery(delivery)
  await serviceOver(ports).optOut(SENT.recipientId)
  const cancelled = (await serviceOver(ports).prepareDelivery(delivery))._unsafeUnwrapErr()
  return { waves, cancelled: cancelled.type }
}

/** The calls of `accept`. */
export async function callsOfAccept() {
  const { repositories, waves } = inWaves(answering().repositories)
  await answersOver(repositories).accept({
    invitationId: SENT.invitationId,
    memberId: SENT.recipientId,
  })
  return waves
}
