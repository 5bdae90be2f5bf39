import {
  decide,
  type EnforcementOptions,
  type InvitationApproval,
  InvitationPolicy,
  type PolicyOptions,
  type ScreenedEvidence,
} from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { err, type Result } from 'neverthrow'
import { describe, expect, test } from 'vitest'
import { aRequest, NOW, someFacts } from '../support/builders.js'
import { NETWORK } from '../support/network.js'
import { ruleResultsIn } from '../support/verdicts.js'

type Verdict = Result<InvitationApproval, { readonly type: string }>
type Door = (
  evidence: readonly ScreenedEvidence[],
  enforcement?: EnforcementOptions,
) => Promise<Verdict>

const evaluate = async (options: PolicyOptions): Promise<Verdict> =>
  await new InvitationPolicy(createInMemoryRepositories(NETWORK), {
    clock: () => NOW,
    ...options,
  }).evaluate(aRequest())

/** Each way by which the evidence of a service's own screener reaches a decision. */
const doors: Readonly<Record<string, Door>> = {
  decide: (evidence, enforcement = {}) =>
    Promise.resolve(decide(aRequest(), someFacts({ evidence }), { enforcement })),
  loadFacts: (evidence, enforcement) =>
    evaluate({ loadFacts: () => someFacts({ evidence }), enforcement }),
  screen: (evidence, enforcement) => evaluate({ screen: () => evidence, enforcement }),
  'a screen that takes its time': (evidence, enforcement) =>
    evaluate({ screen: () => Promise.resolve(evidence), enforcement }),
}

const unsaid: ScreenedEvidence = { category: 'spam', term: 'the style of the text', index: 0 }
const sure = { ...unsaid, certainty: 'sure' } as const
const suspected = { ...unsaid, term: 'a strange word', certainty: 'suspected' } as const

describe.each(Object.entries(doors))('evidence by %s', (_name, decided) => {
  test('is sure if it does not say how certain it is', async () => {
    for (const evidence of [unsaid, { ...unsaid, certainty: undefined }]) {
      expect(ruleResultsIn(await decided([evidence]))).toStrictEqual({
        denials: [{ type: 'ProhibitedContent', certainty: 'sure', evidence: [sure] }],
        advisories: [],
      })
    }
  })

  test('that is sure is denied, advised or off, as it is enforced', async () => {
    const finding = { type: 'ProhibitedContent', certainty: 'sure', evidence: [sure] }
    const enforced = async (ProhibitedContent: 'deny' | 'advise' | 'off') =>
      ruleResultsIn(await decided([sure], { ProhibitedContent }))
    expect(await enforced('deny')).toEqual({ denials: [finding], advisories: [] })
    expect(await enforced('advise')).toEqual({ denials: [], advisories: [finding] })
    expect(await enforced('off')).toEqual({ denials: [], advisories: [] })
  })

  test.each([{}, { ProhibitedContent: 'deny' }, { ProhibitedContent: 'advise' }] as const)(
    'that is suspected is only advised: %o',
    async (enforcement) => {
      const verdict = await decided([suspected, suspected], enforcement)
      expect(verdict.isOk()).toBe(true)
      expect(ruleResultsIn(verdict).advisories).toStrictEqual([
        { type: 'ProhibitedContent', certainty: 'suspected', evidence: [suspected, suspected] },
      ])
    },
  )

  test('that is suspected is nothing if the rule is off', async () => {
    const verdict = await decided([suspected], { ProhibitedContent: 'off' })
    expect(ruleResultsIn(verdict)).toEqual({ denials: [], advisories: [] })
  })

  test('is denied with all of it if any is sure', async () => {
    for (const evidence of [
      [suspected, unsaid],
      [unsaid, suspected],
    ]) {
      expect(ruleResultsIn(await decided(evidence))).toStrictEqual({
        denials: [
          {
            type: 'ProhibitedContent',
            certainty: 'sure',
            evidence: evidence.map((item) => ({ certainty: 'sure', ...item })),
          },
        ],
        advisories: [],
      })
    }
  })
})

describe('a certainty that is none', () => {
  // As JavaScript may return it.
  const evidence = [sure, { ...unsaid, certainty: 'likely' }] as never
  const problem = (path: string) =>
    new TypeError(`${path}[1].certainty must be sure, suspected or undefined`)
  const outage = (dependency: string, cause: TypeError) =>
    err({ type: 'DependencyFailed', dependency, operation: 'call', cause, effect: 'none' })

  test('is an outage of the screen', async () => {
    expect(await evaluate({ screen: () => evidence })).toEqual(
      outage('screen', problem('the answer')),
    )
  })

  test('is an outage of loadFacts', async () => {
    expect(await evaluate({ loadFacts: () => someFacts({ evidence }) })).toEqual(
      outage('loadFacts', problem('facts.evidence')),
    )
  })

  test('is a TypeError of decide', () => {
    expect(() => decide(aRequest(), someFacts({ evidence }))).toThrow(problem('facts.evidence'))
  })
})
