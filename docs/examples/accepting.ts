import { type AnswerRequest, type AnswerService, forRecipient } from 'group-invitations'
import { en, type Messages } from 'group-invitations/messages'

/** What the recipient reads after accepting: what they are now, or why not. */
export const linesAfterAccepting = (
  service: AnswerService,
  request: AnswerRequest,
  messages: Messages = en,
) =>
  service.accept(request).match(
    (answered): readonly string[] => [messages.describeAnswer('accept', answered)],
    (error) => messages.reasons(forRecipient(error)),
  )
