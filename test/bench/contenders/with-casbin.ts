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

const MODEL = `
[request_definition]
r = it, rule
[policy_definition]
p = rule, condition, eft
[policy_effect]
e = !some(where (p.eft == deny))
[matchers]
m = (r.rule == 'any' || r.rule == p.rule) && eval(p.condition)
`

/**
 * The rules by casbin: one policy a rule, its condition evaluated by casbin.
 *
 * An enforcer answers yes or no. So it is asked about all rules at once first, and about each of them only where the
 * answer is no; `ruleByRule` asks about each of them at once.
 */
export async function withCasbin(
  ports: BenchPorts,
  clock: () => Date,
  ruleByRule = false,
): Promise<Contender> {
  const enforcer = await newEnforcer(newModelFromString(MODEL))
  await enforcer.addPolicies(RULES.map((rule) => [rule, broken[rule], 'deny']))
  return byEngine(ports, clock, (statement) =>
    !ruleByRule && enforcer.enforceSync(statement, 'any')
      ? []
      : RULES.filter((rule) => !enforcer.enforceSync(statement, rule)),
  )
}

/** The rules by casbin without policies, as lean as it gets: an enforcer a rule, whose matcher is the condition. */
export async function withCasbinMatchers(ports: BenchPorts, clock: () => Date): Promise<Contender> {
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
