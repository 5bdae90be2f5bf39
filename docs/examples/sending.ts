import type { InvitationRequest, InvitationService } from 'group-invitations'
import { linesFor } from './answering.js'

/** Sends under a key that the client has made before its first try, so that it may try again after a lost answer. */
export async function linesAfterSending(
  service: InvitationService,
  request: InvitationRequest,
  invitationId: string,
): Promise<readonly string[]> {
  const sent = await service.send(request, { invitationId })
  return sent.match(() => ['Your invitation has been sent.'], linesFor)
}
