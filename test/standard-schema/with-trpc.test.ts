import { initTRPC, TRPCError } from '@trpc/server'
import type { InvitationDraft } from 'group-invitations'
import { invitationDraftSchema } from 'group-invitations/form'
import { expect, expectTypeOf, test } from 'vitest'
import { aRequest } from '../support/builders.js'

const trpc = initTRPC.create()
const router = trpc.router({
  check: trpc.procedure.input(invitationDraftSchema).mutation(({ input }) => {
    expectTypeOf(input).toEqualTypeOf<InvitationDraft>()
    return input
  }),
})
const caller = router.createCaller({})

test('a procedure gets a draft, and nothing that was smuggled in', async () => {
  const { inviterId: _inviterId, ...draft } = aRequest()
  expect(await caller.check({ ...aRequest(), text: ` ${draft.text} ` })).toEqual(draft)
})

test('a procedure refuses what is wrong by itself', async () => {
  const refused = caller.check({ ...aRequest(), text: ' ' })
  await expect(refused).rejects.toThrow(TRPCError)
  await expect(refused).rejects.toMatchObject({
    code: 'BAD_REQUEST',
    cause: { issues: [{ message: 'text must not be empty', path: ['text'] }] },
  })
})
