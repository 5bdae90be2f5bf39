import { createMessages, en } from 'group-invitations/messages'
import type { InviterTooNew } from './inviter-is-established.js'

/** English with words for the custom rule. Without them it does not compile. */
export const messages = createMessages<InviterTooNew>(en.language, {
  InviterTooNew: ({ until }, { momentFrom }) => {
    const end = momentFrom(until)
    return end === undefined
      ? 'You are new here, and cannot invite yet.'
      : `You are new here. You can invite from ${end.day} (${end.time}).`
  },
})
