import { PGlite } from '@electric-sql/pglite'
import {
  InvitationPolicy,
  type InvitationCandidate,
  type InvitationFacts,
  type Repositories,
} from 'group-invitations'
import { RECENT_FINGERPRINT_DAYS, RECENT_FINGERPRINT_LIMIT } from 'group-invitations/content'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../database.js'
import { factsIn } from '../facts.js'
import { repositoriesIn } from '../repositories.js'
import { after, aRequest, NOW } from '../../../../test/support/builders.js'
import { SCHEMA, seed } from './fixtures.js'
import { type RandomNetwork, randomNetworks } from './random-networks.js'

const database = new PGlite()

// All networks at once: what belongs to another one must not matter either.
beforeAll(async () => {
  await database.exec(SCHEMA)
  const all = <Part>(parts: (of: RandomNetwork) => readonly Part[] | undefined) =>
    randomNetworks.flatMap((each) => parts(each) ?? [])
  const gone = new Set(all((each) => each.gone))
  await seed(database, {
    members: all(({ network }) => network.members),
    groups: all(({ network }) => network.groups),
    contacts: all(({ network }) => network.contacts),
    invitations: all(({ network }) => network.invitations),
  })
  await database.query('DELETE FROM members WHERE member_id = ANY($1)', [[...gone]])
  await database.query('DELETE FROM groups WHERE group_id = ANY($1)', [[...gone]])
  const blocks = all((each) => each.blocks)
  await database.query('INSERT INTO blocks SELECT * FROM unnest($1::text[], $2::text[])', [
    blocks.map(([memberId]) => memberId),
    blocks.map(([, blockedId]) => blockedId),
  ])
  const freeAts = all((each) => each.freeAts)
  await database.query('INSERT INTO paces SELECT * FROM unnest($1::text[], $2::timestamptz[])', [
    freeAts.map(([memberId]) => memberId),
    freeAts.map(([, freeAt]) => freeAt),
  ])
}, 60_000)
afterAll(() => database.close())

/** What the repositories answer to the policy's questions. */
async function factsBy(
  { memberships, profiles, preferences, contacts, groups, invitations }: Repositories,
  {
    inviterId,
    recipientId,
    groupId,
  }: Pick<InvitationCandidate, 'inviterId' | 'recipientId' | 'groupId'>,
): Promise<Partial<InvitationFacts>> {
  const since = after(NOW, -RECENT_FINGERPRINT_DAYS * 24 * 60 * 60 * 1000)
  const standings = await memberships.findStandings([groupId], [inviterId, recipientId])
  const optOuts = await preferences.findOptOuts([recipientId], [inviterId], [groupId])
  return {
    now: NOW,
    inviterProfile: (await profiles.findProfiles([inviterId], inviterId)).get(inviterId),
    group: (await groups.findGroups([groupId])).get(groupId),
    inviterStanding: standings.get(groupId)?.get(inviterId),
    recipientStanding: standings.get(groupId)?.get(recipientId),
    recipientProfile: (await profiles.findProfiles([recipientId], inviterId)).get(recipientId),
    recipientOptedOut: (optOuts.get(recipientId) ?? []).some(
      (optOut) =>
        optOut === 'all' ||
        ('inviterId' in optOut ? optOut.inviterId === inviterId : optOut.groupId === groupId),
    ),
    areDirectContacts: (await contacts.findContactsAmong(inviterId, [recipientId])).has(
      recipientId,
    ),
    claim: (await invitations.findClaims(inviterId, [recipientId])).get(recipientId),
    recentFingerprints: await invitations.findRecentFingerprints(
      inviterId,
      since,
      RECENT_FINGERPRINT_LIMIT,
    ),
    inviterFreeAt: await invitations.findFreeAt?.(inviterId),
  }
}

/** Of the facts only those that `expected` has, the fingerprints in one order. */
function comparable(facts: Partial<InvitationFacts>, expected: Partial<InvitationFacts>) {
  const inOrder = (fingerprints: InvitationFacts['recentFingerprints'] = []) =>
    fingerprints.map((each) => JSON.stringify([each.recipientId, each.textFingerprint])).sort()
  const chosen = Object.entries(facts).filter(([key]) => key in expected)
  return {
    ...Object.fromEntries(chosen),
    recentFingerprints: inOrder(facts.recentFingerprints),
  }
}

