import type { AnswerRequest, AnswerService, Invitation } from 'group-invitations'

/** Tells the moderators of the group that somebody waits for them. */
export type Notify = (invitation: Invitation) => Promise<void>

/** Accepts, and then tells the moderators who waits for them. A repeated call tells them nothing. */
export const acceptAndNotify = (service: AnswerService, request: AnswerRequest, notify: Notify) =>
  service.accept(request).andTee(async ({ invitation, standing, replayed }) => {
    if (standing === 'pending' && !replayed) await notify(invitation)
  })
