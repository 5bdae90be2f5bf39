import { createHash } from 'node:crypto'
import type { InvitationId, MemberId } from 'group-invitations'
import type { Database } from '../postgres/database.js'

/** More than there will ever be servers: a bucket can move to another server, and no member changes the bucket. */
export const BUCKETS = 1024

/** The servers of the invitations, divided by the inviter. */
export interface Shards {
  readonly all: readonly Database[]
  /** Where everything is that an inviter's `commit` writes. */
  readonly of: (inviterId: MemberId) => Database
  /** Where an invitation may be: on one server if its identifier names the bucket, else on any. */
  readonly withInvitation: (invitationId: InvitationId) => readonly Database[]
}

/** `serverOf` says on which server a bucket is. By default the buckets go round. */
export function shardsOver(
  all: readonly Database[],
  serverOf = (bucket: number) => bucket % all.length,
): Shards {
  const at = (bucket: number): Database => {
    const database = all[serverOf(bucket)]
    if (!database) throw new TypeError(`There is no server for the bucket ${bucket}`)
    return database
  }
  return {
    all,
    of: (inviterId) => at(bucketOf(inviterId)),
    withInvitation(invitationId) {
      const bucket = bucketIn(invitationId)
      return bucket === undefined ? all : [at(bucket)]
    },
  }
}

/** The bucket of an inviter, the same on every machine and in every version. */
export function bucketOf(inviterId: MemberId): number {
  return createHash('sha256').update(inviterId).digest().readUInt16BE() % BUCKETS
}

const KEY = /^s(\d{1,4})\./

/**
 * The identifier under which a member's invitation is stored: it begins with the bucket, and the rest is a hash of the
 * member and of the name that the client has given. So each identifier has one home, where its key is unique, and is
 * found there by one query.
 */
export function keyIn(inviterId: MemberId, name: string): InvitationId {
  const hash = createHash('sha256')
    .update(JSON.stringify([inviterId, name]))
    .digest('base64url')
  return `s${bucketOf(inviterId)}.${hash}`
}

/** The bucket that an identifier of `keyIn` names; `undefined`: it has another form. */
export function bucketIn(invitationId: InvitationId): number | undefined {
  const digits = KEY.exec(invitationId)?.[1]
  const bucket = digits === undefined ? undefined : Number(digits)
  return bucket !== undefined && bucket < BUCKETS ? bucket : undefined
}