/** The repositories in memory, with what a network in memory does not know. */
function inMemory({ network, gone, blocks, freeAts }: RandomNetwork): Repositories {
  const repositories = createInMemoryRepositories(network)
  const isBlocked = (one: string, other: string) =>
    blocks.some(([from, to]) => (from === one && to === other) || (from === other && to === one))
  return {
    ...repositories,
    invitations: {
      ...repositories.invitations,
      findFreeAt: (inviterId) => new Map(freeAts).get(inviterId),
    },
    groups: {
      findGroups: (groupIds) =>
        repositories.groups.findGroups(groupIds.filter((id) => !gone.includes(id))),
    },
    profiles: {
      findProfiles: (memberIds, viewerId) => {
        const seen = memberIds.filter((id) => !gone.includes(id) && !isBlocked(id, viewerId))
        return repositories.profiles.findProfiles(seen, viewerId)
      },
    },
  }
}

test('one query finds the facts that the repositories find, and that a network in memory has', async () => {
  const repositories = repositoriesIn(database)
  for (const random of randomNetworks) {
    const request = aRequest(random.request)
    const facts = await factsIn(database)(request, NOW)
    const expected = await factsBy(inMemory(random), request)
    const asText = JSON.stringify(random, null, 1)
    expect(comparable(facts, expected), asText).toEqual(comparable(expected, expected))
    const found = await factsBy(repositories, request)
    expect(comparable(found, expected), asText).toEqual(comparable(expected, expected))
  }
})

test('it is one query', async () => {
  let asked = 0
  const counted: Database = {
    query: (sql, parameters) => {
      asked += 1
      return database.query(sql, parameters)
    },
  }
  await factsIn(counted)(aRequest(), NOW)
  expect(asked).toBe(1)
})

test('one query and the repositories lead to the same decision', async () => {
  const repositories = repositoriesIn(database)
  const options = { clock: () => NOW, pace: { burst: 2, every: { minutes: 1 } } }
  const byQuery = new InvitationPolicy(repositories, { ...options, loadFacts: factsIn(database) })
  const byRepositories = new InvitationPolicy(repositories, options)
  for (const { request } of randomNetworks.slice(0, 100)) {
    const wanted = aRequest({ ...request, route: 'group' })
    expect(await byQuery.evaluate(wanted)).toEqual(await byRepositories.evaluate(wanted))
  }
})

test('each fact has every value, and is often another one for somebody else', async () => {
  const counts = new Map<string, number>()
  const count = (what: string, isSo: boolean) => {
    if (isSo) counts.set(what, (counts.get(what) ?? 0) + 1)
  }
  for (const random of randomNetworks) {
    const { inviterId, recipientId, groupId } = random.request
    const facts = await factsBy(inMemory(random), random.request)
    const reversed = { inviterId: recipientId, recipientId: inviterId, groupId }
    const other = await factsBy(inMemory(random), reversed)
    count(`the inviter is ${facts.inviterStanding ?? 'nothing'}`, true)
    count(`the recipient is ${facts.recipientStanding ?? 'nothing'}`, true)
    const { optedOut, optOuts = [] } =
      random.network.members?.find(({ memberId }) => memberId === recipientId) ?? {}
    count('opted out by a scope', facts.recipientOptedOut === true && !optedOut)
    count('opted out of others only', facts.recipientOptedOut === false && optOuts.length > 0)
    count('opted out alone', facts.recipientOptedOut === true && !other.recipientOptedOut)
    count('invited, and not the other way round', Boolean(facts.claim) && !other.claim)
    count('not invited, but the other way round', !facts.claim && Boolean(other.claim))
    count('a pace that was used', Boolean(facts.inviterFreeAt))
    count('used by the other one only', !facts.inviterFreeAt && Boolean(other.inviterFreeAt))
    count('contacts', facts.areDirectContacts === true)
    count('no profile to be seen', facts.recipientProfile === undefined)
    count('of a member who is there', !facts.recipientProfile && !random.gone.includes(recipientId))
    count(
      'more than the limit',
      (random.network.invitations?.length ?? 0) > RECENT_FINGERPRINT_LIMIT,
    )
    const some = facts.recentFingerprints?.length ?? 0
    count('some fingerprints', some > 0)
    const hasNone = random.network.invitations?.some(
      (sent) => sent.inviterId === inviterId && sent.textFingerprint === undefined,
    )
    count('an invitation without one', hasNone === true)
  }
  expect(counts.size).toBe(5 + 5 + 13)
  for (const [what, times] of counts) expect(times, what).toBeGreaterThan(4)
})
