// What decisions and choices take without the rules on content, against the same by hand and by other libraries. Bundled
// and run by run.ts.
import { assertAgreement } from './agree.js'
import { type Build, before, ours } from './builds.js'
import { compare, type Comparison } from './compare.js'
import { findAnswers, situationIn } from './contenders/answers.js'
import type { Contender } from './contenders/contender.js'
import { decideByHand, handWritten } from './contenders/hand-written.js'
import { peersOver } from './contenders/peers.js'
import { FORM_ONLY, withLibrary } from './contenders/with-library.js'
import { NOW } from './draft.js'
import { type Figure, inTime, rowOf } from './figures.js'
import { ACCEPTED, DENIED, GROUP, GROUP_PICKER, PICKERS } from './requests.js'
import { measure, type Task } from './slices.js'
import { type BenchPorts, createWorld } from './world.js'

const MEMBERS = 100_000
const BY_HAND = 'by hand'

const clock = () => NOW
const enforcement = FORM_ONLY
const world = createWorld(MEMBERS, 1_000_000)
const floor = handWritten(world, clock)
const peers = await peersOver(world, clock)
const policyOf = ({ InvitationPolicy }: Build, ports: BenchPorts = world) =>
  new InvitationPolicy(ports, { clock, enforcement })

const builds = before ? [ours, before] : [ours]
const libraries = builds.map((build) => withLibrary(policyOf(build)))
await assertAgreement(floor, [...libraries, ...Object.values(peers)])

const evaluating =
  (request: typeof ACCEPTED, ports = world) =>
  (build: Build): Task => {
    const policy = policyOf(build, ports)
    return () => policy.evaluate(request)
  }
const choosing =
  (inviterId: string) =>
  (build: Build): Task => {
    const policy = policyOf(build)
    return () => policy.contactsFor({ inviterId, groupId: GROUP })
  }

const comparisons: Comparison[] = []
for (const [outcome, request] of [
  ['accepted', ACCEPTED],
  ['denied', DENIED],
] as const) {
  const { inviterId, recipientId, groupId } = request
  const answers = await findAnswers(world, inviterId, [recipientId], [groupId])
  const situation = situationIn(answers, inviterId, recipientId, groupId)
  const facts = {
    now: NOW,
    inviterProfile: situation.inviter,
    group: situation.group,
    inviterStanding: situation.inviterStanding,
    recipientStanding: situation.recipientStanding,
    recipientProfile: situation.profile,
    recipientOptedOut: situation.isOptedOut,
    areDirectContacts: situation.isContact,
    claim: situation.claim,
    recentFingerprints: [],
  }
  comparisons.push(
    {
      what: `evaluate, content off, ${outcome}`,
      task: evaluating(request),
      against: BY_HAND,
      baseline: () => floor.evaluate(request),
      goal: '≤ 1.30',
    },
    {
      what: `decide, content off, ${outcome}`,
      task:
        ({ decide }) =>
        () =>
          decide(request, facts, { enforcement }),
      against: BY_HAND,
      baseline: () => decideByHand(request, situation, NOW),
    },
  )
}

const { inviterId, recipientId } = GROUP_PICKER
comparisons.push(
  {
    what: 'groupsFor, 300 groups',
    task: (build) => {
      const policy = policyOf(build)
      return () => policy.groupsFor(GROUP_PICKER)
    },
    against: BY_HAND,
    baseline: () => floor.groupsFor(inviterId, recipientId),
    goal: '≤ 1.30',
  },
  {
    what: 'groupsFor, 300 groups: the ports alone',
    task: () => async () => {
      const groupIds = await world.memberships.findGroupsOf(inviterId)
      return findAnswers(world, inviterId, [recipientId], groupIds)
    },
    against: BY_HAND,
    baseline: () => floor.groupsFor(inviterId, recipientId),
  },
  {
    what: 'contactsFor, 5,000 contacts',
    task: choosing(PICKERS[5_000]),
    against: BY_HAND,
    baseline: () => floor.contactsFor(PICKERS[5_000], GROUP),
    goal: '≤ 1.30',
  },
  {
    what: 'contactsFor, 5,000 contacts: the ports alone',
    task: () => async () => {
      const contactIds = await world.contacts.findContactsOf(PICKERS[5_000])
      return findAnswers(world, PICKERS[5_000], contactIds, [GROUP], true)
    },
    against: BY_HAND,
    baseline: () => floor.contactsFor(PICKERS[5_000], GROUP),
  },
  {
    what: 'evaluate, 1,000,000 past invitations',
    task: evaluating(ACCEPTED),
    against: '1,000 past invitations',
    baseline: evaluating(ACCEPTED, createWorld(MEMBERS, 1_000))(ours),
  },
)

const figures: Figure[] = []
for (const comparison of comparisons) figures.push(await compare(comparison))

const { few, many } = await measure({
  few: choosing(PICKERS[100])(ours),
  many: choosing(PICKERS[10_000])(ours),
})
figures.push({
  what: 'contactsFor, each of 10,000 contacts',
  took: many.time / 10_000,
  against: 'each of 100',
  baseline: few.time / 100,
  noise: many.noise,
  unit: inTime,
})

/** What each of the other libraries is called for; with zod, choosing is by hand. */
const calls: Readonly<Record<string, (contender: Contender) => unknown>> = {
  'evaluate, accepted': (contender) => contender.evaluate(ACCEPTED),
  'evaluate, denied': (contender) => contender.evaluate(DENIED),
  'contactsFor, 100 contacts': (contender) => contender.contactsFor(PICKERS[100], GROUP),
}
for (const [what, call] of Object.entries(calls)) {
  const tasks = Object.entries(peers)
    .filter(([name]) => !(what.startsWith('contactsFor') && name.startsWith('zod')))
    .map(([name, peer]) => [name, () => call(peer)] as const)
  const { [BY_HAND]: byHand, ...measured } = await measure<string>({
    [BY_HAND]: () => call(floor),
    ...Object.fromEntries(tasks),
  })
  for (const [name, { time, noise }] of Object.entries(measured)) {
    const baseline = byHand?.time ?? Number.NaN
    figures.push({
      what: `${what}: ${name}`,
      took: time,
      against: BY_HAND,
      baseline,
      noise,
      unit: inTime,
    })
  }
}

console.log(JSON.stringify(figures.map(rowOf)))
