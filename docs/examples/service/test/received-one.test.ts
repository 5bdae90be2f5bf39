import type { OptOut } from 'group-invitations'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aRequest, NOW } from '../../../../test/support/builders.js'
import { keyOf } from '../invitation-key.js'
import { type Served, served } from './served.js'

const { inviterId: _inviterId, ...draft } = aRequest()
const reference = { field: 'haves', entry: 'TypeScript' }
const invitationId = keyOf('anna', 'form-1')
const path = `/invitations/${invitationId}`
const BERND = { as: 'bernd' }

let site: Served
beforeEach(async () => {
  site = await served()
  const body = { ...draft, reference }
  expect(await site.call('PUT', '/invitations/form-1', { body })).toMatchObject({ status: 201 })
})
afterEach(() => site.close())

const shown = (as = 'bernd', at = path) => site.call('GET', at, { as })
/** The answer for what never was, at this path. */
async function gone(at = path) {
  const { body, ...answer } = await shown('bernd', '/invitations/unknown')
  return { ...answer, body: { ...(body as object), instance: at } }
}

describe('one invitation', () => {
  test('is shown to its recipient as in the list', async () => {
    const { body } = await site.call('GET', '/invitations/received', BERND)
    const { items } = body as { items: readonly unknown[] }
    expect(items).toHaveLength(1)
    expect(await shown()).toEqual({ status: 200, type: 'application/json', body: items[0] })
  })

  test('is the one that is asked for, of several', async () => {
    const byClara = { ...draft, text: 'Lieber Bernd, TypeScript?' }
    await site.call('PUT', '/invitations/form-1', { as: 'clara', body: byClara })
    const another = keyOf('clara', 'form-1')
    for (const id of [invitationId, another]) {
      expect(await shown('bernd', `/invitations/${id}`)).toMatchObject({
        status: 200,
        body: { invitationId: id },
      })
    }
  })

  test('is not changed by a look', async () => {
    const before = await shown()
    expect((await fetch(`${site.origin}${path}`, { method: 'HEAD' })).status).toBe(401)
    expect(await shown()).toEqual(before)
    expect(await site.repositories.answers.findChanges([invitationId])).toEqual(new Map())
  })

  test('is not there if it never was', async () => {
    expect(await gone()).toMatchObject({
      status: 410,
      type: 'application/problem+json',
      body: { title: 'Invitation gone', status: 410, instance: path },
    })
  })

  test.each(['anna', 'clara', 'dora'])('is not there for somebody else: %s', async (as) => {
    expect(await shown(as)).toEqual(await gone())
  })

  test.each(['accept', 'decline', 'withdraw'])('is not there after: %s', async (action) => {
    const as = action === 'withdraw' ? 'anna' : 'bernd'
    expect(await site.call('POST', `${path}/${action}`, { as })).toMatchObject({ status: 200 })
    expect(await shown()).toEqual(await gone())
  })

  test.each<[string, OptOut]>([
    ['everything', 'all'],
    ['the inviter', { inviterId: 'anna' }],
    ['the group', { groupId: 'typescript-hamburg' }],
  ])('is not there if the recipient has muted %s', async (_what, optOut) => {
    await site.repositories.preferences.setOptOut('bernd', optOut, true)
    expect(await shown()).toEqual(await gone())
    await site.repositories.preferences.setOptOut('bernd', optOut, false)
    expect(await shown()).toMatchObject({ status: 200 })
  })

  test.each(['member', 'moderator', 'banned'] as const)(
    'is not there for a recipient who is: %s',
    async (standing) => {
      site.repositories.setStanding('typescript-hamburg', 'bernd', standing)
      expect(await shown()).toEqual(await gone())
    },
  )

  test('is not there once it has expired', async () => {
    const { invitations } = site.repositories
    await site.close()
    const findInvitation = async (id: string) => {
      const found = await invitations.findInvitation(id)
      return found && { ...found, repeatableAt: NOW }
    }
    site = await served({ ...site.repositories, invitations: { ...invitations, findInvitation } })
    expect(await shown()).toEqual(await gone())
  })

  test('asks a store for no identifier that there cannot be', async () => {
    const asked: string[] = []
    const { invitations } = site.repositories
    await site.close()
    const findInvitation = (id: string) => {
      asked.push(id)
      return invitations.findInvitation(id)
    }
    site = await served({ ...site.repositories, invitations: { ...invitations, findInvitation } })
    for (const id of ['%00', 'a%00b', '%0A', 'x'.repeat(256), '%F0%9F%91%A9'.repeat(256)]) {
      expect(await shown('bernd', `/invitations/${id}`)).toMatchObject({ status: 410 })
    }
    expect(asked).toEqual([])
    await shown('bernd', `/invitations/${'%F0%9F%91%A9'.repeat(255)}`)
    expect(asked).toEqual(['👩'.repeat(255)])
  })

  test('says so if something has failed, and logs what', async () => {
    const { invitations } = site.repositories
    await site.close()
    const findInvitation = () => Promise.reject(new Error('down'))
    site = await served({ ...site.repositories, invitations: { ...invitations, findInvitation } })
    expect(await shown()).toMatchObject({ status: 503, body: { title: 'Service unavailable' } })
    expect(site.logged).toMatchObject([{ effect: 'none', cause: { message: 'down' } }])
  })
})
