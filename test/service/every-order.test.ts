import type { InvitationRequest, Repositories } from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aRequest, NOW } from '../support/builders.js'
import { intercepted } from '../support/intercepted.js'
import { NETWORK } from '../support/network.js'
import { runs } from '../support/runs.js'
import { EVALUATION, NOTHING, ONLY_I1, serviceOver, storedIn } from '../support/sending.js'
import { unhandledIn } from '../support/unhandled-in.js'

const LOOK = 'invitations.findInvitation'
const WAVE = [LOOK, ...EVALUATION]

/** Whether an earlier try was stored, what is sent now, and what comes of it if no call fails. */
const CASES: Readonly<Record<string, [boolean, Partial<InvitationRequest>]>> = {
  Sent: [false, {}],
  InvitationDenied: [false, { recipientId: 'dora' }],
  Replayed: [true, {}],
  InvitationIdReused: [true, { text: 'Lieber Bernd, TypeScript?' }],
}

const answers = fc.record({
  expected: fc.constantFrom(...Object.keys(CASES)),
  order: fc.shuffledSubarray(WAVE, { minLength: WAVE.length }),
  failing: fc.oneof(fc.constant<string[]>([]), fc.subarray(WAVE, { maxLength: 3 })),
  /** After how many answers the process rests, until nothing more happens. */
  rest: fc.integer({ min: 1, max: WAVE.length }),
})

test('in whatever order the calls are answered or fail, the outcome is the same', async () => {
  const property = fc.asyncProperty(answers, async ({ expected, order, failing, rest }) => {
    const [isStored, changes] = CASES[expected] ?? [false, {}]
    const invitations = isStored ? [{ ...aRequest(), invitationId: 'i-1', sentAt: NOW }] : []
    const store = createInMemoryRepositories({ ...NETWORK, invitations })
    const before = await storedIn(store)
    const gates = new Map<string, () => void>()
    const repositories = intercepted<Repositories>(store, (call, _args, proceed) => {
      if (!WAVE.includes(call) || gates.has(call)) return proceed()
      return new Promise((resolve, reject) => {
        const fail = () => reject(new Error('down'))
        gates.set(call, failing.includes(call) ? fail : () => resolve(proceed()))
      })
    })

    const unhandled = await unhandledIn(async () => {
      const sending = serviceOver(repositories).send(aRequest(changes), { invitationId: 'i-1' })
      expect([...gates.keys()].sort()).toEqual([...WAVE].sort())
      for (const [index, call] of order.entries()) {
        gates.get(call)?.()
        if (index % rest === 0) await new Promise((resolve) => setImmediate(resolve))
      }
      const outcome = (await sending).match(
        ({ replayed }) => (replayed ? 'Replayed' : 'Sent'),
        (error) => (error.type === 'DependencyFailed' ? error.operation : error.type),
      )
      const failed = order.filter((call) => failing.includes(call))
      const outages = failed.includes(LOOK) ? [LOOK] : isStored ? [] : failed
      const possible = outages.length > 0 ? outages.map((call) => call.split('.')[1]) : [expected]
      expect(possible).toContain(outcome)
      expect(await storedIn(store)).toEqual(outcome === 'Sent' ? ONLY_I1 : before)
    })
    expect(unhandled).toEqual([])
    if (!isStored) expect(before).toEqual(NOTHING)
  })
  await fc.assert(property, runs(300))
})
