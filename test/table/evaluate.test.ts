import { isDeepStrictEqual } from 'node:util'
import {
  decide,
  DENIAL_TYPES,
  type InvitationDenial,
  InvitationPolicy,
  InvitationService,
  isContentFinding,
} from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { expect, test } from 'vitest'
import { aRequest, NOW } from '../support/builders.js'
import { ruleResultsIn } from '../support/verdicts.js'
import { heavyText, saidOfContent, saidOfForm, subjects, texts, type Written } from './drafts.js'
import {
  allPeople,
  canBe,
  factsOf,
  networkOf,
  type People,
  recipientIdIn,
  saidOfInviter,
  saidOfRecipient,
} from './people.js'
import { ROWS, thousands } from './rows.js'

type Draft = readonly [subject: Written, text: Written]

const noSubject: Written = { written: undefined }
const personal: Written = { written: 'Lieber Bernd, TypeScript!' }
const possiblePeople = [...allPeople()].filter(canBe)
/** Each text without a subject, and each subject with a text that nothing is said of. */
const drafts: readonly Draft[] = [
  ...texts.map((text) => [noSubject, text] as const),
  ...subjects.slice(1).map((subject) => [subject, personal] as const),
]

const requestOf = (people: People, [subject, text]: Draft) =>
  aRequest({
    recipientId: recipientIdIn(people),
    route: people.route,
    subject: subject.written,
    text: text.written ?? '',
  })

/** The results of all rules, as the domain's sentences have them. */
function saidOf(people: People, [subject, text]: Draft) {
  const content = saidOfContent(subject, text, people.exists)
  const isAdvised = ({ type }: { type: string }) => type === 'WantsAndHavesNotAddressed'
  const denials: InvitationDenial[] = [
    ...saidOfInviter(people),
    ...saidOfForm(subject, text),
    ...saidOfRecipient(people),
    ...content.filter((finding) => !isAdvised(finding)),
  ]
  return { denials, advisories: content.filter(isAdvised) }
}

const serviceFor = (people: People) => {
  const repositories = createInMemoryRepositories(networkOf(people))
  const policy = new InvitationPolicy(repositories, { clock: () => NOW })
  return { policy, service: new InvitationService(policy, repositories) }
}

test(`evaluate: ${thousands(ROWS.evaluate)} requests, over repositories`, async () => {
  const wrong: unknown[] = []
  const raised = new Set<string>()
  let rows = 0
  for (const people of possiblePeople) {
    const { policy } = serviceFor(people)
    for (const draft of drafts) {
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
    const { policy } = serviceFor(people)
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
  for (const people of possiblePeople) {
    const { service } = serviceFor(people)
    const request = requestOf(people, [noSubject, personal])
    const { denials } = saidOf(people, [noSubject, personal])
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
  for (const people of allPeople()) {
    if (people.inviterHasOptedOut) continue
    const facts = factsOf(people)
    for (const text of [personal, ...texts.slice(-2)]) {
      const found = ruleResultsIn(decide(requestOf(people, [noSubject, text]), facts))
      const said = saidOf(people, [noSubject, text])
      if (!isDeepStrictEqual(found, said)) wrong.push({ people, text, found, said })
      rows += 1
    }
  }
  expect(wrong).toEqual([])
  expect(rows).toBe(ROWS.decide)
})
