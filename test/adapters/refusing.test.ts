import type { InvitationRecord } from 'group-invitations'
import { invitationRepositoryContract } from 'group-invitations/testing'
import { test } from 'vitest'
import { mapFixture, MapInvitations } from '../testing/map-invitations.js'

/** A store that refuses a NUL and stores nothing of the record, as PostgreSQL does. */
class RefusingInvitations extends MapInvitations {
  override commit(record: InvitationRecord) {
    const isRefused = JSON.stringify(record).includes(String.raw`\u0000`)
    return isRefused ? Promise.reject(new Error('There is a NUL.')) : super.commit(record)
  }
}

const cases = invitationRepositoryContract(() => mapFixture(RefusingInvitations))
for (const { name, run } of cases) test(name, run)
