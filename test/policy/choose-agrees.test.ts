import { InvitationPolicy, isContentFinding } from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { someNetwork } from '../support/arbitraries.js'
import { aRequest, NOW } from '../support/builders.js'
import { runs } from '../support/runs.js'

test('a picker and the decision agree, in every network', async () => {
  await fc.assert(
    fc.asyncProperty(someNetwork(), async ({ network, members, groups }) => {
      const repositories = createInMemoryRepositories(network)
      const policy = new InvitationPolicy(repositories, { clock: () => NOW })
      const [inviterId = ''] = members
      const decided = async (recipientId: string, groupId: string, route: 'profile' | 'group') => {
        const verdict = await policy.evaluate(aRequest({ inviterId, recipientId, groupId, route }))
        return verdict.match(
          () => [],
          (error) =>
            error.type === 'InvitationDenied'
              ? error.denials.filter((denial) => !isContentFinding(denial))
              : [error],
        )
      }
      for (const recipientId of members) {
        const choices = (await policy.groupsFor({ inviterId, recipientId }))._unsafeUnwrap()
        for (const { groupId, denials } of choices) {
          expect(denials).toEqual(await decided(recipientId, groupId, 'profile'))
        }
      }
      for (const groupId of groups) {
        for (const contactIds of [undefined, [...members, 'nobody']]) {
          const request = { inviterId, groupId, contactIds }
          const choices = (await policy.contactsFor(request))._unsafeUnwrap()
          for (const { contactId, denials } of choices) {
            expect(denials).toEqual(await decided(contactId, groupId, 'group'))
          }
        }
      }
    }),
    runs(150),
  )
})
