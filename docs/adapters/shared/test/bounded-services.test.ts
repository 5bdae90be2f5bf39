import { defineRule } from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { expect, test } from 'vitest'
import { aRequest } from '../../../../test/support/builders.js'
import { NETWORK } from '../../../../test/support/network.js'
import { boundedServices } from '../bounded-services.js'

type Services = ReturnType<typeof boundedServices>

const answer = { invitationId: 'i-1', memberId: 'bernd' }

test.each<readonly [string, (services: Services) => Promise<unknown>]>([
  ['sends', async ({ service }) => service.send(aRequest(), { invitationId: 'i-1' })],
  ['acceptances', async ({ answerService }) => answerService.accept(answer)],
  ['declines', async ({ answerService }) => answerService.decline(answer)],
  ['withdrawals', async ({ answerService }) => answerService.withdraw(answer)],
])('%s are in flight at most as many as there are connections', async (_what, call) => {
  const repositories = createInMemoryRepositories()
  let running = 0
  let most = 0
  const invitations = {
    ...repositories.invitations,
    // Each call looks for its invitation.
    async findInvitation() {
      most = Math.max(most, (running += 1))
      await new Promise((resolve) => setTimeout(resolve, 5))
      running -= 1
      return undefined
    },
  }
  const services = boundedServices({ ...repositories, invitations }, 2, undefined)
  await Promise.all([1, 2, 3, 4, 5].map(() => call(services)))
  expect(most).toBe(2)
})

test('custom rules judge what is sent', async () => {
  const rule = defineRule({ name: 'never', check: () => ({ type: 'Never' }) })
  const repositories = createInMemoryRepositories(NETWORK)
  const { service } = boundedServices(repositories, 1, { rules: [rule] })
  const denied = (await service.send(aRequest()))._unsafeUnwrapErr()
  expect(denied).toMatchObject({ type: 'InvitationDenied', denials: [{ type: 'Never' }] })
})
