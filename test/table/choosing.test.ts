import { InvitationPolicy, type Standing } from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { expect, test } from 'vitest'
import { aProfile, NOW } from '../support/builders.js'
import { booleans, type People, saidOfInviter, saidOfRecipient, standings } from './people.js'
import { histories, invitationsTo } from './history.js'
import { ROWS, thousands } from './rows.js'

type Candidate = Pick<People, 'isSelf' | 'exists' | 'isContact' | 'hasOptedOut' | 'history'>

interface Place {
  readonly groupId: string
  readonly inviter: Standing | undefined
  readonly recipient: Standing | undefined
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

/** A group for each two standings: Anna's, and that of all others. */
const places: Place[] = standings.flatMap((inviter) =>
  standings.map((recipient) => ({ groupId: `${inviter}-${recipient}`, inviter, recipient })),
)

const policy = new InvitationPolicy(
  createInMemoryRepositories({
    members: [...memberIds, 'clara'].map((memberId) => ({
      ...{ memberId, ...aProfile(), optedOut: candidates[memberId]?.hasOptedOut },
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
  }),
  { clock: () => NOW },
)

/** What the domain says, before a word is written. */
function saidOf(route: People['route'], recipientId: string, place: Place) {
  const candidate = candidates[recipientId] ?? aCandidate({})
  const { isSelf, exists } = candidate
  const people = {
    ...{ ...candidate, route, inviter: place.inviter, inviterHasOptedOut: false },
    recipient: isSelf ? place.inviter : exists ? place.recipient : undefined,
  }
  return [...saidOfInviter(people, place.groupId), ...saidOfRecipient(people, recipientId)]
}

test(`contactsFor: ${thousands(ROWS.contactsFor)} choices of a contact`, async () => {
  let rows = 0
  for (const place of places) {
    const { groupId } = place
    const choices = await policy.contactsFor({
      inviterId: 'anna',
      groupId,
      contactIds: candidateIds,
    })
    expect(choices._unsafeUnwrap(), groupId).toEqual(
      candidateIds.map((contactId) => ({
        contactId,
        profile: candidates[contactId]?.exists ? aProfile() : undefined,
        denials: saidOf('group', contactId, place),
      })),
    )
    rows += choices._unsafeUnwrap().length
    const ofAll = await policy.contactsFor({ inviterId: 'anna', groupId })
    expect(ofAll._unsafeUnwrap()).toEqual(
      choices._unsafeUnwrap().filter(({ contactId }) => candidates[contactId]?.isContact),
    )
  }
  expect(rows).toBe(ROWS.contactsFor)
})

test(`groupsFor: ${thousands(ROWS.groupsFor)} choices of a group`, async () => {
  const own = places.filter(({ inviter }) => inviter === 'member' || inviter === 'moderator')
  let rows = 0
  for (const recipientId of candidateIds) {
    const choices = await policy.groupsFor({ inviterId: 'anna', recipientId })
    expect(choices._unsafeUnwrap(), recipientId).toEqual(
      own.map((place) => ({
        groupId: place.groupId,
        denials: saidOf('profile', recipientId, place),
      })),
    )
    rows += choices._unsafeUnwrap().length
  }
  expect(rows).toBe(ROWS.groupsFor)
})
