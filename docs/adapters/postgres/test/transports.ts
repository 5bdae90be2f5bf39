import type { PreparedDelivery } from 'group-invitations'

/** A transport that remembers the keys of the messages that it was handed, and rejects the first few. */
export function aTransport(rejections = 0, problem = new Error('mailbox unavailable')) {
  const handed: string[] = []
  let left = rejections
  return {
    handed,
    deliver({ idempotencyKey }: PreparedDelivery): Promise<void> {
      handed.push(idempotencyKey)
      left -= 1
      return left < 0 ? Promise.resolve() : Promise.reject(problem)
    },
  }
}
