import { describe, expect, test } from 'vitest'
import { optionsIn, ownFieldsOf } from '../../src/validation/assert.js'
import { whilePolluted } from '../support/polluted.js'

interface Options {
  readonly reveal?: readonly string[] | undefined
}

const optionsOf = (value: unknown) => optionsIn(value as Options, 'options', ['reveal'])

describe('options', () => {
  test.each([
    ['none', {}],
    ['an undefined one', { reveal: undefined }],
    ['some', { reveal: ['RecipientOptedOut'] }],
    ['of an object without a prototype', Object.assign(Object.create(null), { reveal: [] })],
  ])('are the own fields: %s', (_case, options) => {
    expect({ ...optionsOf(options) }).toStrictEqual({ ...(options as object) })
  })

  test('are not what Object.prototype has', async () => {
    await whilePolluted('reveal', ['RecipientOptedOut'], () => {
      expect(optionsOf({}).reveal).toBeUndefined()
      expect(optionsOf({ reveal: [] }).reveal).toEqual([])
    })
  })

  class Defaults {
    get reveal() {
      return []
    }
  }

  test.each([
    ['is unknown', { revael: [] }, 'options.revael is unknown; known are reveal'],
    [
      'is inherited',
      Object.create({ reveal: [] }) as object,
      'options.reveal must be a property of the options themselves',
    ],
    [
      'is a getter of its class',
      new Defaults(),
      'options.reveal must be a property of the options themselves',
    ],
  ])('are no object that has a key which %s', (_case, options, message) => {
    expect(() => optionsOf(options)).toThrow(new TypeError(message))
  })

  test.each([null, undefined, 7, 'reveal', [], new Map()])('are not %o', (options) => {
    expect(() => optionsOf(options)).toThrow(new TypeError('options must be an object'))
  })
})

test('own fields inherit nothing', async () => {
  await whilePolluted('evidence', [], () => {
    const fields: { readonly now: number; readonly evidence?: unknown } = ownFieldsOf({
      now: 1,
    }) as never
    expect(fields.now).toBe(1)
    expect('evidence' in fields).toBe(false)
  })
})
