import {
  AnswerService,
  choiceForInviter,
  forInviter,
  InvitationPolicy,
  type InvitationRequest,
  InvitationService,
  type MemberId,
  type ProfileRepository,
  type Repositories,
} from 'group-invitations'
import { createInMemoryRepositories, type Network } from 'group-invitations/memory'
import { aRequest, NOW } from '../../../../test/support/builders.js'
import { NETWORK } from '../../../../test/support/network.js'
import { recorded } from '../../../../test/support/recorded.js'
import { carryOutAll, type Staff } from '../../../examples/carrying-out.js'
import { type Complaint, complain } from '../../../examples/complaining.js'
import { inviterIsNotFrozen } from '../../../examples/inviter-freeze.js'
import { decideComplaint, type Decision, type Measure } from '../../../examples/moderating.js'
import type { Statement } from '../../../examples/statement-of-reasons.js'
import type { Database } from '../database.js'

export const TEXT =
  'Lieber Bernd, du bietest TypeScript an. Ruf an: 040 1234567 oder anna@mail.example. Anna Schmidt'

/** The services of the library over the stores in memory, with complaints and freezes in the database. */
export function moderated(
  database: Database,
  network: Network = NETWORK,
  changes: Partial<Repositories> = {},
) {
  const store = createInMemoryRepositories(network)
  const gone = new Set<MemberId>()
  const informed: [memberId: MemberId, statement: Statement, key: string][] = []
  const staff: Staff = {
    endAccess: (memberId) => Promise.resolve(void gone.add(memberId)),
    inform: (...letter) => Promise.resolve(void informed.push(letter)),
  }
  // Someone whose access was deleted has no profile.
  const profiles: ProfileRepository = {
    findProfiles: (memberIds, viewerId) =>
      store.profiles.findProfiles(
        memberIds.filter((memberId) => !gone.has(memberId)),
        viewerId,
      ),
  }
  const { repositories, calls } = recorded<Repositories>({ ...store, profiles, ...changes })
  const over = (now: Date) => {
    const policy = new InvitationPolicy(repositories, {
      ...{ clock: () => now, rules: [inviterIsNotFrozen(database)] },
      enforcement: { LinkInText: 'off', ProhibitedContent: 'advise' },
    })
    return {
      policy,
      service: new InvitationService(policy, repositories),
      answers: new AnswerService(policy, repositories),
    }
  }
  return {
    ...{ store, repositories, calls, over, ...over(NOW) },
    ...{ gone, informed, staff },
    carryOut: (using: Database = database, by = staff) =>
      carryOutAll(using, over(NOW).answers, repositories.answers, by, NOW),
    statusOf: async (invitationId = 'i-1') =>
      (await store.answers.findChanges([invitationId])).get(invitationId)?.status,
    async send(invitationId: string, request: Partial<InvitationRequest> = {}) {
      const { service } = over(NOW)
      const sent = await service.send(aRequest({ text: TEXT, ...request }), { invitationId })
      if (sent.isErr()) throw new Error('Not sent', { cause: sent.error })
      return sent.value.deliveries
    },
    complain: (complaint: Partial<Complaint> = {}, now = NOW) =>
      complain(database, repositories, aComplaint(complaint), now),
  }
}

export const aComplaint = (changes: Partial<Complaint> = {}): Complaint => ({
  ...{
    invitationId: 'i-1',
    memberId: 'bernd',
    ground: 'rules',
    explanation: 'Anna belästigt mich.',
  },
  ...changes,
})

/** Stores what a person decides about the invitation `i-1`. */
export const decide = (database: Database, measure: Measure, changes: Partial<Decision> = {}) =>
  decideComplaint(
    database,
    // The changes of these tests fit the measure.
    {
      ...{ invitationId: 'i-1', provision: 'Rules of inviting, 3', decidedBy: 'staff-1' },
      ...{ reason: 'The text asks for calls instead of naming the group.', ...measure, ...changes },
    } as Decision,
    NOW,
  )

/** All that Anna is shown, all that Bernd is shown, what a worker gets, and the calls that were made for it. */
export async function shownTo({ repositories, calls, over, store }: ReturnType<typeof moderated>) {
  const { policy, service, answers } = over(NOW)
  calls.splice(0)
  const again = await policy.evaluate(aRequest())
  const toClara = aRequest({ recipientId: 'clara', groupId: 'chess', text: 'Liebe Clara, Schach?' })
  const others = await policy.evaluate(toClara)
  const groups = await policy.groupsFor({ inviterId: 'anna', recipientId: 'bernd' })
  const contacts = await policy.contactsFor({ inviterId: 'anna', groupId: 'typescript-hamburg' })
  const deliveries = store.pendingDeliveries().map((delivery) => service.prepareDelivery(delivery))
  return {
    again: again.mapErr((error) => forInviter(error)),
    others: others.mapErr((error) => forInviter(error)),
    groups: groups.map((choices) => choices.map((choice) => choiceForInviter(choice))),
    contacts: contacts.map((choices) => choices.map((choice) => choiceForInviter(choice))),
    sent: await answers.sent('anna'),
    received: await answers.received('bernd'),
    deliveries: await Promise.all(deliveries),
    claims: await repositories.invitations.findClaims('anna', ['bernd']),
    calls: calls.map((call) => [...call]),
  }
}
