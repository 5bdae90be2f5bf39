import { isDeepStrictEqual } from 'node:util'
import {
  decide,
  DENIAL_TYPES,
  type InvitationDenial,
  InvitationPolicy,
  InvitationService,
  isContentFinding,
} from 'group-invitations'
import { expect, test } from 'vitest'
import { after, aRequest, NOW } from '../support/builders.js'
import { ruleResultsIn } from '../support/verdicts.js'
import { heavyText, saidOfContent, saidOfForm, subjects, texts, type Written } from './drafts.js'
import {
  allBereft,
  allPeople,
  canBe,
  factsOf,
  losses,
  type People,
  recipientIdIn,
  repositoriesOf,
  saidOfInviter,
  saidOfRecipient,
  standings,
} from './people.js'
import { histories } from './history.js'
import { ROWS, thousands } from './rows.js'

type Draft = readonly [subject: Written, text: Written]

const noSubject: Written = { written: undefined }
const personal: Written = { written: 'Lieber Bernd, TypeScript!' }
/** Each text without a subject, and each subject with a text that nothing is said of. */
const drafts: readonly Draft[] = [
  ...texts.map((text) => [noSubject, text] as const),
  ...subjects.slice(1).map((subject) => [subject, personal] as const),
]

const possiblePeople = allPeople.filter(canBe)
const possibleBereft = allBereft.filter(canBe)

interface Row {
  readonly people: People
  readonly written: readonly Draft[]
}

/** All people with all drafts. Where something is gone, the drafts take turns, so that each loss meets each draft. */
function rowsOf(all: readonly People[], bereft: readonly People[], written: readonly Draft[]) {
  const turn = (index: number) => Math.floor(index / losses.length) % written.length
  return [
    ...all.map((people): Row => ({ people, written })),
    ...bereft.map((people, index): Row => ({
      people,
      written: written.slice(turn(index)).slice(0, 1),
    })),
  ]
}

const requestOf = (people: People, [subject, text]: Draft) =>
  aRequest({
    recipientId: recipientIdIn(people),
    route: people.route,
    subject: subject.written,
    text: text.written ?? '',
  })

/** The pace of the service, if it has one: three at once, then one every minute. */
const pace = { burst: 3, every: { minutes: 1 } }

/** When all three are free again, which takes turns: nothing used, one just free, one free in a millisecond. */
function freeAtOf({ inviter, recipient, history }: People) {
  const turn =
    standings.indexOf(inviter) + standings.indexOf(recipient) + histories.indexOf(history)
  return [undefined, after(NOW, 120_000), after(NOW, 120_001)][turn % 3]
}

const isTooFast = (people: People) => freeAtOf(people)?.getTime() === NOW.getTime() + 120_001

/** The results of all rules, as the domain's sentences have them. */
function saidOf(people: People, [subject, text]: Draft, hasPace = true) {
  const content = saidOfContent(subject, text, people.exists)
  const isAdvised = ({ type }: { type: string }) => type === 'WantsAndHavesNotAddressed'
  const denials: InvitationDenial[] = [
    ...saidOfInviter(people),
    ...(hasPace && isTooFast(people)
      ? [{ type: 'TooManyInvitations', retryAt: after(NOW, 1) } as const]
      : []),
    ...saidOfForm(subject, text),
    ...saidOfRecipient(people),
    ...content.filter((finding) => !isAdvised(finding)),
  ]
  return { denials, advisories: content.filter(isAdvised) }
}

const policyFor = (people: People) => {
  const repositories = repositoriesOf(people)
  const findFreeAt = () => freeAtOf(people)
  const invitations = { ...repositories.invitations, findFreeAt }
  return new InvitationPolicy({ ...repositories, invitations }, { clock: () => NOW, pace })
}

const rowsOfEvaluate = rowsOf(possiblePeople, possibleBereft, drafts)

test(`evaluate: ${thousands(ROWS.evaluate)} requests, over repositories`, async () => {
  const wrong: unknown[] = []
  const raised = new Set<string>()
  let rows = 0
  for (const { people, written } of rowsOfEvaluate) {
    const policy = policyFor(people)
    for (const draft of written) {
      const found = ruleResultsIn(await policy.evaluate(requestOf(people, draft)))
      const said = saidOf(people, draft)
      if (!isDeepStrictEqual(found, said)) wrong.push({ people, draft, found, said })
      for (const { type } of found.denials) raised.add(type)
      rows += 1
    }
  }
  expect(wrong).toEqual([])
  const neverRaised = DENIAL_TYPES.filter(
    (type) => !isContentFinding({ type }) && !raised.has(type),
  )
  expect(neverRaised).toEqual([])
  expect(rows).toBe(ROWS.evaluate)
})

