// What decisions take with all rules on content, as users have them. Bundled and run by run.ts.
import type { Build } from './builds.js'
import { compare } from './compare.js'
import { factsWith, NOW, recentFingerprints } from './draft.js'
import { rowOf } from './figures.js'
import { ACCEPTED, DENIED_FOR_CONTENT } from './requests.js'
import { createWorld, withFingerprints } from './world.js'

const world = createWorld(20_000, 1_000)
const figures = []
for (const [outcome, request] of [
  ['accepted', ACCEPTED],
  ['denied', DENIED_FOR_CONTENT],
] as const) {
  const decideBy = (build: Build) => {
    const facts = factsWith(recentFingerprints(build.fingerprintText))
    if (build.decide(request, facts).isOk() !== (outcome === 'accepted')) {
      throw new Error(`The draft is not ${outcome}.`)
    }
    return () => build.decide(request, facts)
  }
  const evaluateBy = ({ InvitationPolicy, fingerprintText }: Build) => {
    const ports = withFingerprints(world, recentFingerprints(fingerprintText))
    const policy = new InvitationPolicy(ports, { clock: () => NOW })
    return () => policy.evaluate(request)
  }
  figures.push(
    await compare({ what: `decide, ${outcome}`, task: decideBy }),
    await compare({ what: `evaluate, ${outcome}`, task: evaluateBy }),
  )
}
console.log(JSON.stringify(figures.map(rowOf)))
