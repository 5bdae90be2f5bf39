'use server'

// Your own module: the service, who is logged in, the reader's languages, and the log.
import { localesOfReader, log, memberOfSession, service } from '@/invitations'
import { forInviter, type InvitationDraft, type InvitationId, toLogRecord } from 'group-invitations'
import { toProblemDetails } from 'group-invitations/http'
import { messagesFor } from 'group-invitations/messages'
// Without an extension: Turbopack finds no .ts file by the name of a .js file.
import { keyOf } from '../service/invitation-key'

/** What the member has written, for the fields of the form: React empties them after each action. */
export type Written = Readonly<Partial<Record<'subject' | 'text' | 'key', string>>>

/** What the form shows. It begins with `{ status: 'Empty' }`. */
export type InvitationFormState =
  | { readonly status: 'Empty' }
  | { readonly status: 'Sent'; readonly invitationId: InvitationId }
  | { readonly status: 'LoggedOut'; readonly written: Written }
  | {
      readonly status: 'NotSent'
      /** In the reader's language, each with the field that is to mend, if one is. */
      readonly reasons: readonly { readonly field?: string; readonly message: string }[]
      readonly written: Written
    }

/**
 * Sends what the form says, for `useActionState`. Each failure that can be expected is a state; nothing is thrown.
 *
 * It is a public endpoint, and everybody can call it with everything: also the state comes from the browser, so that it is
 * not looked at, and the form may be none. Who invites, only the session says.
 */
export async function sendInvitation(
  _previous: InvitationFormState,
  form: FormData,
): Promise<InvitationFormState> {
  const written = writtenIn(form)
  const inviterId = await memberOfSession()
  if (inviterId === undefined) return { status: 'LoggedOut', written }
  const { key } = written
  const sent = await service.send(
    { ...draftIn(form), inviterId },
    { invitationId: key === undefined ? undefined : keyOf(inviterId, key) },
  )
  if (sent.isOk()) return { status: 'Sent', invitationId: sent.value.invitation.invitationId }
  const { error } = sent
  if (error.type === 'DependencyFailed') log(toLogRecord(error))
  const messages = messagesFor(await localesOfReader())
  const { errors } = toProblemDetails(forInviter(error), { messages })
  const reasons = errors.map(({ pointer, detail }) => ({
    ...(pointer !== undefined && { field: pointer.replace('#/', '') }),
    message: detail,
  }))
  return { status: 'NotSent', reasons, written }
}

/** The fields by name. Others, such as those that React adds, and an inviter that somebody adds, are left out. */
function draftIn(form: unknown): InvitationDraft {
  const { recipientId, groupId, route, subject, text, field, entry } = fieldsIn(form)
  const reference = field || entry ? { field, entry } : undefined
  // What is missing, or a file, the library says.
  return { recipientId, groupId, route, subject, text, reference } as InvitationDraft
}

function writtenIn(form: unknown): Written {
  const { subject, text, key } = fieldsIn(form)
  return {
    ...(typeof subject === 'string' && { subject }),
    ...(typeof text === 'string' && { text }),
    ...(typeof key === 'string' && { key }),
  }
}

function fieldsIn(form: unknown): Readonly<Record<string, FormDataEntryValue | undefined>> {
  return form instanceof FormData ? Object.fromEntries(form) : {}
}
