import { InvitationPolicy, InvitationService } from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { expect, test } from 'vitest'
import { aRequest, NOW } from '../support/builders.js'
import { NETWORK } from '../support/network.js'

test('a send that loses the race advises as an evaluation does', async () => {
  const repositories = createInMemoryRepositories(NETWORK)
  const policy = new InvitationPolicy(repositories, {
    clock: () => NOW,
    enforcement: { ProfileReferenceMissing: 'advise', SalutationMissing: 'advise' },
  })
  const service = new InvitationService(policy, repositories)
  const request = aRequest({ text: 'Wir treffen uns jeden ersten Montag.' })
  const approval = (await policy.evaluate(request))._unsafeUnwrap()
  expect(approval.advisories.length).toBeGreaterThan(1)

  const [one, other] = await Promise.all([
    service.send(request, { invitationId: 'i-1' }),
    service.send(request, { invitationId: 'i-2' }),
  ])
  expect(one._unsafeUnwrap()).toMatchObject({ advisories: approval.advisories, replayed: false })
  const denial = {
    type: 'RateLimited6Months',
    invitationId: 'i-1',
    sentAt: NOW,
    repeatableAt: approval.repeatableAt,
  }
  expect(other._unsafeUnwrapErr()).toEqual({
    type: 'InvitationDenied',
    denials: [denial],
    advisories: approval.advisories,
    draft: { subject: request.subject, text: request.text },
  })
})
