import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { draftSchemaIn, invitationDraftSchema } from 'group-invitations/form'
import type { InvitationDraft } from 'group-invitations'
import { de } from 'group-invitations/messages'
import { createFormControl } from 'react-hook-form'
import { expect, test } from 'vitest'
import { aRequest } from '../support/builders.js'

const { inviterId: _inviterId, ...draft } = aRequest()

/** A form, filled in and submitted: what it hands over, and the message at each field. */
async function submitted(changes: Partial<InvitationDraft>, schema = invitationDraftSchema) {
  const form = createFormControl<InvitationDraft, unknown, InvitationDraft>({
    defaultValues: { ...draft, ...changes },
    resolver: standardSchemaResolver(schema),
  })
  let result: unknown
  await form.handleSubmit(
    (handed) => (result = handed),
    (errors) =>
      (result = Object.fromEntries(
        Object.entries(errors).map(([field, error]) => [field, error.message]),
      )),
  )()
  return result
}

test('a form hands over a draft', async () => {
  expect(await submitted({ text: ` ${draft.text} ` })).toEqual(draft)
})

test('a form shows each message at its field', async () => {
  expect(await submitted({ subject: 'a'.repeat(121), text: ' ' })).toEqual({
    subject: 'subject must have at most 120 characters, and has 121',
    text: 'text must not be empty',
  })
})

test('a form shows them in its own language', async () => {
  expect(await submitted({ text: 'a'.repeat(501) }, draftSchemaIn(de.form))).toEqual({
    text: 'Der Text ist zu lang: 501 von höchstens 500 Zeichen.',
  })
})
