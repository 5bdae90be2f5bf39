import type { InvitationRequest, InvitationService } from 'group-invitations'
import { linesFor } from './telling.js'

/** Sends under an identifier that the client made before its first try. So it can try again if an answer gets lost. */
export const linesAfterSending = async (
  service: InvitationService,
  request: InvitationRequest,
  invitationId: string,
): Promise<readonly string[]> =>
  service.send(request, { invitationId }).match(() => ['Your invitation has been sent.'], linesFor)
