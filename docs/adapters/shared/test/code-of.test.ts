import { expect, test } from 'vitest'
import { codeOf } from '../code-of.js'

const driver = Object.assign(new Error('deadlock detected'), { code: '40P01' })
const prisma = Object.assign(new Error('Raw query failed'), {
  code: 'P2010',
  meta: {
    driverAdapterError: Object.assign(new Error('DriverAdapterError'), {
      cause: { kind: 'postgres', originalCode: '40P01', originalMessage: 'deadlock detected' },
    }),
  },
})

test.each<[string, unknown]>([
  ['node-postgres', driver],
  ['Drizzle, in the cause', new Error('Failed query', { cause: driver })],
  ['a cause of a cause', new Error('outer', { cause: new Error('inner', { cause: driver }) })],
  ['Prisma, under a code of its own', prisma],
  ['Prisma, from its own methods', prisma.meta.driverAdapterError],
  ['TypeORM', Object.assign(new Error('QueryFailedError'), { driverError: driver })],
  ['Sequelize', Object.assign(new Error('DatabaseError'), { original: driver })],
  ['Objection', Object.assign(new Error('DBError'), { nativeError: driver })],
])('finds the code of the driver in an error of %s', (_case, error) => {
  expect(codeOf(error)).toBe('40P01')
})

const circular = new Error('circular')
circular.cause = circular

test.each<[string, unknown]>([
  ['an error without a code', new Error('down')],
  ['a number as code', Object.assign(new Error('down'), { code: 40001 })],
  ['an error that is its own cause', circular],
  ['null', null],
  ['a string', '40P01'],
])('finds none in %s', (_case, error) => {
  expect(codeOf(error)).toBeUndefined()
})
