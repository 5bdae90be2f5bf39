import { newEnforcer, newModelFromString } from 'casbin'
import type { BenchPorts } from '../world.js'
import { byEngine } from './by-engine.js'
import type { Contender } from './contender.js'
import { type RuleName, RULES } from './statement.js'

/** When each rule is broken, as a condition of casbin's ABAC. */
const broken: Readonly<Record<RuleName, string>> = {
  SelfInvitation: 'r.it.isSelf',
  InviterNotFound: '!r.it.inviterExists',
  GroupNotFound: '!r.it.groupExists',
  InviterNotInGroup: "r.it.inviterStanding != 'member' && r.it.inviterStanding != 'moderator'",
  NotADirectContact: "r.it.route == 'group' && !r.it.isContact",
  SubjectTooLong: 'r.it.subjectExcess > 0',
  TextEmpty: 'r.it.isEmpty',
  TextTooLong: 'r.it.textExcess > 0',
  UnsafeCharacter: 'r.it.isUnsafe',
  RateLimited6Months: 'r.it.takenFor > 0',
  RecipientNotFound: '!r.it.exists',
  RecipientOptedOut: 'r.it.optedOut',
  AlreadyMember: "r.it.recipientStanding == 'member' || r.it.recipientStanding == 'moderator'",
  MembershipPending: "r.it.recipientStanding == 'pending'",
  RecipientBanned: "r.it.recipientStanding == 'banned'",
}

/** The rules by casbin, as lean as it gets: for each an enforcer without policies, whose matcher is the condition. */
export async function withCasbin(ports: BenchPorts, clock: () => Date): Promise<Contender> {
  const enforcers = await Promise.all(
    RULES.map(async (rule) => {
      const model = `
[request_definition]
r = it
[policy_definition]
p = none
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = ${broken[rule]}
`
      return { rule, enforcer: await newEnforcer(newModelFromString(model)) }
    }),
  )
  return byEngine(ports, clock, (statement) =>
    enforcers.filter(({ enforcer }) => enforcer.enforceSync(statement)).map(({ rule }) => rule),
  )
}
