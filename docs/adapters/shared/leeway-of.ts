import type { Pace } from 'group-invitations'

/**
 * How far in the future the pace may be used up, in milliseconds, so that one more may be sent: `freeAt - leeway` is at
 * most `sentAt` then. A large burst has a leeway of 100,000 years, so that `sentAt + leeway` may be no instant.
 */
export const leewayOf = ({ burst, everyMs }: Pace): number => (burst - 1) * everyMs
