import type { InvitationRequest, InvitationService } from 'group-invitations'
import { linesFor } from './telling.js'

/** Sends under an identifier that the client made before its first try. So it can try again if an answer gets lost. */
export async function linesAfterSending(
  service: InvitationService,
  request: InvitationRequest,
  invitationId: string,
): Promise<readonly string[]> {
  const sent = await service.send(request, { invitationId })
  return sent.match(() => ['Your invitation has been sent.'], linesFor)
}
