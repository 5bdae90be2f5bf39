import {
  type NewStanding,
  AnswerService,
  type InvitationPage,
  InvitationPolicy,
  type MemberId,
  type OptOut,
  type PageOptions,
  type ReceivedItem,
  type Repositories,
  type SentItem,
  type Standing,
  type StatusOrOpen,
} from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import fc from 'fast-check'
import type { ResultAsync } from 'neverthrow'
import { expect, test } from 'vitest'
import { after, NOW } from '../support/builders.js'
import { runs } from '../support/runs.js'

/** Bernd's inbox: what Anna, Clara and Dora, who is gone, have sent him into three groups, one of which is gone. */
interface World {
  readonly letters: readonly Letter[]
  readonly standings: readonly { readonly groupId: string; readonly standing?: Standing }[]
  readonly optOuts: readonly OptOut[]
  /** Whether Bernd and Clara do not see each other. */
  readonly isBlocked: boolean
  readonly admission: NewStanding['standing']
}

interface Letter {
  readonly inviterId: MemberId
  readonly groupId: string
  /** How long ago it was sent, and how long it still runs, in milliseconds. */
  readonly age: number
  readonly left: number
  readonly status: StatusOrOpen
  readonly isErased: boolean
}

const letters: fc.Arbitrary<Letter> = fc.record({
  inviterId: fc.constantFrom('anna', 'anna', 'clara', 'dora'),
  groupId: fc.constantFrom('chess', 'chess', 'go', 'gone'),
  // Two letters of one instant have an order too.
  age: fc.integer({ min: 0, max: 3 }),
  left: fc.constantFrom(-1, 0, 1, 1, 1e9),
  status: fc.constantFrom('Open', 'Open', 'Open', 'Declined', 'Accepted', 'Withdrawn'),
  isErased: fc.constantFrom(false, false, false, true),
})

const worlds: fc.Arbitrary<World> = fc.record({
  letters: fc.array(letters, { maxLength: 8 }),
  standings: fc.uniqueArray(
    fc.record({
      groupId: fc.constantFrom('chess', 'go'),
      standing: fc.constantFrom<Standing>('member', 'moderator', 'pending', 'banned'),
    }),
    { maxLength: 2, selector: ({ groupId }) => groupId },
  ),
  optOuts: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    fc.subarray<OptOut>(['all', { inviterId: 'anna' }, { groupId: 'go' }, { inviterId: 'emil' }]),
  ),
  isBlocked: fc.boolean(),
  admission: fc.constantFrom('member', 'pending'),
})

const idOf = (index: number) => `i-${index}`

async function serviceIn(world: World): Promise<AnswerService> {
  const standingIn = (id: string) => world.standings.find(({ groupId }) => groupId === id)?.standing
  const store = createInMemoryRepositories({
    members: ['anna', 'bernd', 'clara'].map((memberId) => ({
      ...{ memberId, displayName: memberId },
      ...(memberId === 'bernd' && { optOuts: world.optOuts }),
    })),
    groups: ['chess', 'go'].map((groupId) => ({
      ...{ groupId, name: groupId },
      admission: world.admission === 'member' ? 'open' : 'approval',
      standings: { anna: 'member', clara: 'moderator', bernd: standingIn(groupId) },
    })),
    invitations: world.letters.map(({ inviterId, groupId, age, left, isErased }, index) => ({
      ...{ invitationId: idOf(index), inviterId, recipientId: 'bernd', groupId },
      ...{ sentAt: after(NOW, -age), repeatableAt: after(NOW, left), textFingerprint: 'none' },
      ...(!isErased && { text: `Lieber Bernd, ${index}` }),
    })),
  })
  for (const [index, { status }] of world.letters.entries()) {
    const invitation = await store.invitations.findInvitation(idOf(index))
    if (status === 'Open' || !invitation) continue
    const change = { invitationId: idOf(index), status, changedAt: NOW }
    await store.answers.change({
      ...{ change: { ...change, changedBy: { memberId: 'bernd' } }, from: ['Open'], invitation },
    })
  }
  const { profiles } = store
  const hidden = new Map([
    ['bernd', 'clara'],
    ['clara', 'bernd'],
  ])
  const repositories: Repositories = {
    ...store,
    profiles: {
      findProfiles: (memberIds, viewerId) => {
        const notSeen = world.isBlocked ? hidden.get(viewerId) : undefined
        return profiles.findProfiles(
          memberIds.filter((memberId) => memberId !== notSeen),
          viewerId,
        )
      },
    },
  }
  return new AnswerService(new InvitationPolicy(repositories, { clock: () => NOW }), repositories)
}

/** The reasons for which something is left out, one a line. */
function reasonsToHide({ standings, optOuts, isBlocked }: World, letter: Letter): string[] {
  const { inviterId, groupId } = letter
  const standing = standings.find((each) => each.groupId === groupId)?.standing
  const reasons: Record<string, boolean> = {
    answered: letter.status === 'Declined' || letter.status === 'Accepted',
    withdrawn: letter.status === 'Withdrawn',
    expired: letter.left <= 0,
    erased: letter.isErased,
    optedOut: optOuts.includes('all'),
    optedOutOfInviter: optOuts.some(
      (each) => typeof each === 'object' && 'inviterId' in each && each.inviterId === inviterId,
    ),
    optedOutOfGroup: optOuts.some(
      (each) => typeof each === 'object' && 'groupId' in each && each.groupId === groupId,
    ),
    inTheGroup: standing === 'member' || standing === 'moderator',
    banned: standing === 'banned',
    groupGone: groupId === 'gone',
    inviterGone: inviterId === 'dora',
    inviterNotSeen: inviterId === 'clara' && isBlocked,
  }
  return Object.keys(reasons).filter((reason) => reasons[reason])
}

