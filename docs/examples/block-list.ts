import { defineRule, type InvitationDenial } from 'group-invitations'
import { sentenceFor } from './answering.js'

/** Whoever has blocked the inviter; a service would ask its database. */
export interface BlockRepository {
  findBlockersOf(inviterId: string, memberIds: readonly string[]): Promise<ReadonlySet<string>>
}

/** The recipient has blocked the inviter. */
export interface InviterBlocked {
  readonly type: 'InviterBlocked'
}

/** Nobody can invite those who have blocked them: a service's own rule, asked after the library's. */
export const inviterIsNotBlocked = (blocks: BlockRepository) =>
  defineRule({
    name: 'inviterIsNotBlocked',
    // Runs beside the repositories' reads, once for any number of recipients.
    load: (inviterId, recipientIds) => blocks.findBlockersOf(inviterId, recipientIds),
    // Pure: the same rule answers for a preview and for the decision.
    check: ({ recipientId }, blockers): InviterBlocked | undefined =>
      blockers.has(recipientId) ? { type: 'InviterBlocked' } : undefined,
  })

/** What the inviter is told: `sentenceFor` alone would not compile, since it does not know the block list. */
export function sentenceWithBlockList(denial: InvitationDenial | InviterBlocked): string {
  return denial.type === 'InviterBlocked' ? 'This member cannot be invited.' : sentenceFor(denial)
}
