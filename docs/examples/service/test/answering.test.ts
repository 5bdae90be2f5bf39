import { repeatableAt } from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { de, en } from 'group-invitations/messages'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aRequest, NOW } from '../../../../test/support/builders.js'
import { NETWORK } from '../../../../test/support/network.js'
import { sentAs } from '../../../../test/support/sending.js'
import { keyOf } from '../invitation-key.js'
import { ORIGIN, type Served, served } from './served.js'

const { inviterId: _inviterId, ...draft } = aRequest()
const reference = { field: 'haves', entry: 'TypeScript' }
const invitationId = keyOf('anna', 'form-1')
const path = `/invitations/${invitationId}`

let site: Served
beforeEach(async () => {
  site = await served()
  expect(
    await site.call('PUT', '/invitations/form-1', { body: { ...draft, reference } }),
  ).toMatchObject({ status: 201 })
})
afterEach(() => site.close())

const received = async () => (await site.call('GET', '/invitations/received', BERND)).body
const sent = async () => (await site.call('GET', '/invitations/sent')).body
const standingOf = async (memberId: string) => {
  const { memberships } = site.repositories
  const standings = await memberships.findStandings(['typescript-hamburg'], [memberId])
  return standings.get('typescript-hamburg')?.get(memberId)
}
const BERND = { as: 'bernd' }

const words = {
  invitationId,
  subject: draft.subject,
  text: draft.text,
  sentAt: NOW.toISOString(),
  repeatableAt: repeatableAt(NOW).toISOString(),
}
const group = { groupId: 'typescript-hamburg', name: 'TypeScript Hamburg' }

