import { InvitationPolicy } from 'group-invitations'
import { fingerprintText } from 'group-invitations/content'
import honest from '../corpus/honest.json' with { type: 'json' }
import { ACCEPTED, REJECTED } from './requests.js'
import { clock, floor, peers, policy, world } from './stage.js'
import { BY_HAND, compare, LIBRARY, ROUNDS } from './table.js'
import type { BenchPorts } from './world.js'

/** An evaluation against the other ways to write the rules, and what content adds to it. */
export async function comparePeers(): Promise<void> {
  const fingerprints = honest.slice(0, 50).map(({ text }, index) => ({
    recipientId: `m-${index + 10}`,
    textFingerprint: fingerprintText(text),
  }))
  const withFingerprints: BenchPorts = {
    ...world,
    invitations: {
      ...world.invitations,
      findRecentFingerprints: async () => Promise.resolve(fingerprints),
    },
  }
  const whole = new InvitationPolicy(withFingerprints, { clock })
  const approved = await whole.evaluate(ACCEPTED)
  if (approved.isErr()) throw new Error(JSON.stringify(approved.error))

  const WHOLE = 'with content rules and 50 fingerprints'
  await compare(
    ROUNDS,
    [
      { name: BY_HAND, calls: 200, run: () => floor.evaluate(ACCEPTED) },
      { name: LIBRARY, calls: 200, run: () => policy.evaluate(ACCEPTED) },
      { name: WHOLE, calls: 40, run: () => whole.evaluate(ACCEPTED) },
      ...Object.entries(peers).map(([name, peer]) => ({
        name,
        calls: 20,
        run: () => peer.evaluate(ACCEPTED),
      })),
    ],
    [
      ...Object.keys(peers).map((name) => ({
        what: `evaluate, accepted: ${name}`,
        name,
        baseline: BY_HAND,
      })),
      { what: 'evaluate, accepted', name: LIBRARY, baseline: '@casl/ability', atMost: 1 / 1.6 },
      { what: 'evaluate, accepted', name: LIBRARY, baseline: 'json-rules-engine', atMost: 1 / 25 },
      { what: 'evaluate, accepted', name: LIBRARY, baseline: 'casbin', atMost: 1 / 150 },
      {
        what: 'evaluate, accepted',
        name: LIBRARY,
        baseline: 'casbin, rule by rule',
        atMost: 1 / 150,
      },
      {
        what: 'evaluate, accepted',
        name: LIBRARY,
        baseline: 'casbin, a matcher a rule',
        atMost: 1 / 150,
      },
      { what: `evaluate ${WHOLE}`, name: WHOLE, baseline: LIBRARY },
      { what: `evaluate ${WHOLE}`, name: WHOLE, baseline: 'json-rules-engine', atMost: 1 / 2 },
      { what: `evaluate ${WHOLE}`, name: WHOLE, baseline: 'casbin, rule by rule', atMost: 1 / 10 },
    ],
  )

  await compare(
    ROUNDS,
    [
      { name: BY_HAND, calls: 200, run: () => floor.evaluate(REJECTED) },
      ...Object.entries(peers).map(([name, peer]) => ({
        name,
        calls: 10,
        run: () => peer.evaluate(REJECTED),
      })),
    ],
    Object.keys(peers).map((name) => ({
      what: `evaluate, denied: ${name}`,
      name,
      baseline: BY_HAND,
    })),
  )
}
