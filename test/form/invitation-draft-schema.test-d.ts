import type { StandardJSONSchemaV1, StandardSchemaV1 } from '@standard-schema/spec'
import type { InvitationDraft } from 'group-invitations'
import { type DraftSchema, draftSchemaIn, invitationDraftSchema } from 'group-invitations/form'
import { de } from 'group-invitations/messages'
import { expectTypeOf, test } from 'vitest'

type Both = StandardSchemaV1<InvitationDraft, InvitationDraft> &
  StandardJSONSchemaV1<InvitationDraft, InvitationDraft>

test('a schema of drafts is a Standard Schema and a Standard JSON Schema', () => {
  expectTypeOf<DraftSchema>().toExtend<Both>()
  const schemas: readonly Both[] = [invitationDraftSchema, draftSchemaIn(de.form)]
  expectTypeOf(schemas).items.toEqualTypeOf<Both>()
  expectTypeOf<StandardJSONSchemaV1.InferInput<DraftSchema>>().toEqualTypeOf<InvitationDraft>()
  expectTypeOf<StandardJSONSchemaV1.InferOutput<DraftSchema>>().toEqualTypeOf<InvitationDraft>()
})

test('the target must be said, and is any string', () => {
  const { input, output } = invitationDraftSchema['~standard'].jsonSchema
  expectTypeOf(input({ target: 'draft-07' })).toEqualTypeOf<Record<string, unknown>>()
  expectTypeOf(output).parameter(0).toExtend<StandardJSONSchemaV1.Options>()
  expectTypeOf<StandardJSONSchemaV1.Options>().toExtend<Parameters<typeof input>[0]>()
  // @ts-expect-error -- no target
  input({})
  // @ts-expect-error -- no options
  output()
})
