import { inspect } from 'node:util'
import { type Delivery, InvitationPolicy, InvitationService } from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { expect, test } from 'vitest'
import { aRequest } from '../../../../test/support/builders.js'
import { NETWORK } from '../../../../test/support/network.js'
import type { Database } from '../../postgres/database.js'
import { tryJob } from '../try-job.js'

test('rejects without the problem, which only the report gets', async () => {
  const repositories = createInMemoryRepositories(NETWORK)
  const service = new InvitationService(new InvitationPolicy(repositories), repositories)
  const sent = (await service.send(aRequest()))._unsafeUnwrap()
  const { invitationId } = sent.invitation
  const delivery: Delivery = { deliveryId: `${invitationId}.email`, invitationId, channel: 'email' }
  const problem = new Error('450 bernd@example.org is away')
  const reported: unknown[] = []
  const database: Database = { query: () => Promise.reject(new Error('not asked')) }
  const transport = { deliver: () => Promise.reject(problem) }
  const report = (_delivery: unknown, reason: unknown) => void reported.push(reason)
  const trying = tryJob({ database, service, transport, report }, delivery, 1, 3)
  const error: unknown = await trying.catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(Error)
  expect(inspect(error, { showHidden: true })).not.toContain('bernd@')
  expect(reported).toEqual([problem])
})
