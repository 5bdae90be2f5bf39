import {
  AnswerService,
  type Invitation,
  InvitationPolicy,
  InvitationService,
  type PolicyOptions,
  type Repositories,
} from 'group-invitations'
import {
  createInMemoryRepositories,
  type InMemoryRepositories,
  type Network,
} from 'group-invitations/memory'
import { aRequest, NOW } from './builders.js'
import { NETWORK } from './network.js'

/** The calls of an evaluation. */
export const EVALUATION = [
  'memberships.findStandings',
  'profiles.findProfiles',
  'preferences.findOptOuts',
  'contacts.findContactsAmong',
  'groups.findGroups',
  'invitations.findClaims',
  'invitations.findRecentFingerprints',
]

export const HALF_A_YEAR_ON = new Date('2026-11-12T12:00:00.000Z')

/** What `aRequest` becomes when it is sent under the identifier. */
export const sentAs = (invitationId: string): Invitation => ({
  invitationId,
  ...aRequest(),
  sentAt: NOW,
  repeatableAt: HALF_A_YEAR_ON,
})

export const deliveriesFor = (invitationId: string) => [
  { deliveryId: `${invitationId}.email`, invitationId, channel: 'email' },
  { deliveryId: `${invitationId}.news`, invitationId, channel: 'news' },
]

export const serviceOver = (repositories: Repositories, options: PolicyOptions = {}) =>
  new InvitationService(
    new InvitationPolicy(repositories, { clock: () => NOW, ...options }),
    repositories,
  )

export const answersOver = (repositories: Repositories, options: PolicyOptions = {}) =>
  new AnswerService(
    new InvitationPolicy(repositories, { clock: () => NOW, ...options }),
    repositories,
  )

/** Both services, and the store that they write to. */
export function opened(network: Network = NETWORK) {
  const repositories = createInMemoryRepositories(network)
  return { repositories, service: serviceOver(repositories), answers: answersOver(repositories) }
}

/** How much there is in the store of Anna's invitation to Bernd. */
export async function storedIn(repositories: InMemoryRepositories) {
  const { invitations } = repositories
  const claims = await invitations.findClaims('anna', ['bernd'])
  const fingerprints = await invitations.findRecentFingerprints('anna', new Date(0), 100)
  const deliveries = repositories.pendingDeliveries().map(({ deliveryId }) => deliveryId)
  return {
    claimedBy: claims.get('bernd')?.invitationId,
    fingerprints: fingerprints.length,
    deliveries,
  }
}

export const NOTHING = { claimedBy: undefined, fingerprints: 0, deliveries: [] }
export const ONLY_I1 = { claimedBy: 'i-1', fingerprints: 1, deliveries: ['i-1.email', 'i-1.news'] }
