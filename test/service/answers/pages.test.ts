import type { AnswerService, Invitation, PageOptions } from 'group-invitations'
import { createInMemoryRepositories, type Network } from 'group-invitations/memory'
import { ok } from 'neverthrow'
import { describe, expect, test } from 'vitest'
import { SENT } from '../../support/answering.js'
import { after, NOW } from '../../support/builders.js'
import { NETWORK } from '../../support/network.js'
import { recorded } from '../../support/recorded.js'
import { answersOver } from '../../support/sending.js'

/** So many invitations of Anna to Bernd, `i-1` the newest; every third one erased. */
const many = (length: number, changes: Partial<Invitation> = {}): Invitation[] =>
  Array.from({ length }, (_, index) => ({
    ...SENT,
    invitationId: `i-${index + 1}`,
    sentAt: after(NOW, -index),
    ...(index % 3 === 2 && { text: '' }),
    ...changes,
  }))

const networkWith = (length: number): Network => ({ ...NETWORK, invitations: many(length) })
const serviceWith = (length: number) => answersOver(createInMemoryRepositories(networkWith(length)))

const lists = {
  received: (service: AnswerService, options?: PageOptions) => service.received('bernd', options),
  sent: (service: AnswerService, options?: PageOptions) => service.sent('anna', options),
}
type List = keyof typeof lists
const both = ['received', 'sent'] as const

async function page(list: List, service: AnswerService, options?: PageOptions) {
  const { items, ...rest } = (await lists[list](service, options))._unsafeUnwrap()
  return { ids: items.map(({ invitation }) => invitation.invitationId), ...rest }
}

describe.each(both)('the pages of %s', (list) => {
  const isShown = (id: number) => list === 'sent' || id % 3 !== 0
  const ids = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => from + index)
      .filter(isShown)
      .map((id) => `i-${id}`)

  test('are 100 by default, and the last has no next', async () => {
    const service = serviceWith(150)
    expect(await page(list, service)).toStrictEqual({ ids: ids(1, 100), next: 'i-100' })
    expect(await page(list, service, { before: 'i-100' })).toStrictEqual({ ids: ids(101, 150) })
  })

  test.each([
    [99, undefined],
    [100, undefined],
    [101, 'i-100'],
  ])('of %d invitations have the next %s', async (length, next) => {
    const { next: found } = { next: undefined, ...(await page(list, serviceWith(length))) }
    expect(found).toBe(next)
  })

  test('of one each are all of them, some without an item if what is hidden is left out', async () => {
    const service = serviceWith(7)
    const pages: (readonly string[])[] = []
    let before: string | undefined
    do {
      const found = await page(list, service, { limit: 1, ...(before !== undefined && { before }) })
      pages.push(found.ids)
      before = Object.hasOwn(found, 'next') ? String(Reflect.get(found, 'next')) : undefined
    } while (before !== undefined)
    expect(pages).toStrictEqual([1, 2, 3, 4, 5, 6, 7].map((id) => ids(id, id)))
  })

  test('have up to 1,000', async () => {
    const service = serviceWith(1001)
    expect(await page(list, service, { limit: 1000 })).toStrictEqual({
      ids: ids(1, 1000),
      next: 'i-1000',
    })
    expect(await page(list, serviceWith(1000), { limit: 1000 })).toStrictEqual({
      ids: ids(1, 1000),
    })
  })

  test.each(['unknown', '__proto__', 'i-0', 'I-1', 'ä'.repeat(255)])(
    'before %s, which is not there, are empty',
    async (before) => {
      expect(await page(list, serviceWith(5), { before })).toStrictEqual({ ids: [] })
    },
  )

  test('before the last one are empty', async () => {
    expect(await page(list, serviceWith(5), { before: 'i-5' })).toStrictEqual({ ids: [] })
  })

  test('before somebody else’s are empty', async () => {
    const invitations = [
      ...many(3),
      { ...SENT, invitationId: 'other', inviterId: 'clara', recipientId: 'dora' },
    ]
    const service = answersOver(createInMemoryRepositories({ ...NETWORK, invitations }))
    expect(await page(list, service, { before: 'other' })).toStrictEqual({ ids: [] })
  })

  test('go on before one that is hidden', async () => {
    expect(await page(list, serviceWith(5), { before: 'i-3' })).toStrictEqual({ ids: ids(4, 5) })
  })
})

