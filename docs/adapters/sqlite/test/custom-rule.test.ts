import type { InvitationPolicy, InvitationService } from 'group-invitations'
import { afterAll, beforeAll, expect, expectTypeOf, test } from 'vitest'
import { after, aRequest, NOW } from '../../../../test/support/builders.js'
import { NETWORK } from '../../../../test/support/network.js'
import {
  inviterIsEstablished,
  type InviterTooNew,
  JOINED_AT,
} from '../../../examples/custom-rule/inviter-is-established.js'
import { servicesOver } from '../../../examples/custom-rule/services-over.js'
import { groupToChoose, problemOf, toInviter } from '../../../examples/custom-rule/to-inviter.js'
import { openService } from '../wiring.js'
import { seed } from './fixtures.js'
import { openFile } from './libsql-file.js'

const DAY = 24 * 60 * 60 * 1000

const file = await openFile()
afterAll(() => {
  file.close()
})

beforeAll(async () => {
  await file.client.execute(JOINED_AT)
  await seed(file.one, NETWORK)
})

const annaJoined = (instant: Date) =>
  file.client.execute('UPDATE members SET joined_at = ? WHERE member_id = ?', [+instant, 'anna'])

const store = servicesOver(file.one)
const pair = { inviterId: 'anna', recipientId: 'bernd' }
const daysAgo = (days: number) => new Date(Date.now() - days * DAY)

test('the policy and the service of openService have the denials of the custom rules', () => {
  expectTypeOf(store.policy).toEqualTypeOf<InvitationPolicy<InviterTooNew>>()
  expectTypeOf(store.service).toExtend<InvitationService<InviterTooNew>>()
  const without = openService(file.one, { policy: { pace: { burst: 1, every: { minutes: 1 } } } })
  expectTypeOf(without.policy).toEqualTypeOf<InvitationPolicy>()
  expectTypeOf(without.service).toExtend<InvitationService>()
})

test('someone new reads in the picker and in the problem when they can invite', async () => {
  const joinedAt = daysAgo(6)
  await annaJoined(joinedAt)
  const sentence = /^You are new here\. You can invite from /

  const groups = (await store.policy.groupsFor(pair))._unsafeUnwrap().map(groupToChoose)
  const { groupId } = aRequest(pair)
  expect(groups).toContainEqual({
    groupId,
    name: NETWORK.groups.find((group) => group.groupId === groupId)?.name,
    reasons: [expect.stringMatching(sentence)],
  })

  const sent = await store.service.send(aRequest(pair), { invitationId: 'i-1' })
  const problem = problemOf(toInviter(sent._unsafeUnwrapErr()))
  expect(problem.detail).toMatch(sentence)
  expect(problem).toMatchObject({
    title: 'InviterTooNew',
    status: 403,
    errors: [{ type: 'InviterTooNew', until: after(joinedAt, 7 * DAY) }],
  })
})

test('someone who has been there for 7 days sends', async () => {
  await annaJoined(daysAgo(8))
  const sent = await store.service.send(aRequest(pair), { invitationId: 'i-2' })
  expect(sent.isOk()).toBe(true)
})

test('the last millisecond of the 7 days is denied, and the next one is not', async () => {
  await annaJoined(NOW)
  const denialsAt = async (now: Date) => {
    const rules = [inviterIsEstablished(file.one)] as const
    const { policy } = openService(file.one, { policy: { clock: () => now, rules } })
    const choices = await policy.groupsFor({ ...pair, recipientId: 'nobody' })
    return choices._unsafeUnwrap().flatMap(({ denials }) => denials.map(({ type }) => type))
  }
  expect(await denialsAt(after(NOW, 7 * DAY - 1))).toContain('InviterTooNew')
  expect(await denialsAt(after(NOW, 7 * DAY))).not.toContain('InviterTooNew')
})
