import { createHmac, timingSafeEqual } from 'node:crypto'
import type { MemberId } from 'group-invitations'

/**
 * Links by which members switch group invitations off without logging in: whoever has one may do so for that member.
 */
export interface OptOutLinks {
  linkFor(memberId: MemberId): string
  /** The member whose link has this token; `undefined`: it was not made here. */
  memberOf(token: string): MemberId | undefined
}

/** Links to a page, signed with a secret of the service. They never expire: an old mail must still have a way out. */
export function optOutLinks(page: string, secret: string): OptOutLinks {
  if (secret.length < 16) throw new TypeError('The secret must have at least 16 characters.')
  const tokenOf = (memberId: MemberId) => {
    const payload = Buffer.from(memberId).toString('base64url')
    const signature = createHmac('sha256', secret).update(`opt-out:${payload}`).digest('base64url')
    return `${payload}.${signature}`
  }

  return {
    linkFor(memberId) {
      const url = new URL(page)
      url.searchParams.set('token', tokenOf(memberId))
      return url.href
    },

    memberOf(token) {
      const [payload = ''] = token.split('.')
      const memberId = Buffer.from(payload, 'base64url').toString()
      const [given, expected] = [Buffer.from(token), Buffer.from(tokenOf(memberId))]
      const isOurs = given.length === expected.length && timingSafeEqual(given, expected)
      return isOurs ? memberId : undefined
    },
  }
}
