import { createMongoAbility, type MongoQuery, subject } from '@casl/ability'
import type { BenchPorts } from '../world.js'
import { byEngine } from './by-engine.js'
import type { Contender } from './contender.js'
import { type RuleName, RULES, type Statement } from './statement.js'

/** When each rule is broken. */
const broken: Readonly<Record<RuleName, MongoQuery<Statement>>> = {
  SelfInvitation: { isSelf: true },
  InviterNotFound: { inviterExists: false },
  GroupNotFound: { groupExists: false },
  InviterNotInGroup: { inviterStanding: { $nin: ['member', 'moderator'] } },
  NotADirectContact: { route: 'group', isContact: false },
  SubjectTooLong: { subjectExcess: { $gt: 0 } },
  TextEmpty: { isEmpty: true },
  TextTooLong: { textExcess: { $gt: 0 } },
  UnsafeCharacter: { isUnsafe: true },
  RateLimited6Months: { takenFor: { $gt: 0 } },
  RecipientNotFound: { exists: false },
  RecipientOptedOut: { optedOut: true },
  AlreadyMember: { recipientStanding: { $in: ['member', 'moderator'] } },
  MembershipPending: { recipientStanding: 'pending' },
  RecipientBanned: { recipientStanding: 'banned' },
}

/** The rules by CASL: one ability, in which each rule is an action that may be done unless the rule is broken. */
export function withCasl(ports: BenchPorts, clock: () => Date): Contender {
  const ability = createMongoAbility(
    RULES.flatMap((rule) => [
      { action: rule, subject: 'Invitation' },
      { action: rule, subject: 'Invitation', inverted: true, conditions: broken[rule] },
    ]),
  )
  return byEngine(ports, clock, (statement) => {
    const invitation = subject('Invitation', { ...statement })
    return RULES.filter((rule) => ability.cannot(rule, invitation))
  })
}
