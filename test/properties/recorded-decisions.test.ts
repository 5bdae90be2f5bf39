import {
  decide,
  type DecisionOptions,
  type InvitationFacts,
  InvitationPolicy,
  type InvitationRequest,
  isContentFinding,
  parseFacts,
  serializeFacts,
} from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NOW } from '../support/builders.js'
import { facts, paces, requests, settings } from '../support/decision-arbitraries.js'
import { runs } from '../support/runs.js'
import { ruleResultsIn } from '../support/verdicts.js'

const options: fc.Arbitrary<DecisionOptions> = fc.record({ enforcement: settings, pace: paces })

/** Decides, and records the decision as a line of JSON. */
async function recorded(request: InvitationRequest, known: InvitationFacts, all: DecisionOptions) {
  const lines: string[] = []
  const policy = new InvitationPolicy(createInMemoryRepositories(), {
    ...{ ...all, clock: () => NOW, loadFacts: () => known },
    observe: (seen) =>
      void lines.push(JSON.stringify({ request: seen.request, facts: serializeFacts(seen.facts) })),
  })
  const verdict = await policy.evaluate(request)
  expect(lines).toHaveLength(1)
  return { verdict, line: lines[0] ?? '' }
}

function replayed(line: string, all: DecisionOptions) {
  const record = JSON.parse(line) as { request: InvitationRequest; facts: unknown }
  return decide(record.request, parseFacts(record.facts), all)
}

test('facts are the same after JSON, field by field', () => {
  fc.assert(
    fc.property(facts, fc.boolean(), (known, hasFreeAt) => {
      const { inviterFreeAt, ...others } = known
      const given = hasFreeAt ? { ...others, inviterFreeAt } : others
      const parsed = parseFacts(JSON.parse(JSON.stringify(serializeFacts(given))))
      const evidence = given.evidence?.map((one) => ({
        ...one,
        certainty: one.certainty ?? 'sure',
      }))
      expect(parsed).toEqual({ ...given, evidence })
      expect('inviterFreeAt' in parsed).toBe(hasFreeAt)
    }),
    runs(1_000),
  )
})

test('a decision that was recorded is decided once more in the same way', async () => {
  await fc.assert(
    fc.asyncProperty(requests, facts, options, async (request, known, all) => {
      const { verdict, line } = await recorded(request, known, all)
      expect(replayed(line, all)).toEqual(verdict)
    }),
    runs(1_000),
  )
})

test('with another enforcement and pace it is what the first facts lead to, and nothing else changes', async () => {
  const isOfPeople = ({ type }: { readonly type: string }) =>
    !isContentFinding({ type }) && type !== 'TooManyInvitations'
  await fc.assert(
    fc.asyncProperty(requests, facts, options, options, async (request, known, all, other) => {
      const { verdict, line } = await recorded(request, known, all)
      const again = replayed(line, other)
      expect(again).toEqual(decide(request, known, other))
      const before = ruleResultsIn(verdict).denials.filter(isOfPeople)
      expect(ruleResultsIn(again).denials.filter(isOfPeople)).toEqual(before)
    }),
    runs(1_000),
  )
})
