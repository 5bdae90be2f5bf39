import { AsyncLocalStorage } from 'node:async_hooks'
import {
  InvitationPolicy,
  InvitationService,
  type Repositories,
  toLogRecord,
} from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { pino } from 'pino'
import { describe, expect, test } from 'vitest'
import { aRequest, NOW } from '../../../../test/support/builders.js'
import { intercepted } from '../../../../test/support/intercepted.js'
import { NETWORK } from '../../../../test/support/network.js'
import { logTo } from '../logging.js'

interface Line {
  readonly level: number
  readonly msg?: string
  readonly [key: string]: unknown
}

const requests = new AsyncLocalStorage<string>()

/** A logger that writes to a list, each line with the request in which it was logged. */
function aLogger() {
  const written: string[] = []
  const logger = pino(
    { mixin: () => ({ requestId: requests.getStore() }) },
    { write: (line: string) => void written.push(line) },
  )
  return { logger, written, lines: () => written.map((line) => JSON.parse(line) as Line) }
}

const cause = Object.assign(new Error('connection refused'), {
  code: 'ECONNREFUSED',
  detail: 'Key (email)=(anna@mail.example)',
})

function serviceOver(changes: Partial<Repositories> = {}) {
  const repositories = { ...createInMemoryRepositories(NETWORK), ...changes }
  return new InvitationService(
    new InvitationPolicy(repositories, { clock: () => NOW }),
    repositories,
  )
}
const contacts = { findContactsAmong: () => Promise.reject(cause), findContactsOf: () => [] }

describe('an outage', () => {
  test('has its cause in the log, with message and stack', async () => {
    const { logger, lines, written } = aLogger()
    const failed = await serviceOver({ contacts }).send(aRequest()).orTee(logTo(logger))
    expect(written.join()).not.toContain('anna@mail.example')
    expect(failed.isErr()).toBe(true)
    expect(lines()).toMatchObject([
      {
        level: 50,
        msg: 'a dependency failed',
        failure: {
          type: 'DependencyFailed',
          ...{ dependency: 'contacts', operation: 'findContactsAmong', effect: 'none' },
          cause: {
            name: 'Error',
            message: 'connection refused',
            stack: expect.stringContaining('logging.test.ts') as string,
          },
        },
      },
    ])
  })

  test('has it too if pino makes the record', async () => {
    const written: string[] = []
    const stream = { write: (line: string) => void written.push(line) }
    const logger = pino({ serializers: { failure: toLogRecord } }, stream)
    const failed = await serviceOver({ contacts }).send(aRequest())
    logger.error({ failure: failed._unsafeUnwrapErr() })
    expect(JSON.parse(written[0] ?? '')).toHaveProperty(
      'failure',
      toLogRecord(failed._unsafeUnwrapErr()),
    )
  })

  test.each([
    ['the error itself', (error: object) => error],
    ['the error under err', (err: object) => ({ err })],
    ['the error under another key', (error: object) => ({ error })],
    [
      'the cause under another key',
      (error: object) => ({ cause: Reflect.get(error, 'cause') as unknown }),
    ],
  ])('loses its cause if %s is logged', async (_, logged) => {
    const { logger, lines, written } = aLogger()
    const failed = await serviceOver({ contacts }).send(aRequest())
    logger.error(logged(failed._unsafeUnwrapErr()))
    expect(lines()).toHaveLength(1)
    expect(written[0]).not.toContain('connection refused')
  })
})

test('an outage has the identifier of its invitation by a child logger, and its effect', async () => {
  const { logger, lines } = aLogger()
  const { invitations } = createInMemoryRepositories(NETWORK)
  const commit = () => Promise.reject(cause)
  const service = serviceOver({ invitations: { ...invitations, commit } })
  const log = logTo(logger.child({ invitationId: 'i-1' }))
  await service.send(aRequest(), { invitationId: 'i-1' }).orTee(log)
  expect(lines()).toMatchObject([{ invitationId: 'i-1', failure: { effect: 'unknown' } }])
  expect(lines()[0]?.['failure']).not.toHaveProperty('invitationId')
})

test('a denial is no error, and has not a word of the draft', async () => {
  const { logger, lines, written } = aLogger()
  const request = aRequest({ text: 'Hallo {name}, komm auf elbschach.de vorbei!' })
  expect((await serviceOver().send(request).orTee(logTo(logger))).isErr()).toBe(true)
  const [line] = lines()
  expect(line).toMatchObject({ level: 30, failure: { type: 'InvitationDenied' } })
  expect(written[0]).toContain('UnfilledPlaceholder')
  expect(written[0]).not.toMatch(/\{name\}|elbschach|Hallo|TypeScript|Bernd/)
})

test('an invalid request is a warning, and has the paths', async () => {
  const { logger, lines } = aLogger()
  await serviceOver()
    .send({ ...aRequest(), route: 'search' as 'group' })
    .orTee(logTo(logger))
  expect(lines()).toMatchObject([{ level: 40, failure: { issues: [{ path: ['route'] }] } }])
})

test('each line has the request in which a port was called', async () => {
  const { logger, lines } = aLogger()
  const repositories = intercepted<Repositories>(
    { ...createInMemoryRepositories(NETWORK), contacts },
    (call, _, proceed) => {
      logger.info(call)
      return proceed()
    },
  )
  const service = serviceOver(repositories)
  await Promise.all(
    ['request-1', 'request-2'].map((id) =>
      requests.run(id, () => service.send(aRequest()).orTee(logTo(logger))),
    ),
  )
  const linesOf = (id: string) => lines().filter(({ requestId }) => requestId === id)
  for (const id of ['request-1', 'request-2']) {
    expect(linesOf(id)).toHaveLength(8)
    expect(linesOf(id).at(-1)).toMatchObject({ level: 50 })
  }
})
