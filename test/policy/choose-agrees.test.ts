import { defineRule, InvitationPolicy, isContentFinding } from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { someNetwork } from '../support/arbitraries.js'
import { after, aRequest, NOW } from '../support/builders.js'
import { runs } from '../support/runs.js'

/** When the inviter may send one more. */
const freeAts = fc.constantFrom(undefined, NOW, after(NOW, 1))

/** Denies each candidate, and shows all that it was given. */
const showing = defineRule({
  name: 'showing',
  check: (candidate, _loaded, facts) => ({ type: 'Shown', candidate, facts }),
})

test('a picker and the decision agree, in every network', async () => {
  await fc.assert(
    fc.asyncProperty(someNetwork(), freeAts, async ({ network, members, groups }, freeAt) => {
      const repositories = createInMemoryRepositories(network)
      const invitations = { ...repositories.invitations, findFreeAt: () => freeAt }
      const policy = new InvitationPolicy(
        { ...repositories, invitations },
        { clock: () => NOW, pace: { burst: 1, every: { minutes: 1 } }, rules: [showing] },
      )
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
