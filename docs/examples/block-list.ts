import { defineRule } from 'group-invitations'

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