describe('the two lists', () => {
  test('give each side what its screen shows, and nothing else', async () => {
    expect(await received()).toEqual({
      items: [
        { ...words, reference, inviter: { memberId: 'anna', displayName: 'Anna Schmidt' }, group },
      ],
    })
    const recipient = { memberId: 'bernd', displayName: 'Bernd Müller' }
    expect(await sent()).toEqual({
      items: [{ ...words, recipient, group, status: 'Open', statusInWords: 'Open' }],
    })
  })

  test('let no more of a profile or a group out, whatever the store returns', async () => {
    await site.close()
    const { profiles, groups, ...others } = site.repositories
    const secret = { locale: 'de-DE', wants: ['a job'], email: 'secret@mail.example' }
    site = await served({
      ...others,
      profiles: {
        findProfiles: async (memberIds, viewerId) =>
          new Map(
            [...(await profiles.findProfiles(memberIds, viewerId))].map(([memberId, profile]) => [
              memberId,
              { ...profile, ...secret },
            ]),
          ),
      },
      groups: {
        findGroups: async (groupIds) =>
          new Map(
            [...(await groups.findGroups(groupIds))].map(([groupId, found]) => [
              groupId,
              { ...found, secret },
            ]),
          ),
      },
    })
    for (const list of [await received(), await sent()]) {
      expect(list).toMatchObject({ items: [{ group }] })
      expect(JSON.stringify(list)).not.toMatch(/secret|de-DE|a job|wants|other/)
    }
  })

  test('link people and groups that have an address', async () => {
    await site.close()
    const url = 'https://elbnetz.example/page'
    const stored = createInMemoryRepositories({
      ...NETWORK,
      members: NETWORK.members.map((member) => ({ ...member, url })),
      groups: NETWORK.groups.map((each) => ({ ...each, url, admission: 'open' })),
      invitations: [sentAs('i-1')],
    })
    site = await served(stored)
    const both = { ...words, invitationId: 'i-1', group: { ...group, url } }
    const inviter = { memberId: 'anna', displayName: 'Anna Schmidt', url }
    expect(await received()).toEqual({ items: [{ ...both, inviter }] })
    const recipient = { memberId: 'bernd', displayName: 'Bernd Müller', url }
    expect(await sent()).toEqual({
      items: [{ ...both, recipient, status: 'Open', statusInWords: 'Open' }],
    })
  })

  test('keep a declined invitation open to the inviter', async () => {
    const before = await sent()
    expect(await site.call('POST', `${path}/decline`, BERND)).toMatchObject({ status: 200 })
    expect(await sent()).toEqual(before)
    expect(JSON.stringify(await sent())).not.toMatch(/declin/i)
    expect(await received()).toEqual({ items: [] })
  })

  test('come in pages, each with the cursor of the next', async () => {
    const byClara = { ...draft, text: 'Lieber Bernd, TypeScript?' }
    await site.call('PUT', '/invitations/form-1', { as: 'clara', body: byClara })
    const first = await site.call('GET', '/invitations/received?limit=1', BERND)
    expect(first).toMatchObject({ body: { items: [{}], next: expect.any(String) as string } })
    const { next } = first.body as { next: string }
    const path = `/invitations/received?limit=1&before=${encodeURIComponent(next)}`
    const second = await site.call('GET', path, BERND)
    expect(second.body).not.toHaveProperty('next')
    const inviters = [first, second].map(
      ({ body }) => (body as { items: { inviter: object }[] }).items[0]?.inviter,
    )
    expect(inviters).toHaveLength(2)
    expect(inviters).toContainEqual({ memberId: 'anna', displayName: 'Anna Schmidt' })
    expect(inviters).toContainEqual({ memberId: 'clara', displayName: 'Clara Nowak' })
    expect((await site.call('GET', '/invitations/sent?before=unknown')).body).toEqual({ items: [] })
  })

  test('have the library’s own size if the query has none', async () => {
    await site.close()
    const invitations = Array.from({ length: 101 }, (_, index) => ({
      ...sentAs(`i-${index}`),
      sentAt: new Date(+NOW - index),
    }))
    const { answers } = createInMemoryRepositories({ ...NETWORK, invitations })
    site = await served({ answers })
    for (const [list, as] of [
      ['received', 'bernd'],
      ['sent', 'anna'],
    ] as const) {
      const { body } = await site.call('GET', `/invitations/${list}`, { as })
      expect(body).toMatchObject({ next: 'i-99' })
      expect((body as { items: readonly object[] }).items).toHaveLength(100)
    }
  })

  test.each([
    ['limit=0', '#/limit'],
    ['limit=', '#/limit'],
    ['limit=1.5', '#/limit'],
    ['limit=many', '#/limit'],
    ['limit=1001', '#/limit'],
    ['before=', '#/before'],
    ['before=%00', '#/before'],
    [`before=${'x'.repeat(256)}`, '#/before'],
  ])('say what is wrong with a page: %s', async (query, pointer) => {
    for (const list of ['received', 'sent']) {
      expect(await site.call('GET', `/invitations/${list}?${query}`)).toMatchObject({
        status: 400,
        type: 'application/problem+json',
        body: { instance: `/invitations/${list}`, errors: [{ type: 'InvalidRequest', pointer }] },
      })
    }
  })
})

