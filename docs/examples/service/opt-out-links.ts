import { createHmac, timingSafeEqual } from 'node:crypto'
import type { InvitationId, MemberId } from 'group-invitations'

/** Whose link it is, and in which invitation's e-mail it stood. */
export interface OptOutLink {
  readonly memberId: MemberId
  readonly invitationId: InvitationId
}

/**
 * Links by which members switch group invitations off without logging in: someone who has one may do so for that member.
 * Mails are forwarded, so a link is never enough to see or to lift anything.
 */
export interface OptOutLinks {
  linkFor(link: OptOutLink): string
  /** What the link with this token is for; `undefined`: it was not made here. */
  openedBy(token: string): OptOutLink | undefined
}

/** Links to a page, signed with a secret of the service. They never expire: an old mail must still have a way out. */
export function optOutLinks(page: string, secret: string): OptOutLinks {
  if (secret.length < 16) throw new TypeError('The secret must have at least 16 characters.')
  const signed = (payload: string) => {
    const signature = createHmac('sha256', secret).update(`opt-out:${payload}`).digest('base64url')
    return `${payload}.${signature}`
  }

  return {
    linkFor({ memberId, invitationId }) {
      const payload = Buffer.from(JSON.stringify([memberId, invitationId])).toString('base64url')
      const url = new URL(page)
      url.searchParams.set('token', signed(payload))
      return url.href
    },

    openedBy(token) {
      const [payload = ''] = token.split('.')
      const [given, expected] = [Buffer.from(token), Buffer.from(signed(payload))]
      const isOurs = given.length === expected.length && timingSafeEqual(given, expected)
      if (!isOurs) return undefined
      // Nobody else can sign, so it is the pair that `linkFor` has written.
      const [memberId, invitationId] = JSON.parse(Buffer.from(payload, 'base64url').toString()) as [
        MemberId,
        InvitationId,
      ]
      return { memberId, invitationId }
    },
  }
}