/** For these nothing is accepted; for the others it is, although it is hidden. */
const DENYING = ['withdrawn', 'erased', 'banned', 'groupGone']

test('received shows what can be accepted, and hides only for the documented reasons', async () => {
  const hiddenFor = new Set<string>()
  await fc.assert(
    fc.asyncProperty(worlds, async (world) => {
      const service = await serviceIn(world)
      const { items } = (await service.received('bernd'))._unsafeUnwrap()
      const shown = items.map(({ invitation }) => invitation.invitationId)
      for (const [index, letter] of world.letters.entries()) {
        const reasons = reasonsToHide(world, letter)
        expect(shown.includes(idOf(index)), reasons.join()).toBe(reasons.length === 0)
        for (const reason of reasons) hiddenFor.add(reason)
        const answer = { invitationId: idOf(index), memberId: 'bernd' }
        const accepted = await (await serviceIn(world)).accept(answer)
        const isStopped =
          reasons.some((reason) => DENYING.includes(reason)) || reasons.includes('expired')
        // What was accepted is accepted once more, whatever has become of the group or of Bernd.
        const isReplay = letter.status === 'Accepted' && !letter.isErased
        expect(accepted.isOk(), reasons.join()).toBe(isReplay || !isStopped)
        // Clara admits as the moderator that she is, also somebody who does not see her.
        const isNew = accepted.isOk() && !isReplay
        const isFree = !world.standings.some(({ groupId }) => groupId === letter.groupId)
        const standing = letter.inviterId === 'clara' ? 'member' : world.admission
        if (isNew && isFree) expect(accepted.value.standing).toBe(standing)
      }
      for (const { inviter, group, invitation } of items) {
        expect(inviter.displayName).toBe(invitation.inviterId)
        expect(group.name).toBe(invitation.groupId)
      }
    }),
    runs(400),
  )
  expect(hiddenFor.size).toBe(12)
})

test('sent shows the status that follows, and a decline nowhere', async () => {
  await fc.assert(
    fc.asyncProperty(worlds, async (world) => {
      const service = await serviceIn(world)
      for (const inviterId of ['anna', 'clara', 'dora']) {
        const { items } = (await service.sent(inviterId))._unsafeUnwrap()
        const own = world.letters.map((letter, index) => ({ ...letter, index }))
        const expected = own
          .filter((letter) => letter.inviterId === inviterId)
          .map(({ index, status, left, groupId }) => ({
            ...{ invitationId: idOf(index), hasGroup: groupId !== 'gone' },
            hasRecipient: !(inviterId === 'clara' && world.isBlocked),
            status:
              status === 'Open' || status === 'Declined' ? (left > 0 ? 'Open' : 'Expired') : status,
          }))
        const found = items.map(({ invitation, recipient, group, status }) => ({
          ...{ invitationId: invitation.invitationId, hasGroup: group !== undefined },
          ...{ hasRecipient: recipient !== undefined, status },
        }))
        const byId = (one: { invitationId: string }, other: { invitationId: string }) =>
          one.invitationId < other.invitationId ? -1 : 1
        expect(found.sort(byId)).toEqual(expected.sort(byId))
      }
    }),
    runs(200),
  )
})

test('pages are the whole list, the newest first, whatever their size', async () => {
  await fc.assert(
    fc.asyncProperty(worlds, fc.integer({ min: 1, max: 9 }), async (world, limit) => {
      const service = await serviceIn(world)
      const lists: List[] = [
        (options) => service.received('bernd', options),
        (options) => service.sent('anna', options),
      ]
      for (const list of lists) {
        const whole = (await list())._unsafeUnwrap()
        expect(whole.next).toBeUndefined()
        const times = whole.items.map(({ invitation }) => +invitation.sentAt)
        expect(times).toEqual([...times].sort((one, other) => other - one))
        expect(await allPages(list, limit)).toEqual(whole.items)
      }
      const unknown = await service.received('bernd', { before: 'i-99' })
      expect(unknown._unsafeUnwrap()).toEqual({ items: [] })
    }),
    runs(200),
  )
})

type Item = ReceivedItem | SentItem
type List = (options?: PageOptions) => ResultAsync<InvitationPage<Item>, unknown>

/** The items of all pages; each has at most so many, and only the last has no `next`. */
async function allPages(list: List, limit: number): Promise<Item[]> {
  const items: Item[] = []
  let before: string | undefined
  do {
    const page = (await list({ limit, before }))._unsafeUnwrap()
    expect(page.items.length).toBeLessThanOrEqual(limit)
    items.push(...page.items)
    before = page.next
  } while (before !== undefined)
  return items
}
