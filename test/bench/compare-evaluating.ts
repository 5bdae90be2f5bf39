import { deepStrictEqual } from 'node:assert'
import { decide } from 'group-invitations'
import { NOW } from '../support/builders.js'
import { decideByHand, situationOf } from './contenders/hand-written.js'
import { decisionOf, FORM_ONLY } from './contenders/with-library.js'
import { ACCEPTED, REJECTED } from './requests.js'
import { byOneCall, factsAbout, floor, policy, world } from './stage.js'
import { BY_HAND, compare, LIBRARY, ROUNDS } from './table.js'

/** An evaluation and the core alone, against the same by hand. */
export async function compareEvaluating(): Promise<void> {
  for (const [outcome, request] of [
    ['accepted', ACCEPTED],
    ['denied', REJECTED],
  ] as const) {
    const evaluate = `evaluate, ${outcome}`
    await compare(
      ROUNDS,
      [
        { name: BY_HAND, calls: 4_000, run: () => floor.evaluate(request) },
        { name: LIBRARY, calls: 4_000, run: () => policy.evaluate(request) },
        { name: 'by one call', calls: 4_000, run: () => byOneCall.evaluate(request) },
      ],
      [
        { what: evaluate, name: LIBRARY, baseline: BY_HAND, atMost: 1.3 },
        {
          what: `${evaluate}, facts by one call`,
          name: 'by one call',
          baseline: LIBRARY,
          atMost: 0.8,
        },
      ],
    )
    const situation = await situationOf(world, request)
    const facts = factsAbout(request.recipientId)
    const enforcement = FORM_ONLY
    await compare(
      ROUNDS,
      [
        { name: BY_HAND, calls: 8_000, run: () => decideByHand(request, situation, NOW) },
        { name: LIBRARY, calls: 8_000, run: () => decide(request, facts, { enforcement }) },
      ],
      [{ what: `decide, ${outcome}`, name: LIBRARY, baseline: BY_HAND, atMost: 1.3 }],
    )
  }

  // Texts that are less plain, which have to be agreed on as well.
  for (const [what, text] of [
    ['CRLF', ACCEPTED.text.replaceAll('\n', '\r\n')],
    ['an emoji', `${ACCEPTED.text} 👋`],
  ] as const) {
    const request = { ...ACCEPTED, text }
    deepStrictEqual(decisionOf(await policy.evaluate(request)), await floor.evaluate(request))
    await compare(
      ROUNDS,
      [
        { name: BY_HAND, calls: 2_000, run: () => floor.evaluate(request) },
        { name: LIBRARY, calls: 2_000, run: () => policy.evaluate(request) },
      ],
      [{ what: `evaluate, accepted, with ${what}`, name: LIBRARY, baseline: BY_HAND }],
    )
  }
}