describe('the calls', () => {
  const names = (list: List) =>
    list === 'received'
      ? [
          'answers.findInvitationsOf',
          'answers.findChanges',
          'profiles.findProfiles',
          'groups.findGroups',
          'memberships.findStandings',
          'preferences.findOptOuts',
        ]
      : [
          'answers.findInvitationsOf',
          'answers.findChanges',
          'profiles.findProfiles',
          'groups.findGroups',
        ]

  test.each(both.flatMap((list) => [1, 2, 100].map((length) => ({ list, length }))))(
    'of $list are the same for $length invitations',
    async ({ list, length }) => {
      const { repositories, calls } = recorded(createInMemoryRepositories(networkWith(length)))
      expect(await page(list, answersOver(repositories))).not.toHaveProperty('next')
      expect(calls.map(([name]) => name)).toEqual(names(list))
    },
  )

  test.each(both)('of %s are none but the first if there is nothing', async (list) => {
    const { repositories, calls } = recorded(createInMemoryRepositories(networkWith(0)))
    expect(await page(list, answersOver(repositories))).toStrictEqual({ ids: [] })
    expect(calls.map(([name]) => name)).toEqual(['answers.findInvitationsOf'])
  })

  const invitations = [
    ...many(2),
    { ...SENT, invitationId: 'i-3', groupId: 'chess', sentAt: after(NOW, -5) },
    { ...SENT, invitationId: 'i-4', sentAt: after(NOW, -6) },
  ]

  test('of received have each identifier once, and one invitation more than the limit', async () => {
    const { repositories, calls } = recorded(
      createInMemoryRepositories({ ...NETWORK, invitations }),
    )
    await answersOver(repositories).received('bernd', { limit: 2, before: 'i-1' })
    const groupIds = ['typescript-hamburg', 'chess']
    expect(calls).toStrictEqual([
      ['answers.findInvitationsOf', 'bernd', 'recipient', 3, 'i-1'],
      ['answers.findChanges', ['i-2', 'i-3']],
      ['profiles.findProfiles', ['anna', 'bernd'], 'bernd'],
      ['groups.findGroups', groupIds],
      ['memberships.findStandings', groupIds, ['bernd']],
      ['preferences.findOptOuts', ['bernd'], ['anna'], groupIds],
    ])
  })

  test('of received are for all inviters and the recipient, however many there are', async () => {
    const by = (index: number) => `inviter-${index}`
    const ones = many(1000).map((each, index) => ({ ...each, inviterId: by(index) }))
    const { repositories, calls } = recorded(
      createInMemoryRepositories({ ...NETWORK, invitations: ones }),
    )
    await answersOver(repositories).received('bernd', { limit: 1000 })
    const inviterIds = ones.map(({ inviterId }) => inviterId)
    expect(calls).toContainEqual(['profiles.findProfiles', [...inviterIds, 'bernd'], 'bernd'])
    expect(calls).toHaveLength(6)
  })

  test('of sent have each identifier once', async () => {
    const { repositories, calls } = recorded(
      createInMemoryRepositories({ ...NETWORK, invitations }),
    )
    await answersOver(repositories).sent('anna')
    expect(calls).toStrictEqual([
      ['answers.findInvitationsOf', 'anna', 'inviter', 101, undefined],
      ['answers.findChanges', ['i-1', 'i-2', 'i-3', 'i-4']],
      ['profiles.findProfiles', ['bernd'], 'anna'],
      ['groups.findGroups', ['typescript-hamburg', 'chess']],
    ])
  })
})

test('an empty list is a page without a next', async () => {
  const service = serviceWith(0)
  expect(await service.received('bernd', { limit: 1 })).toStrictEqual(ok({ items: [] }))
  expect(await service.sent('anna', { limit: 1 })).toStrictEqual(ok({ items: [] }))
})
