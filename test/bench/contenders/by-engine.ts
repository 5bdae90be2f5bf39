import type { BenchPorts } from '../world.js'
import type { Choice, Contender, Decision } from './contender.js'
import { approvalOf, normalize, type Situation, situationOf, situationsOf } from './hand-written.js'
import {
  denialOf,
  type RuleName,
  type Statement,
  statementOf,
  type WrittenDraft,
} from './statement.js'

/** Finds the rules that a statement breaks, in their order. */
export type FindBroken = (
  statement: Statement,
) => readonly RuleName[] | Promise<readonly RuleName[]>

/** Reading by hand, as everywhere; the rules by an engine. */
export function byEngine(ports: BenchPorts, clock: () => Date, findBroken: FindBroken): Contender {
  const denialsOn = async (statement: Statement, situation: Situation, draft?: WrittenDraft) => {
    const found = findBroken(statement)
    const broken = found instanceof Promise ? await found : found
    return broken.map((rule) => denialOf(rule, statement, situation, draft))
  }
  return {
    async evaluate(request): Promise<Decision> {
      const situation = await situationOf(ports, request)
      const now = clock()
      const { inviterId, recipientId, groupId, route } = request
      const subject = normalize(request.subject ?? '')
      const text = normalize(request.text)
      const draft = { given: request, subject, text }
      const statement = statementOf(inviterId, recipientId, groupId, route, situation, now, draft)
      const denials = await denialsOn(statement, situation, draft)
      return denials.length > 0
        ? { ok: false, denials }
        : approvalOf(subject, text, situation.profile, now)
    },

    async contactsFor(inviterId, groupId) {
      const now = clock()
      const choices: Choice[] = []
      for (const [contactId, situation] of await situationsOf(ports, inviterId, groupId)) {
        const statement = statementOf(inviterId, contactId, groupId, 'group', situation, now)
        const denials = await denialsOn(statement, situation)
        choices.push({ contactId, profile: situation.profile, denials })
      }
      return choices
    },
  }
}
