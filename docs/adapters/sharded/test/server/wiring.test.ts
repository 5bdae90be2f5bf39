import type { InvitationRequest } from 'group-invitations'
import { afterAll, expect, test } from 'vitest'
import { aRequest } from '../../../../../test/support/builders.js'
import { NETWORK } from '../../../../../test/support/network.js'
import { openDatabase } from '../../../postgres/test/server/pools.js'
import { seed, standingOf } from '../../../postgres/test/fixtures.js'
import { keyIn } from '../../shards.js'
import { openService, runJoining } from '../../wiring.js'
import { SHARDED_SCHEMA } from '../fixtures.js'

const databases = await Promise.all(
  ['network', 'one', 'other'].map(() => openDatabase(SHARDED_SCHEMA)),
)
afterAll(() => Promise.all(databases.map(({ close }) => close())))

test('what is wired together sends, answers, and joins those who have accepted', async () => {
  const [network = '', ...servers] = databases.map(({ url }) => url)
  const problems: unknown[] = []
  const log = (problem: unknown) => problems.push(problem)
  const opened = openService({ network, invitations: servers }, log, {
    policy: { pace: { burst: 1, every: { minutes: 5 } } },
  })
  const { home, pools, service, answerService } = opened
  await seed(home, NETWORK)
  const send = (changes: Partial<InvitationRequest> = {}) =>
    service.send(aRequest(changes), { invitationId: keyIn('anna', changes.recipientId ?? 'bernd') })

  expect((await send())._unsafeUnwrap().replayed).toBe(false)
  expect((await send())._unsafeUnwrap().replayed).toBe(true)
  const next = await send({ recipientId: 'dora' })
  expect(next._unsafeUnwrapErr()).toMatchObject({
    denials: expect.arrayContaining([
      expect.objectContaining({ type: 'TooManyInvitations' }),
    ]) as unknown,
  })

  const invitationId = keyIn('anna', 'bernd')
  const accepted = await answerService.accept({ invitationId, memberId: 'bernd' })
  expect(accepted._unsafeUnwrap().status).toBe('Accepted')
  const stop = new AbortController()
  const joining = runJoining(opened, log, stop.signal)
  await expect
    .poll(() => standingOf(home, 'typescript-hamburg', 'bernd'), { timeout: 10_000 })
    .toMatch(/^(member|pending)$/)
  stop.abort()
  await joining
  await Promise.all([home, ...pools].map((pool) => pool.end()))
  expect(problems).toEqual([])
})
