import type { InvitationRequest, InvitationService, SendingError } from 'group-invitations'
import { linesFor } from './answering.js'

/** Sends under a key that the client has made before its first try, so that it may try again after a lost answer. */
export async function linesAfterSending(
  service: InvitationService,
  request: InvitationRequest,
  invitationId: string,
): Promise<string[]> {
  const sent = await service.send(request, { invitationId })
  return sent.match(() => ['Your invitation has been sent.'], linesForUnsent)
}

/** The lines that answer a sending that was none. */
export function linesForUnsent(error: SendingError): string[] {
  return error.type === 'InvitationIdReused'
    ? ['Another invitation was sent from this form. Please open it anew.']
    : linesFor(error)
}
