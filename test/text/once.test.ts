import { expect, test } from 'vitest'
import { once } from '../../src/text/once.js'

test('a value is made when it is first needed, and no more', () => {
  const made: (string | undefined)[] = [undefined]
  const value = once(() => {
    made.push('made')
    return made[0]
  })
  expect(made).toHaveLength(1)
  expect([value(), value()]).toEqual([undefined, undefined])
  expect(made).toHaveLength(2)
})
