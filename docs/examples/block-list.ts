import { defineRule } from 'group-invitations'

/** Finds who has blocked the inviter; a service would ask its database. */
export interface BlockRepository {
  findBlockersOf(inviterId: string, memberIds: readonly string[]): Promise<ReadonlySet<string>>
}

/** The recipient has blocked the inviter. */
export interface InviterBlocked {
  readonly type: 'InviterBlocked'
}

/**
 * A member cannot invite someone who has blocked them: a custom rule, applied after the library's. It is applied again
 * before each delivery, so that a block which comes in between counts.
 */
export const inviterIsNotBlocked = (blocks: BlockRepository) =>
  defineRule({
    name: 'inviterIsNotBlocked',
    // Runs beside the repositories' calls, once for any number of recipients.
    load: ({ inviterId, recipientIds }) => blocks.findBlockersOf(inviterId, recipientIds),
    // Pure: the pickers and the decision apply the same rule.
    check: ({ recipientId }, blockers): InviterBlocked | undefined =>
      blockers.has(recipientId) ? { type: 'InviterBlocked' } : undefined,
  })
