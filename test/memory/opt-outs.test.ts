import type { OptOut } from 'group-invitations'
import { createInMemoryRepositories, type NetworkMember } from 'group-invitations/memory'
import { describe, expect, test } from 'vitest'
import { whilePolluted } from '../support/polluted.js'

const opened = (changes: Partial<NetworkMember> = {}) =>
  createInMemoryRepositories({ members: [{ memberId: 'bernd', displayName: 'Bernd', ...changes }] })

async function optOutsIn(repositories: ReturnType<typeof opened>, memberId = 'bernd') {
  const ids = ['anna', 'chess', 'clara', 'go']
  return (await repositories.preferences.findOptOuts([memberId], ids, ids)).get(memberId)
}

describe('the opt-outs of a network', () => {
  test.each<[object, readonly OptOut[] | undefined]>([
    [{}, undefined],
    [{ optedOut: false }, undefined],
    [{ optedOut: null, optOuts: null }, undefined],
    [{ optOuts: [] }, undefined],
    [{ optedOut: true }, ['all']],
    [{ optOuts: ['all'] }, ['all']],
    [{ optedOut: true, optOuts: ['all', { groupId: 'chess' }] }, ['all', { groupId: 'chess' }]],
    [
      { optOuts: [{ inviterId: 'anna' }, { inviterId: 'anna' }, { groupId: 'anna' }] },
      [{ inviterId: 'anna' }, { groupId: 'anna' }],
    ],
    [{ optOuts: [{ inviterId: null, groupId: 'chess' }] }, [{ groupId: 'chess' }]],
    [{ optOuts: [{ inviterId: 'anna', groupId: undefined }] }, [{ inviterId: 'anna' }]],
  ])('%o are %o', async (changes, expected) => {
    const found = (await optOutsIn(opened(changes))) ?? []
    expect([...found].sort()).toStrictEqual([...(expected ?? [])].sort())
  })

  const none = "must be 'all', { inviterId } or { groupId }"
  test.each<[unknown, string]>([
    ['none', '.optOuts[1] must be an object'],
    [7, '.optOuts[1] must be an object'],
    [true, '.optOuts[1] must be an object'],
    [{ inviter: 'anna' }, '.optOuts[1].inviter is unknown; known are inviterId, groupId'],
    [{}, `.optOuts[1] ${none}`],
    [{ inviterId: null, groupId: null }, `.optOuts[1] ${none}`],
    [{ inviterId: 7 }, `.optOuts[1] ${none}`],
    [{ inviterId: 'anna', groupId: 'chess' }, `.optOuts[1] ${none}`],
  ])('%o is a TypeError', (optOut, message) => {
    expect(() => opened({ optOuts: ['all', optOut as string] })).toThrow(
      new TypeError(`network.members[0]${message}`),
    )
  })

  test('are a TypeError if they are no list', () => {
    expect(() => opened({ optOuts: 'all' as never })).toThrow(
      new TypeError('network.members[0].optOuts must be a list'),
    )
  })

  test('are copied', async () => {
    const optOut = { inviterId: 'anna' }
    const repositories = opened({ optOuts: [optOut] })
    optOut.inviterId = 'clara'
    expect(await optOutsIn(repositories)).toStrictEqual([{ inviterId: 'anna' }])
  })
})

const each: readonly OptOut[] = [
  'all',
  { inviterId: 'anna' },
  { inviterId: 'chess' },
  { groupId: 'anna' },
  { groupId: 'chess' },
]

describe('setting', () => {
  test.each(each)('ends %o and no other, at each end alike', async (ended) => {
    const repositories = opened({
      optedOut: true,
      optOuts: each.slice(1),
    })
    const { preferences } = repositories
    await preferences.setOptOut('bernd', ended, false)
    await preferences.setOptOut('bernd', ended, false)
    expect(await optOutsIn(repositories)).toStrictEqual(each.filter((other) => other !== ended))
    await preferences.setOptOut('bernd', ended, true)
    await preferences.setOptOut('bernd', ended, true)
    const all = await optOutsIn(repositories)
    expect(all).toHaveLength(each.length)
    expect(all).toEqual(expect.arrayContaining([...each]))
  })

  test('ends one that has an undefined field besides', async () => {
    const repositories = opened()
    const { preferences } = repositories
    const optOut = { inviterId: undefined, groupId: 'chess' }
    await preferences.setOptOut('bernd', optOut, true)
    await preferences.setOptOut('bernd', { groupId: 'chess' }, false)
    expect(await optOutsIn(repositories)).toEqual([])
  })

  test('concerns one member alone, also one whom nobody knows', async () => {
    const repositories = opened({ optedOut: true })
    await repositories.preferences.setOptOut('clara', { groupId: 'chess' }, true)
    expect(await optOutsIn(repositories)).toEqual(['all'])
    expect(await optOutsIn(repositories, 'clara')).toEqual([{ groupId: 'chess' }])
    expect(await optOutsIn(repositories, 'dora')).toBeUndefined()
    await repositories.preferences.setOptOut('dora', 'all', false)
    expect(await optOutsIn(repositories, 'dora')).toEqual([])
  })

  test('keeps what it has, whatever becomes of what was handed in or out', async () => {
    const repositories = opened()
    const optOut = { inviterId: 'anna' }
    await repositories.preferences.setOptOut('bernd', optOut, true)
    optOut.inviterId = 'clara'
    const found = (await optOutsIn(repositories)) as OptOut[]
    expect(() => Object.assign(found[0] ?? {}, { inviterId: 'clara' })).toThrow(TypeError)
    found.pop()
    expect(await optOutsIn(repositories)).toStrictEqual([{ inviterId: 'anna' }])
  })

  test('is found only if it is asked for', async () => {
    const { preferences } = opened()
    for (const optOut of ['all', { inviterId: 'anna' }, { groupId: 'chess' }] as const) {
      await preferences.setOptOut('bernd', optOut, true)
    }
    const found = async (inviterIds: string[], groupIds: string[]) =>
      (await preferences.findOptOuts(['bernd'], inviterIds, groupIds)).get('bernd')
    expect(await found([], [])).toEqual(['all'])
    expect(await found(['anna', 'chess'], ['anna'])).toEqual(['all', { inviterId: 'anna' }])
    expect(await found(['chess'], ['chess'])).toEqual(['all', { groupId: 'chess' }])
  })

  test('is not confused by what Object.prototype has', async () => {
    await whilePolluted('inviterId', 'anna', async () => {
      const repositories = opened()
      await repositories.preferences.setOptOut('bernd', { groupId: 'chess' }, true)
      await repositories.preferences.setOptOut('bernd', { groupId: 'go' }, false)
      expect(await optOutsIn(repositories)).toEqual([{ groupId: 'chess' }])
      await repositories.preferences.setOptOut('bernd', { groupId: 'chess' }, false)
      expect(await optOutsIn(repositories)).toEqual([])
    })
  })
})
