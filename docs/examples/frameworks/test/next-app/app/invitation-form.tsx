'use client'

import { useActionState } from 'react'
import { type InvitationFormState, sendInvitation } from '../../../next-action'

const EMPTY: InvitationFormState = { status: 'Empty' }

export function InvitationForm({ initialKey }: { readonly initialKey: string }) {
  const [state, send, isPending] = useActionState(sendInvitation, EMPTY)
  const written = 'written' in state ? state.written : {}
  return (
    <form action={send}>
      <input name="recipientId" />
      <input name="groupId" />
      <input name="route" />
      <input type="hidden" name="key" defaultValue={written.key ?? initialKey} />
      <input name="subject" defaultValue={written.subject} />
      <textarea name="text" defaultValue={written.text} />
      <button disabled={isPending}>Send</button>
      <output data-state={JSON.stringify(state)}>{state.status}</output>
    </form>
  )
}
