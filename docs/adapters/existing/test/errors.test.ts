import { DrizzleQueryError } from 'drizzle-orm'
import { deliveriesOf } from 'group-invitations'
import { afterAll, expect, test } from 'vitest'
import { after, aRequest, NOW } from '../../../../test/support/builders.js'
import { fingerprintImported } from '../import-fingerprints.js'
import { repositoriesIn } from '../repositories.js'
import { SITE } from './fixtures.js'
import { openExisting } from './open-existing.js'

const { client, database } = await openExisting()
afterAll(() => client.close())

const errorOf = (work: PromiseLike<unknown>): Promise<unknown> =>
  Promise.resolve(work).then(
    () => undefined,
    (error: unknown) => error,
  )

test('errors are those of the driver, without what members wrote', async () => {
  const { invitations } = repositoriesIn(database, SITE)
  const invitation = {
    ...aRequest({ inviterId: '1', recipientId: '2', groupId: '3' }),
    invitationId: 'i-1',
    sentAt: NOW,
    repeatableAt: after(NOW, 1000),
  }
  const record = { invitation, textFingerprint: '', deliveries: deliveriesOf(invitation) }
  await client.exec('ALTER TABLE invitations RENAME TO elsewhere')
  const work = [invitations.commit(record) as Promise<unknown>, fingerprintImported(database, NOW)]
  for (const error of await Promise.all(work.map(errorOf))) {
    expect(error).toMatchObject({ code: '42P01' })
    expect(error).not.toBeInstanceOf(DrizzleQueryError)
    expect(String(error)).not.toContain(invitation.text)
  }
})
