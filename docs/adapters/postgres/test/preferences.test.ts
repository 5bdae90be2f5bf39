import { PGlite } from '@electric-sql/pglite'
import { preferenceRepositoryContract } from 'group-invitations/testing'
import { afterAll, beforeAll, test } from 'vitest'
import { preferencesIn } from '../preferences.js'

const database = new PGlite()

beforeAll(() => database.exec('CREATE TABLE opt_outs (member_id text PRIMARY KEY)'), 30_000)
afterAll(() => database.close())

const cases = preferenceRepositoryContract(async () => {
  await database.query('TRUNCATE opt_outs')
  return {
    repository: preferencesIn(database),
    async seed({ members }) {
      const optedOut = members.filter((member) => member.optedOut).map((member) => member.memberId)
      await database.query('INSERT INTO opt_outs SELECT unnest($1::text[])', [optedOut])
    },
    close: () => undefined,
  }
})

// PGlite has one connection, and so no second instance: the cases that need one are shown as skipped.
for (const { name, needs, run } of cases) test.skipIf(needs === 'another')(name, run)