test('each loss meets everything else that can be', () => {
  /** Which loss comes together with which value of what else. */
  const meetingsIn = (rows: readonly Row[]) => {
    const meetings = new Set<string>()
    for (const { people, written } of rows) {
      const { inviterExists, groupExists, ...others } = people
      for (const [name, value] of [
        ...Object.entries(others),
        ...written.map((draft) => ['draft', drafts.indexOf(draft)] as const),
      ]) {
        meetings.add(`${inviterExists} ${groupExists} ${name} ${value}`)
      }
    }
    return [...meetings].sort()
  }
  const allThatCanBe = losses
    .flatMap((loss) => allPeople.map((people) => ({ ...people, ...loss })))
    .filter(canBe)
  const byTurns = rowsOfEvaluate.slice(possiblePeople.length)
  expect(meetingsIn(byTurns)).toEqual(
    meetingsIn(allThatCanBe.map((people) => ({ people, written: drafts }))),
  )
  expect(meetingsIn(byTurns)).toHaveLength(150)
})

test(`evaluate: ${thousands(ROWS.drafts)} drafts, each subject with each text`, async () => {
  const some = possiblePeople.filter(
    ({ inviter, recipient, history, inviterHasOptedOut }) =>
      (inviter === 'member' || inviter === undefined) &&
      (recipient === undefined || recipient === 'member') &&
      history === 'nothing' &&
      !inviterHasOptedOut,
  )
  let rows = 0
  for (const people of some) {
    const policy = policyFor(people)
    for (const subject of subjects)
      for (const text of [...texts, heavyText]) {
        const found = ruleResultsIn(await policy.evaluate(requestOf(people, [subject, text])))
        expect(found).toEqual(saidOf(people, [subject, text]))
        rows += 1
      }
  }
  expect(rows).toBe(ROWS.drafts)
})

test(`send: ${thousands(ROWS.send)} requests, and what can be sent after them`, async () => {
  const wrong: unknown[] = []
  let rows = 0
  for (const people of [...possiblePeople, ...possibleBereft]) {
    const repositories = repositoriesOf(people)
    const policy = new InvitationPolicy(repositories, { clock: () => NOW })
    const service = new InvitationService(policy, repositories)
    const request = requestOf(people, [noSubject, personal])
    const { denials } = saidOf(people, [noSubject, personal], false)
    const sent = await service.send(request)
    const found = sent.match(
      () => [],
      (error) => ('denials' in error ? error.denials : [error]),
    )
    // The pair is taken, whatever the group, by a sent invitation alone; for another inviter it is free.
    const again = await service.send({ ...request, route: 'profile', groupId: 'chess' })
    const byDora = await service.send({ ...request, route: 'profile', inviterId: 'dora' })
    const [first] = again.isErr() && 'denials' in again.error ? again.error.denials : []
    const isTaken = sent.isOk() ? first?.type === 'RateLimited6Months' : true
    const isFree = sent.isOk() ? byDora.isOk() : true
    if (!isDeepStrictEqual(found, denials) || !isTaken || !isFree) wrong.push({ people, found })
    rows += 1
  }
  expect(wrong).toEqual([])
  expect(rows).toBe(ROWS.send)
})

test(`decide: ${thousands(ROWS.decide)} requests, from facts, also such as contradict each other`, () => {
  const wrong: unknown[] = []
  let rows = 0
  const isFact = ({ inviterHasOptedOut }: People) => !inviterHasOptedOut
  const written = [personal, ...texts.slice(-2)].map((text) => [noSubject, text] as const)
  for (const row of rowsOf(allPeople.filter(isFact), allBereft.filter(isFact), written)) {
    const { people } = row
    const facts = { ...factsOf(people), inviterFreeAt: freeAtOf(people) }
    for (const draft of row.written) {
      const found = ruleResultsIn(decide(requestOf(people, draft), facts, { pace }))
      const said = saidOf(people, draft)
      if (!isDeepStrictEqual(found, said)) wrong.push({ people, draft, found, said })
      rows += 1
    }
  }
  expect(wrong).toEqual([])
  expect(rows).toBe(ROWS.decide)
})
