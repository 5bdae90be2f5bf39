import { type AnswerRequest, type AnswerService, forRecipient } from 'group-invitations'
import { en } from 'group-invitations/messages'

/** What the recipient reads after accepting: what they are now, or why not. */
export const linesAfterAccepting = (service: AnswerService, request: AnswerRequest) =>
  service.accept(request).match(
    (answered): readonly string[] => [en.describeAnswer('accept', answered)],
    (error) => en.reasons(forRecipient(error)),
  )
