import { runInNewContext } from 'node:vm'
import { type LoggedCause, toLogRecord } from 'group-invitations'
import { expect, test } from 'vitest'

const recordOf = (cause: unknown) =>
  toLogRecord({
    ...{ type: 'DependencyFailed', dependency: 'invitations', operation: 'commit' },
    ...{ effect: 'unknown', cause },
  })

/** What is logged of an error, apart from what comes with it. */
const logged = (error: Error) => ({ name: error.name, message: error.message, stack: error.stack })

test('an error has its name, message and stack', () => {
  class StoreError extends RangeError {
    override name = 'StoreError'
  }
  const cause = new StoreError('out of space')
  expect(cause.stack).toContain('to-log-record-cause.test.ts')
  expect(recordOf(cause)).toStrictEqual({
    ...{ type: 'DependencyFailed', dependency: 'invitations', operation: 'commit' },
    ...{ effect: 'unknown', cause: logged(cause) },
  })
})

test('the code of a driver is kept, and its other fields are not', () => {
  const cause = Object.assign(new Error('duplicate key value violates unique constraint'), {
    code: '23505',
    detail: 'Key (text)=(Lieber Bernd) already exists.',
    where: "unnamed portal with parameters: $1 = 'Lieber Bernd'",
    internalQuery: "INSERT INTO invitation VALUES ('Lieber Bernd')",
    hint: 'Bernd',
    query: 'Bernd',
    parameters: ['Bernd'],
  })
  expect(recordOf(cause).cause).toStrictEqual({ ...logged(cause), code: '23505' })
  const numbered = Object.assign(new Error('duplicate key'), { code: 11000 })
  expect(recordOf(numbered).cause).toStrictEqual(logged(numbered))
})

test('an error of another realm is one too', () => {
  const cause = runInNewContext('new TypeError("not here")') as Error
  expect(cause).not.toBeInstanceOf(Error)
  expect(recordOf(cause).cause).toStrictEqual(logged(cause))
  const aborted = new DOMException('took too long', 'TimeoutError')
  expect(recordOf(aborted).cause).toMatchObject({ name: 'TimeoutError', message: 'took too long' })
})

test.each([
  ['connection lost', { name: 'string', message: 'connection lost' }],
  [null, { name: 'null' }],
  [42, { name: 'number' }],
  [{ message: 'Lieber Bernd', stack: 'Lieber Bernd' }, { name: 'object' }],
  [['Lieber Bernd'], { name: 'object' }],
  [Symbol('Lieber Bernd'), { name: 'symbol' }],
])('what is thrown and is no error: %s', (cause, expected) => {
  expect(recordOf(cause).cause).toStrictEqual(expected)
})

test('nothing that is thrown is no cause', () => {
  expect(recordOf(undefined)).not.toHaveProperty('cause')
})

test('an error has its own causes', () => {
  const root = new Error('root')
  const middle = new Error('middle', { cause: root })
  const cause = new Error('top', { cause: middle })
  expect(recordOf(cause).cause).toStrictEqual({
    ...logged(cause),
    cause: { ...logged(middle), cause: logged(root) },
  })
  const thrown = new Error('top', { cause: 'lost' })
  expect(recordOf(thrown).cause?.cause).toStrictEqual({ name: 'string', message: 'lost' })
})

test('an error of several has all of them', () => {
  const [first, second] = [new Error('::1'), new Error('127.0.0.1')]
  const cause = Object.assign(new AggregateError([first, 'lost', second], ''), {
    code: 'ECONNREFUSED',
  })
  expect(recordOf(cause).cause).toStrictEqual({
    ...logged(cause),
    code: 'ECONNREFUSED',
    errors: [logged(first), { name: 'string', message: 'lost' }, logged(second)],
  })
})

test('a list of another error, which may hold the values that it was about, is not taken', () => {
  const cause = Object.assign(new Error('invalid'), { errors: ['must not be "Lieber Bernd"'] })
  expect(recordOf(cause).cause).toStrictEqual(logged(cause))
})

test('each error is logged once, in a circle too', () => {
  const cause = new Error('first')
  const second = new Error('second', { cause })
  cause.cause = second
  expect(recordOf(cause).cause).toStrictEqual({ ...logged(cause), cause: logged(second) })
  const itself = new AggregateError([])
  itself.errors.push(itself, itself)
  expect(recordOf(itself).cause).toStrictEqual({ ...logged(itself), errors: [] })
})

test('at most 10 errors are logged', () => {
  const chain = (length: number): Error | undefined =>
    length === 0 ? undefined : new Error(String(length), { cause: chain(length - 1) })
  const lengthOf = (cause: LoggedCause | undefined): number =>
    cause === undefined ? 0 : 1 + lengthOf(cause.cause)
  expect(lengthOf(recordOf(chain(10)).cause)).toBe(10)
  expect(lengthOf(recordOf(chain(11)).cause)).toBe(10)
  const many = new AggregateError(Array.from({ length: 1000 }, () => new Error('one')))
  expect(recordOf(many).cause?.errors).toHaveLength(9)
})

test('what throws when it is looked at is left out', () => {
  const angry = () => {
    throw new Error('looked at')
  }
  const cause = new Error('down')
  for (const key of ['stack', 'cause', 'name']) Object.defineProperty(cause, key, { get: angry })
  expect(recordOf(cause).cause).toStrictEqual({ name: 'object', message: 'down' })
  const odd = Object.assign(new Error('down'), { name: 1, message: 2, stack: {}, code: {} })
  expect(recordOf(odd).cause).toStrictEqual({ name: 'object' })
})
