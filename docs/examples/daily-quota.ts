import { defineRule } from 'group-invitations'
import { createMessages, en } from 'group-invitations/messages'

/** Counts the invitations of today; a service would ask its database. */
export interface QuotaRepository {
  countSentToday(inviterId: string): Promise<number>
}

/** The inviter has sent all invitations of the day. */
export interface QuotaUsedUp {
  readonly type: 'QuotaUsedUp'
  readonly limit: number
}

/**
 * An inviter sends at most `limit` invitations a day.
 *
 * - It is not applied again before a delivery: it would count the invitation itself, and cancel the last one of the day.
 * - The service reveals this denial: `forInviter(error, { reveal: ['QuotaUsedUp'] })`.
 */
export const quotaIsLeft = (quotas: QuotaRepository, limit: number) =>
  defineRule({
    name: 'quotaIsLeft',
    load: ({ inviterId }) => quotas.countSentToday(inviterId),
    check: (_candidate, sent): QuotaUsedUp | undefined =>
      sent < limit ? undefined : { type: 'QuotaUsedUp', limit },
    recheck: false,
  })

/** English with words for the quota. Without them, `describe` and `toProblemDetails` would not compile. */
export const messages = createMessages<QuotaUsedUp>(en.language, {
  QuotaUsedUp: ({ limit }, { number }) =>
    `You can invite ${number(limit)} members a day. Please go on tomorrow.`,
})