describe('the answers', () => {
  test('accepting asks a moderator, and both sides see it', async () => {
    const accepted = await site.call('POST', `${path}/accept`, BERND)
    expect(accepted).toEqual({
      status: 200,
      type: 'application/json',
      body: {
        invitationId,
        standing: 'pending',
        message: en.describeAnswer('accept', { standing: 'pending' }),
      },
    })
    expect(await standingOf('bernd')).toBe('pending')
    expect(await site.call('POST', `${path}/accept`, BERND)).toEqual(accepted)
    expect(await sent()).toMatchObject({ items: [{ status: 'Accepted' }] })
    expect(await received()).toEqual({ items: [] })
  })

  test('declining says what the inviter does not learn, in the reader’s language', async () => {
    const declined = await site.call('POST', `${path}/decline`, { ...BERND, language: 'de' })
    expect(declined.body).toEqual({
      invitationId,
      message: de.describeAnswer('decline', {}),
    })
    expect(await site.call('POST', `${path}/withdraw`)).toEqual({
      status: 200,
      type: 'application/json',
      body: { invitationId, message: en.describeAnswer('withdraw', {}) },
    })
  })

  test('declining looks the same whether the invitation is open or was withdrawn', async () => {
    const open = await site.call('POST', `${path}/decline`, BERND)
    await site.call('POST', `${path}/withdraw`)
    expect(await site.call('POST', `${path}/decline`, BERND)).toEqual(open)
  })

  test('withdrawing is the inviter’s and a moderator’s', async () => {
    expect(await site.call('POST', `${path}/withdraw`, { as: 'clara' })).toMatchObject({
      status: 200,
    })
    expect(await sent()).toMatchObject({ items: [{ status: 'Withdrawn' }] })
    expect(await site.call('POST', `${path}/accept`, BERND)).toMatchObject({
      status: 410,
      type: 'application/problem+json',
      body: { title: 'Invitation gone', instance: `${path}/accept` },
    })
  })

  test('nobody else’s invitation exists, and no unknown one', async () => {
    const calls = [
      ['accept', 'anna'],
      ['accept', 'clara'],
      ['decline', 'dora'],
      ['withdraw', 'bernd'],
      ['withdraw', 'dora'],
    ] as const
    for (const [action, as] of calls) {
      const others = await site.call('POST', `${path}/${action}`, { as })
      const unknown = await site.call('POST', `/invitations/unknown/${action}`, { as })
      expect(others).toMatchObject({ status: 410, body: { title: 'Invitation gone' } })
      const { instance: _path, ...body } = unknown.body as { instance: string }
      expect(others).toEqual({ ...unknown, body: { ...body, instance: `${path}/${action}` } })
    }
    expect(await sent()).toMatchObject({ items: [{ status: 'Open' }] })
  })

  test('are given as the one who is logged in, whatever the call says besides', async () => {
    for (const action of ['accept', 'decline', 'withdraw']) {
      const body = { memberId: 'bernd', inviterId: 'anna', network: 'spam', invitationId }
      const query = 'memberId=bernd&network=spam'
      expect(
        await site.call('POST', `${path}/${action}?${query}`, { as: 'dora', body }),
      ).toMatchObject({ status: 410, body: { instance: `${path}/${action}` } })
    }
    expect(await site.repositories.answers.findChanges([invitationId])).toEqual(new Map())
  })

  test('are told each in words for the one who asks', async () => {
    await site.call('POST', `${path}/accept`, BERND)
    expect(await site.call('POST', `${path}/decline`, BERND)).toMatchObject({
      status: 409,
      body: {
        detail: en.describe({ audience: 'recipient', type: 'InvitationAccepted', invitationId }),
      },
    })
    expect(await site.call('POST', `${path}/withdraw`)).toMatchObject({
      status: 409,
      body: {
        detail: en.describe({ audience: 'inviter', type: 'InvitationAccepted', invitationId }),
      },
    })
  })

  test('tell a banned recipient of the ban, and the inviter nothing', async () => {
    const before = await sent()
    site.repositories.setStanding('typescript-hamburg', 'bernd', 'banned')
    expect(await site.call('POST', `${path}/accept`, BERND)).toMatchObject({
      status: 403,
      body: { detail: en.describe({ audience: 'recipient', type: 'RecipientBanned' }) },
    })
    expect(await sent()).toEqual(before)
    expect(await standingOf('bernd')).toBe('banned')
  })

  test('are not given by a GET, a HEAD, another site or somebody who is not logged in', async () => {
    for (const action of ['accept', 'decline', 'withdraw']) {
      for (const as of ['anna', 'bernd']) {
        const ask = (init: RequestInit, headers: Record<string, string> = {}) =>
          fetch(`${site.origin}${path}/${action}`, {
            ...init,
            headers: { 'X-Member': as, ...headers },
          })
        for (const method of ['GET', 'HEAD']) expect((await ask({ method })).status).toBe(404)
        // A form on another site has a type that needs no permission, or none.
        for (const body of [new URLSearchParams(), new FormData(), 'text', null]) {
          const headers = { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }
          expect((await ask({ method: 'POST', body }, headers)).status).toBe(403)
        }
      }
      const nobody = { method: 'POST', headers: { 'Content-Type': 'application/json' } }
      expect((await fetch(`${site.origin}${path}/${action}`, nobody)).status).toBe(401)
    }
    expect(await site.repositories.answers.findChanges([invitationId])).toEqual(new Map())
  })

  test('say so if something has failed, and log whether it may be stored', async () => {
    await site.close()
    const { answers, invitations } = site.repositories
    const change = () => Promise.reject(new Error('down'))
    site = await served({ invitations, answers: { ...answers, change } })
    const answer = await site.call('POST', `${path}/accept`, BERND)
    expect(answer).toMatchObject({ status: 503, body: { title: 'Service unavailable' } })
    expect(site.logged).toMatchObject([
      {
        ...{ dependency: 'answers', operation: 'change', effect: 'unknown' },
        cause: { name: 'Error', message: 'down' },
      },
    ])
  })
})

