import { type ConditionProperties, Engine } from 'json-rules-engine'
import type { BenchPorts } from '../world.js'
import { byEngine } from './by-engine.js'
import type { Contender } from './contender.js'
import { type RuleName, RULES, type Statement } from './statement.js'

const when = (fact: keyof Statement, operator: string, value: unknown): ConditionProperties => ({
  fact,
  operator,
  value,
})

/** When each rule is broken: all of these. */
const broken: Readonly<Record<RuleName, ConditionProperties[]>> = {
  SelfInvitation: [when('isSelf', 'equal', true)],
  InviterNotFound: [when('inviterExists', 'equal', false)],
  GroupNotFound: [when('groupExists', 'equal', false)],
  InviterNotInGroup: [when('inviterStanding', 'notIn', ['member', 'moderator'])],
  NotADirectContact: [when('route', 'equal', 'group'), when('isContact', 'equal', false)],
  SubjectTooLong: [when('subjectExcess', 'greaterThan', 0)],
  TextEmpty: [when('isEmpty', 'equal', true)],
  TextTooLong: [when('textExcess', 'greaterThan', 0)],
  UnsafeCharacter: [when('isUnsafe', 'equal', true)],
  RateLimited6Months: [when('takenFor', 'greaterThan', 0)],
  RecipientNotFound: [when('exists', 'equal', false)],
  RecipientOptedOut: [when('optedOut', 'equal', true)],
  AlreadyMember: [when('recipientStanding', 'in', ['member', 'moderator'])],
  MembershipPending: [when('recipientStanding', 'equal', 'pending')],
  RecipientBanned: [when('recipientStanding', 'equal', 'banned')],
}

/** The rules by json-rules-engine: one engine, each rule with an event that says that it is broken. */
export function withJsonRulesEngine(ports: BenchPorts, clock: () => Date): Contender {
  const engine = new Engine(
    RULES.map((rule) => ({ conditions: { all: broken[rule] }, event: { type: rule } })),
  )
  return byEngine(ports, clock, async (statement) => {
    const { events } = await engine.run({ ...statement })
    const found = new Set(events.map(({ type }) => type))
    return RULES.filter((rule) => found.has(rule))
  })
}
