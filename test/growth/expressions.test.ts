import { expect, test } from 'vitest'
import { postsOf } from './in-a-thread.js'

/** What was counted until something was done. */
interface Counted {
  readonly name: string
  /** How many expressions were made while running. */
  readonly made: number
  /** How often any was executed, and how many different ones. */
  readonly executed: number
  readonly different: number
}

/** At most. What needs more of them is felt: by each user, or at the first draft of a process. */
const limits: readonly Counted[] = [
  { name: 'import', made: 6, executed: 80, different: 3 },
  { name: 'first decision', made: 7, executed: 1_310, different: 33 },
  { name: 'accepted', made: 0, executed: 360, different: 29 },
  { name: 'denied', made: 0, executed: 540, different: 59 },
]

test('so few regular expressions are made and executed', async () => {
  const counted = await postsOf<Counted>('count-expressions.ts')
  expect(counted.map(({ name }) => name)).toEqual(limits.map(({ name }) => name))
  const tooMany = counted.filter(({ made, executed, different }, at) => {
    const limit = limits[at]
    return !limit || made > limit.made || executed > limit.executed || different > limit.different
  })
  expect(tooMany).toEqual([])
})