describe('never again', () => {
  const mutes = ['/mutes/members/anna', '/mutes/groups/typescript-hamburg']
  const ask = (method: string, mute: string, headers: Record<string, string> = {}) =>
    fetch(`${site.origin}${mute}`, {
      method,
      headers: { 'X-Member': 'bernd', Origin: ORIGIN, ...headers },
    })

  test.each(mutes)('%s, and the way back', async (mute) => {
    const [before, beforeSent] = [await received(), await sent()]
    expect((await ask('PUT', mute)).status).toBe(204)
    expect((await ask('PUT', mute)).status).toBe(204)
    expect(await received()).toEqual({ items: [] })
    expect(await sent()).toEqual(beforeSent)
    // To end the other one, or the one from everything, ends nothing here.
    for (const other of mutes) if (other !== mute) await ask('DELETE', other)
    expect(await received()).toEqual({ items: [] })
    expect((await ask('DELETE', mute)).status).toBe(204)
    expect(await received()).toEqual(before)
  })

  test.each(mutes)('%s is told to nobody, and stops the next invitation', async (mute) => {
    await ask('PUT', mute, { 'X-Member': 'clara' })
    const body = { ...draft, recipientId: 'clara', text: 'Liebe Clara, Schach?', groupId: 'chess' }
    const check = () => site.call('POST', '/invitations/check', { body })
    if (mute.includes('groups')) {
      expect(JSON.stringify(await check())).not.toContain('RecipientUnavailable')
      await ask('PUT', '/mutes/groups/chess', { 'X-Member': 'clara' })
    }
    expect(await check()).toMatchObject({
      status: 409,
      body: { errors: [{ type: 'RecipientUnavailable' }] },
    })
  })

  test.each(mutes)('%s does not react to a look, another site or nobody', async (mute) => {
    const before = await received()
    for (const method of ['GET', 'HEAD']) expect((await ask(method, mute)).status).toBe(404)
    const evil = { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }
    expect((await ask('PUT', mute, evil)).status).toBe(403)
    const body = new URLSearchParams()
    expect((await fetch(`${site.origin}${mute}`, { method: 'POST', body })).status).toBe(403)
    const json = { 'Content-Type': 'application/json' }
    const nobody = await fetch(`${site.origin}${mute}`, { method: 'PUT', headers: json })
    expect(nobody.status).toBe(401)
    expect(await received()).toEqual(before)
  })

  test('says what is wrong with an identifier', async () => {
    for (const kind of ['members', 'groups']) {
      const mute = `/mutes/${kind}/${'x'.repeat(256)}`
      for (const method of ['PUT', 'DELETE']) {
        expect(await site.call(method, mute, BERND)).toMatchObject({
          status: 400,
          type: 'application/problem+json',
          body: { errors: [{ type: 'InvalidRequest' }] },
        })
      }
    }
  })
})
