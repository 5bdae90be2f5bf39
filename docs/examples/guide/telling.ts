import { forInviter, InvitationPolicy, type InvitationRequest } from 'group-invitations'
import { messagesFor } from 'group-invitations/messages'
import { clock, repositories, request } from './network.js'

const policy = new InvitationPolicy(repositories, { clock })

/** Shows what the inviter reads, in the reader's language. */
async function show(asked: InvitationRequest, locale: string) {
  const verdict = await policy.evaluate(asked)
  if (verdict.isErr()) console.log(messagesFor(locale).reasons(forInviter(verdict.error)))
}

await show({ ...request, text: '' }, 'en')
await show({ ...request, text: '' }, 'de-AT')
await show({ ...request, recipientId: 'dora' }, 'en')
await show({ ...request, recipientId: 'nobody' }, 'en')
