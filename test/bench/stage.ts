// What is compared, and that it decides alike before anything is timed.
import { deepStrictEqual } from 'node:assert'
import { decide, type InvitationFacts, InvitationPolicy } from 'group-invitations'
import { NOW } from '../support/builders.js'
import { assertAgreement } from './agree.js'
import type { Contender } from './contenders/contender.js'
import { handWritten, situationOf } from './contenders/hand-written.js'
import { withCasbin, withCasbinMatchers } from './contenders/with-casbin.js'
import { withCasl } from './contenders/with-casl.js'
import { withJsonRulesEngine } from './contenders/with-json-rules-engine.js'
import { decisionOf, FORM_ONLY } from './contenders/with-library.js'
import { withZod } from './contenders/with-zod.js'
import { ACCEPTED, REJECTED } from './requests.js'
import { type BenchPorts, createWorld, GROUP } from './world.js'

export const MEMBERS = 100_000

export const clock = () => NOW
export const world = createWorld(MEMBERS, 1_000_000)
const options = { clock, enforcement: FORM_ONLY }
export const policyOver = (ports: BenchPorts) => new InvitationPolicy(ports, options)

export const floor = handWritten(world, clock)
export const peers: Readonly<Record<string, Contender>> = {
  'zod and by hand': withZod(world, clock),
  '@casl/ability': withCasl(world, clock),
  'json-rules-engine': withJsonRulesEngine(world, clock),
  casbin: await withCasbin(world, clock),
  'casbin, rule by rule': await withCasbin(world, clock, true),
  'casbin, a matcher a rule': await withCasbinMatchers(world, clock),
}
export const policy = policyOver(world)

/** The facts about the two requests that are timed, as a store would answer them by one query. */
const factsOn = new Map<string, InvitationFacts>()
for (const request of [ACCEPTED, REJECTED]) {
  const situation = await situationOf(world, request)
  factsOn.set(request.recipientId, {
    now: NOW,
    inviterProfile: situation.inviter,
    group: situation.group,
    inviterStanding: situation.inviterStanding,
    recipientStanding: situation.recipientStanding,
    recipientProfile: situation.profile,
    recipientOptedOut: situation.optedOut,
    areDirectContacts: situation.isContact,
    claim: situation.claim,
    recentFingerprints: [],
  })
}
export function factsAbout(recipientId: string): InvitationFacts {
  const facts = factsOn.get(recipientId)
  if (!facts) throw new Error(recipientId)
  return facts
}
export const byOneCall = new InvitationPolicy(world, {
  ...options,
  loadFacts: async ({ recipientId }) => Promise.resolve(factsAbout(recipientId)),
})

await assertAgreement(floor, Object.values(peers), [policy])
for (const request of [ACCEPTED, REJECTED]) {
  const expected = await floor.evaluate(request)
  const facts = factsAbout(request.recipientId)
  deepStrictEqual(decisionOf(await byOneCall.evaluate(request)), expected)
  deepStrictEqual(decisionOf(decide(request, facts, { enforcement: FORM_ONLY })), expected)
}

/** The call of this library's picker for the group of the measurements. */
export const contactsFor = (inviterId: string) => () =>
  policy.contactsFor({ inviterId, groupId: GROUP })
