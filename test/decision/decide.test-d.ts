import {
  type ContentFinding,
  decide,
  type InvalidRequest,
  type InvitationApproval,
  type InvitationDenial,
  type InvitationDenied,
  type InvitationFacts,
  InvitationPolicy,
  type InvitationRequest,
  type Repositories,
} from 'group-invitations'
import type { Result } from 'neverthrow'
import { expectTypeOf, test } from 'vitest'

declare const request: InvitationRequest
declare const facts: InvitationFacts
declare const repositories: Repositories

test('decide has the type of all that it may return', () => {
  expectTypeOf(decide(request, facts)).toEqualTypeOf<
    Result<InvitationApproval, InvalidRequest | InvitationDenied>
  >()
})

test('there is always a first denial', () => {
  expectTypeOf<InvitationDenied['denials'][0]>().not.toExtend<undefined>()
})

test('an approval is read-only', () => {
  const approval = {} as InvitationApproval
  // @ts-expect-error -- read-only
  approval.decidedAt = new Date()
  // @ts-expect-error -- read-only
  approval.request.text = ''
})

test('a rule that only advises cannot be made to deny', () => {
  const options = { enforcement: { LinkInText: 'deny', MassMessage: undefined } } as const
  expectTypeOf(new InvitationPolicy(repositories, options)).toEqualTypeOf<InvitationPolicy>()
  // @ts-expect-error -- the network says "should"
  decide(request, facts, { enforcement: { WantsAndHavesNotAddressed: 'deny' } })
  // @ts-expect-error -- no content rule
  decide(request, facts, { enforcement: { AlreadyMember: 'off' } })
})

test('content findings are denials too, so that one switch has words for both', () => {
  expectTypeOf<ContentFinding>().toExtend<InvitationDenial>()
  expectTypeOf<InvitationDenial>().not.toExtend<ContentFinding>()
  expectTypeOf<InvitationApproval['advisories'][number]>().toEqualTypeOf<ContentFinding>()
})
