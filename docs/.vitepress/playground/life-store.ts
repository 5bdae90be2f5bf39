import type { InvitationRepository, Repositories, Standing } from 'group-invitations'
import { createInMemoryRepositories, type InMemoryRepositories } from 'group-invitations/memory'
import { networkOf } from './network.js'
import type { State } from './state.js'
import { latest, type SentBefore, standingIn } from './world.js'

/** What is stored while the playground is used: invitations, answers, standings and the outbox. */
export interface LifeStore extends Pick<
  InMemoryRepositories,
  'pendingDeliveries' | 'markDelivered'
> {
  /** The repositories of a case: people and groups as the case has them now, everything else from the store. */
  repositoriesOf(state: State): Repositories
  /** What was sent since the start. */
  sentHere(): readonly SentBefore[]
  standingOf(group: string, person: string): Promise<Standing | undefined>
}

/** Begins empty. */
export function createLifeStore(): LifeStore {
  const store = createInMemoryRepositories()
  const sentHere: SentBefore[] = []
  const said = new Map<string, Standing | undefined>()
  return {
    pendingDeliveries: () => store.pendingDeliveries(),
    markDelivered: (deliveryId) => {
      store.markDelivered(deliveryId)
    },
    sentHere: () => [...sentHere],
    async standingOf(group, person) {
      const standings = await store.memberships.findStandings([group], [person])
      return standings.get(group)?.get(person)
    },
    repositoriesOf(state) {
      const world = createInMemoryRepositories(networkOf(state))
      for (const person of [state.recipient, state.inviter]) {
        const key = `${state.group} ${person}`
        const standing = standingIn(state, person)
        // What the case has said before stays as accepting has left it.
        if (said.has(key) && said.get(key) === standing) continue
        store.setStanding(state.group, person, standing)
        said.set(key, standing)
      }
      const { memberships, answers } = store
      const invitations = withEarlier(store.invitations, world.invitations, sentHere)
      return { ...world, memberships, answers, invitations }
    },
  }
}

/** Adds what the case says was sent before, and notes what is sent now. */
function withEarlier(
  stored: InvitationRepository,
  earlier: InvitationRepository,
  sentHere: SentBefore[],
): InvitationRepository {
  return {
    ...stored,
    async findClaims(inviterId, recipientIds) {
      const [one, other] = await Promise.all([
        earlier.findClaims(inviterId, recipientIds),
        stored.findClaims(inviterId, recipientIds),
      ])
      const claims = recipientIds.flatMap((recipientId) => {
        const ofPair = [one.get(recipientId), other.get(recipientId)].flatMap((claim) =>
          claim === undefined ? [] : [{ ...claim, inviterId, recipientId }],
        )
        const claim = latest(ofPair)
        return claim === undefined ? [] : [[recipientId, claim] as const]
      })
      return new Map(claims)
    },
    async findRecentFingerprints(inviterId, since, limit) {
      const [one, other] = await Promise.all([
        earlier.findRecentFingerprints(inviterId, since, limit),
        stored.findRecentFingerprints(inviterId, since, limit),
      ])
      return [...other, ...one].slice(0, limit)
    },
    async commit(record) {
      const outcome = await stored.commit(record)
      const { invitation, textFingerprint } = record
      if (outcome.type === 'Committed') sentHere.push({ ...invitation, textFingerprint })
      return outcome
    },
  }
}
