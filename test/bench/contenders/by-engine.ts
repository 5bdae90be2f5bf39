import type { InvitationRequest } from 'group-invitations'
import type { BenchPorts } from '../world.js'
import { type Answers, findAnswers, situationIn } from './answers.js'
import type { ContactOption, Contender, GroupOption, RuleDenial } from './contender.js'
import { denialOf, type RuleName, type Statement, statementOf } from './statement.js'
import { approvalOf, draftOf, type WrittenDraft } from './written-draft.js'

/** Finds the rules that a statement breaks, in their order. */
export type FindBroken = (
  statement: Statement,
) => readonly RuleName[] | Promise<readonly RuleName[]>

/** Finds the answers as the floor does; an engine applies the rules. */
export function byEngine(ports: BenchPorts, clock: () => Date, findBroken: FindBroken): Contender {
  const denialsFor = async (
    candidate: Omit<InvitationRequest, 'text'>,
    answers: Answers,
    now: Date,
    draft?: WrittenDraft,
  ): Promise<readonly RuleDenial[]> => {
    const { inviterId, recipientId, groupId } = candidate
    const situation = situationIn(answers, inviterId, recipientId, groupId)
    const statement = statementOf(candidate, situation, now, draft)
    const found = findBroken(statement)
    const broken = found instanceof Promise ? await found : found
    return broken.map((rule) => denialOf(rule, statement, situation, draft))
  }
  return {
    async evaluate(request) {
      const { inviterId, recipientId, groupId } = request
      const answers = await findAnswers(ports, inviterId, [recipientId], [groupId])
      const now = clock()
      const draft = draftOf(request)
      const denials = await denialsFor(request, answers, now, draft)
      return denials.length > 0
        ? { ok: false, denials }
        : approvalOf(draft, answers.profiles.get(recipientId), now)
    },

    async groupsFor(inviterId, recipientId) {
      const now = clock()
      const groupIds = await ports.memberships.findGroupsOf(inviterId)
      const answers = await findAnswers(ports, inviterId, [recipientId], groupIds)
      const options: GroupOption[] = []
      for (const groupId of groupIds) {
        const candidate = { inviterId, recipientId, groupId, route: 'profile' } as const
        const denials = await denialsFor(candidate, answers, now)
        options.push({ groupId, group: answers.groups.get(groupId), denials })
      }
      return options
    },

    async contactsFor(inviterId, groupId) {
      const now = clock()
      const contactIds = await ports.contacts.findContactsOf(inviterId)
      const answers = await findAnswers(ports, inviterId, contactIds, [groupId], true)
      const options: ContactOption[] = []
      for (const contactId of contactIds) {
        const candidate = { inviterId, recipientId: contactId, groupId, route: 'group' } as const
        const denials = await denialsFor(candidate, answers, now)
        options.push({ contactId, profile: answers.profiles.get(contactId), denials })
      }
      return options
    },
  }
}
