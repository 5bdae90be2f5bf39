import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { deliveriesOf } from 'group-invitations'
import { afterAll, expect, test } from 'vitest'
import { SCHEMA } from '../../postgres/test/fixtures.js'
import { after, aRequest, NOW } from '../../../../test/support/builders.js'
import { repositoriesIn } from '../repositories.js'

const client = new PGlite()
afterAll(() => client.close())

const invitation = {
  ...aRequest(),
  invitationId: 'i-1',
  sentAt: NOW,
  repeatableAt: after(NOW, 1000),
}
const change = {
  invitationId: 'i-1',
  status: 'Withdrawn',
  changedAt: NOW,
  changedBy: { network: 'a test' },
} as const

// No service calls `change` like this. An adapter that is copied is also called by code of its own.
test('an open invitation is changed only if `from` has `Open`', async () => {
  await client.exec(SCHEMA)
  const { answers, invitations } = repositoriesIn(drizzle(client))
  await invitations.commit({
    invitation,
    textFingerprint: '',
    deliveries: deliveriesOf(invitation),
  })
  const changing = answers.change({ change, from: ['Declined'], invitation })
  await expect(changing).rejects.toThrow('Other writes came in between')
  expect(await answers.findChanges(['i-1'])).toEqual(new Map())
  const changed = await answers.change({ change, from: ['Open', 'Declined'], invitation })
  expect(changed).toEqual({ type: 'Changed' })
})
