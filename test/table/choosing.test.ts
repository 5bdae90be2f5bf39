import { InvitationPolicy, type Standing } from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { expect, test } from 'vitest'
import { aProfile, NOW } from '../support/builders.js'
import {
  booleans,
  type People,
  saidOfInviter,
  saidOfRecipient,
  standings,
  withoutLost,
} from './people.js'
import { histories, invitationsTo } from './history.js'
import { ROWS, thousands } from './rows.js'

type Candidate = Pick<People, 'isSelf' | 'exists' | 'isContact' | 'hasOptedOut' | 'history'>

interface Place {
  readonly groupId: string
  readonly inviter: Standing | undefined
  readonly recipient: Standing | undefined
  readonly groupExists: boolean
}

/** Everybody whom Anna could think of: also members who do not exist, and herself. */
const candidates: Record<string, Candidate> = {
  // Her own opt-out is a denial of inviting her alone.
  anna: aCandidate({ isSelf: true, hasOptedOut: true }),
}
for (const history of histories) {
  candidates[`nobody-${history}`] = aCandidate({ exists: false, history })
  for (const isContact of booleans)
    for (const hasOptedOut of booleans)
      candidates[`${history}-${isContact}-${hasOptedOut}`] = aCandidate({
        ...{ isContact, hasOptedOut, history },
      })
}

function aCandidate(changes: Partial<Candidate>): Candidate {
  return {
    ...{ isSelf: false, exists: true, isContact: false, hasOptedOut: false, history: 'nothing' },
    ...changes,
  }
}

const candidateIds = Object.keys(candidates)
const memberIds = candidateIds.filter((memberId) => candidates[memberId]?.exists)

/** Two groups for each two standings, Anna's and that of all others: one that exists, and one that does not any more. */
const places: Place[] = standings.flatMap((inviter) =>
  standings.flatMap((recipient) =>
    booleans.map((groupExists) => ({
      groupId: `${inviter}-${recipient}-${groupExists}`,
      ...{ inviter, recipient, groupExists },
    })),
  ),
)

// The opt-outs that stop every invitation by Anna, and those that stop none, take turns.
const stopping = [['all'], [{ inviterId: 'anna' }], places.map(({ groupId }) => ({ groupId }))]
const harmless = [[], [{ inviterId: 'clara' }], [{ inviterId: 'bernd' }, { groupId: 'chess' }]]

const repositories = createInMemoryRepositories({
  members: [...memberIds, 'clara'].map((memberId, index) => ({
    ...{ memberId, ...aProfile() },
    optOuts: (candidates[memberId]?.hasOptedOut ? stopping : harmless)[index % 3],
  })),
  groups: places.map(({ groupId, inviter, recipient }) => ({
    ...{ groupId, name: groupId },
    standings: {
      ...Object.fromEntries(memberIds.map((memberId) => [memberId, recipient])),
      anna: inviter,
    },
  })),
  contacts: memberIds
    .filter((memberId) => candidates[memberId]?.isContact)
    .map((memberId) => ['anna', memberId]),
  invitations: Object.entries(candidates).flatMap(([memberId, { history }]) =>
    invitationsTo(memberId, history),
  ),
})
const existing = places.filter(({ groupExists }) => groupExists).map(({ groupId }) => groupId)

/** A policy over all groups, of which only some exist, for an Anna who exists or not. */
function policyFor(inviterExists: boolean) {
  const isLeft = (groupId: string) => existing.includes(groupId)
  const left = withoutLost(repositories, { inviterExists, groupExists: false }, isLeft)
  return new InvitationPolicy(left, { clock: () => NOW })
}

/** Whether there is such a member: Anna herself may have no profile any more. */
function existsHere(memberId: string, inviterExists: boolean): boolean {
  const { isSelf, exists } = candidates[memberId] ?? aCandidate({ exists: false })
  return exists && (inviterExists || !isSelf)
}

/** What the domain says, before a word is written. */
function saidOf(
  route: People['route'],
  recipientId: string,
  { groupId, inviter, recipient, groupExists }: Place,
  inviterExists: boolean,
) {
  const candidate = candidates[recipientId] ?? aCandidate({ exists: false })
  const others = candidate.exists ? recipient : undefined
  const people = {
    ...{ ...candidate, route, inviter, inviterExists, groupExists, inviterHasOptedOut: false },
    exists: existsHere(recipientId, inviterExists),
    recipient: candidate.isSelf ? inviter : others,
  }
  return [...saidOfInviter(people, groupId), ...saidOfRecipient(people, recipientId)]
}

test(`contactsFor: ${thousands(ROWS.contactsFor)} choices of a contact`, async () => {
  let rows = 0
  for (const inviterExists of booleans) {
    const policy = policyFor(inviterExists)
    for (const place of places) {
      const { groupId } = place
      const choices = (
        await policy.contactsFor({ inviterId: 'anna', groupId, contactIds: candidateIds })
      )._unsafeUnwrap()
      expect(choices, groupId).toEqual(
        candidateIds.map((contactId) => ({
          contactId,
          profile: existsHere(contactId, inviterExists) ? aProfile() : undefined,
          denials: saidOf('group', contactId, place, inviterExists),
        })),
      )
      rows += choices.length
      const ofAll = await policy.contactsFor({ inviterId: 'anna', groupId })
      expect(ofAll._unsafeUnwrap()).toEqual(
        choices.filter(({ contactId }) => candidates[contactId]?.isContact),
      )
    }
  }
  expect(rows).toBe(ROWS.contactsFor)
})

test(`groupsFor: ${thousands(ROWS.groupsFor)} choices of a group`, async () => {
  const own = places.filter(({ inviter }) => inviter === 'member' || inviter === 'moderator')
  let rows = 0
  for (const inviterExists of booleans) {
    const policy = policyFor(inviterExists)
    for (const recipientId of candidateIds) {
      const choices = await policy.groupsFor({ inviterId: 'anna', recipientId })
      expect(choices._unsafeUnwrap(), recipientId).toEqual(
        own.map((place) => ({
          groupId: place.groupId,
          group: place.groupExists ? { name: place.groupId } : undefined,
          denials: saidOf('profile', recipientId, place, inviterExists),
        })),
      )
      rows += choices._unsafeUnwrap().length
    }
  }
  expect(rows).toBe(ROWS.groupsFor)
})
