import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { PGlite } from '@electric-sql/pglite'
import { Temporal } from '@js-temporal/polyfill'
import { repeatableAt } from 'group-invitations'
import { afterAll, describe, expect, test } from 'vitest'
import { everyHour, randomInstants } from './instants.js'
import { windowsByPostgres } from './windows-by-postgres.js'

const database = new PGlite()
afterAll(() => database.close())

const windowsOf = (instants: readonly number[]) =>
  instants.map((instant) => +repeatableAt(new Date(instant)))

const windowByTemporal = (instant: number) =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO('UTC').add({ months: 6 })
    .epochMilliseconds

describe.each([
  ['every hour of eight years', everyHour],
  ['random instants from 1970 to 2200', randomInstants],
])('%s', (_name, instants) => {
  test('as PostgreSQL adds six months', async () => {
    expect(windowsOf(instants)).toEqual(await windowsByPostgres(database, instants))
  })

  test('as Temporal adds six months', () => {
    expect(windowsOf(instants)).toEqual(instants.map(windowByTemporal))
  })
})

test('there are as many hours as eight years have', () => {
  expect(everyHour).toHaveLength((8 * 365 + 2) * 24)
})

// With the minutes that each is behind UTC in January, to see that a process has really moved there.
test.each([
  ['UTC', 0],
  ['Europe/Berlin', -60],
  ['America/New_York', 300],
  ['America/St_Johns', 210],
  ['Asia/Kathmandu', -345],
  ['Pacific/Apia', -780],
  ['Pacific/Kiritimati', -840],
  ['Australia/Lord_Howe', -660],
])('all the same in a process in %s', (zone, minutesBehind) => {
  const { stdout } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'docs/adapters/postgres/test/print-windows.ts'],
    { encoding: 'utf8', env: { ...process.env, TZ: zone } },
  )
  const windows = windowsOf([...everyHour, ...randomInstants]).map((end) => `${end} `)
  const digest = createHash('sha256').update(windows.join('')).digest('hex')
  expect(JSON.parse(stdout)).toEqual({ minutesBehind, windows: digest })
})
