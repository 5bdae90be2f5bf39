import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import {
  InvitationPolicy,
  InvitationService,
  type MemberId,
  type Repositories,
} from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { renderEmail, type RenderedNews } from 'group-invitations/messages'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { deliver } from '../mailing.js'
import { optOutLinks } from '../opt-out-links.js'
import { relayAll } from '../../relaying.js'
import { invitationRoutes } from '../service.js'
import { aRequest, NOW } from '../../../../test/support/builders.js'
import { openMailbox } from '../../../../test/mail/mailbox.js'
import { NETWORK } from '../../../../test/support/network.js'
import { pageOf } from '../../../../test/support/page.js'
import { aPrepared } from '../../../../test/support/prepared.js'

const links = optOutLinks('https://elbnetz.example/opt-out', 'a secret of the tests')
const { inviterId: _inviterId, ...draft } = aRequest()

let repositories: ReturnType<typeof createInMemoryRepositories>
let server: ReturnType<typeof serve>
let origin: string

async function open(changes: Partial<Repositories> = {}) {
  repositories = createInMemoryRepositories(NETWORK)
  const { fetch } = invitationRoutes(
    { ...repositories, ...changes },
    {
      memberOf: (request) => request.headers.get('X-Member') ?? undefined,
      links,
      clock: () => NOW,
    },
  )
  server = serve({ fetch, port: 0, hostname: '127.0.0.1' })
  await once(server, 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const close = () => new Promise((resolve) => server.close(resolve))

beforeEach(() => open())
afterEach(close)

/** One call over HTTP: its status, its media type and what it answers. */
async function call(
  method: string,
  path: string,
  { as = 'anna', body, language = 'en' }: { as?: string; body?: unknown; language?: string } = {},
) {
  const answer = await fetch(`${origin}${path}`, {
    method,
    headers: { 'X-Member': as, 'Accept-Language': language, 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const [type] = (answer.headers.get('Content-Type') ?? '').split(';')
  const text = await answer.text()
  return { status: answer.status, type, body: JSON.parse(text) as unknown }
}

describe('choosing', () => {
  test('a group for a member', async () => {
    expect(await call('GET', '/members/bernd/groups')).toEqual({
      status: 200,
      type: 'application/json',
      body: [
        { audience: 'inviter', groupId: 'typescript-hamburg', denials: [], reasons: [] },
        {
          audience: 'inviter',
          groupId: 'chess',
          denials: [{ type: 'AlreadyMember' }],
          reasons: ['This member is in the group already.'],
        },
      ],
    })
  })

  test('a contact for a group, and nothing of why one is unavailable', async () => {
    const { body } = await call('GET', '/groups/typescript-hamburg/contacts', {
      language: 'fr, en;q=0.5, de-AT;q=0.7',
    })
    expect(body).toMatchObject([{ contactId: 'bernd', denials: [], reasons: [] }])
    const isDone = await new InvitationService(
      new InvitationPolicy(repositories),
      repositories,
    ).optOut('bernd')
    expect(isDone.isOk()).toBe(true)
    expect(
      (
        await call('GET', '/groups/typescript-hamburg/contacts', {
          language: 'fr, en;q=0.5, de-AT;q=0.7',
        })
      ).body,
    ).toEqual([
      {
        audience: 'inviter',
        contactId: 'bernd',
        denials: [{ type: 'RecipientUnavailable' }],
        reasons: ['Dieses Mitglied kann nicht in diese Gruppe eingeladen werden.'],
      },
    ])
  })

  test('a group that cannot be asked for', async () => {
    const { status, body } = await call('GET', `/members/${'x'.repeat(256)}/groups`)
    expect({ status, body }).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '#/recipientId' }] },
    })
    expect(await call('GET', `/groups/${'x'.repeat(256)}/contacts`)).toMatchObject({ status: 400 })
  })
})

describe('checking', () => {
  test('gives advice where nothing stands in the way', async () => {
    expect(await call('POST', '/invitations/check', { body: draft })).toEqual({
      status: 200,
      type: 'application/json',
      body: { advice: [] },
    })
    const text = `${draft.text} elbschach.de`
    expect(await call('POST', '/invitations/check', { body: { ...draft, text } })).toMatchObject({
      body: {
        advice: [
          'A personal invitation needs no links or e-mail addresses. Please leave this out: “elbschach.de”.',
        ],
      },
    })
  })

  test('tells what does', async () => {
    const refusal = await call('POST', '/invitations/check', {
      body: { ...draft, text: 'a'.repeat(501) },
    })
    expect(refusal).toMatchObject({
      status: 422,
      type: 'application/problem+json',
      body: {
        title: 'Text too long',
        instance: '/invitations/check',
        errors: [
          { type: 'TextTooLong', pointer: '#/text' },
          { type: 'SalutationMissing' },
          { type: 'ProfileReferenceMissing' },
        ],
      },
    })
  })

  test('goes by who is logged in, whatever the body says', async () => {
    const body = { ...draft, inviterId: 'anna' }
    expect(await call('POST', '/invitations/check', { as: 'dora', body })).toMatchObject({
      status: 403,
      body: { errors: [{ type: 'InviterNotInGroup' }] },
    })
  })

  test.each(['', '{', 'null', '[]', '"text"'])('takes %j for what it is', async (body) => {
    const answer = await call('POST', '/invitations/check', { body })
    expect(answer).toMatchObject({ status: 400, type: 'application/problem+json' })
  })

  test('says that it cannot, where something has failed', async () => {
    await close()
    const profiles = { findProfiles: () => Promise.reject(new Error('password')) }
    await open({ profiles })
    const answer = await call('POST', '/invitations/check', { body: draft })
    expect(answer).toMatchObject({ status: 503, body: { title: 'Service unavailable' } })
    expect(JSON.stringify(answer)).not.toMatch(/password|profiles/)
  })

  test('is kept out of caches', async () => {
    const answer = await fetch(`${origin}/members/bernd/groups`, {
      headers: { 'X-Member': 'anna' },
    })
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
  })

  test('is for who is logged in', async () => {
    const answer = await fetch(`${origin}/members/bernd/groups`)
    expect(answer.status).toBe(401)
  })
})

describe('sending', () => {
  test('sends once, and says the same again', async () => {
    const sent = await call('PUT', '/invitations/form-1', { body: draft })
    expect(sent).toMatchObject({
      status: 201,
      body: { invitationId: 'form-1', recipientId: 'bernd' },
    })
    expect(await call('PUT', '/invitations/form-1', { body: draft })).toEqual({
      ...sent,
      status: 200,
    })
    expect(
      await call('PUT', '/invitations/form-1', { body: { ...draft, text: 'Lieber Bernd!' } }),
    ).toMatchObject({
      status: 422,
      body: { title: 'Invitation id reused' },
    })
    expect(await call('PUT', '/invitations/form-2', { body: draft, language: 'de' })).toMatchObject(
      {
        status: 409,
        body: {
          detail:
            'Sie haben dieses Mitglied in den letzten 6 Monaten schon in diese oder eine andere Gruppe eingeladen. Eine weitere Einladung ist ab dem 12. November 2026 wieder möglich (12:00 UTC).',
          repeatableAt: '2026-11-12T12:00:00.000Z',
        },
      },
    )
  })
})

describe('the way out', () => {
  const pathOf = (url: string) => url.replace('https://elbnetz.example', origin)

  test('is in the e-mail; looking at it changes nothing, and a POST does it', async () => {
    const mailbox = await openMailbox()
    const news: RenderedNews[] = []
    const mailing = {
      ...{ transport: mailbox.transport, links },
      addressOf: (memberId: MemberId) => Promise.resolve(`${memberId}@mail.example`),
      storeNews: (item: RenderedNews) => Promise.resolve(void news.push(item)),
    }
    expect(await call('PUT', '/invitations/form-1', { body: draft })).toMatchObject({ status: 201 })
    const service = new InvitationService(new InvitationPolicy(repositories), repositories)
    expect(await relayAll(service, repositories, (prepared) => deliver(prepared, mailing))).toEqual(
      [],
    )
    expect(news).toMatchObject([{ title: 'TypeScript in Hamburg', idempotencyKey: 'form-1.news' }])
    const [mail] = await mailbox.arrived()
    await mailbox.close()

    const header = mail?.headerLines.find(({ key }) => key === 'list-unsubscribe')?.line ?? ''
    const [, link = ''] = /<(.*)>/.exec(header) ?? []
    expect(pageOf(mail?.html || '').attributesOf('a', 'href')).toEqual([link])

    const looked = await fetch(pathOf(link))
    const page = pageOf(await looked.text())
    expect(looked.status).toBe(200)
    expect(page.textsOf('button')).toEqual(['Switch off group invitations'])
    expect(page.attributesOf('form', 'method')).toEqual(['post'])
    expect(page.attributesOf('form', 'action')).toEqual([undefined])
    expect(page.attributesOf('meta', 'content')).toContain('noindex')
    expect((await repositories.preferences.findOptedOut(['bernd'])).size).toBe(0)

    const done = await fetch(pathOf(link), {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    })
    expect([done.status, pageOf(await done.text()).textsOf('p')]).toEqual([
      200,
      ['Nobody can invite you into groups any more.'],
    ])
    expect((await repositories.preferences.findOptedOut(['bernd'])).size).toBe(1)
  })

  test.each([
    '',
    '?token=',
    '?token=YmVybmQ',
    '?token=YmVybmQ.x',
    `?token=${'YmVybmQ.'.padEnd(51, 'A')}`,
    `?token=${new URL(links.linkFor('bernd')).searchParams.get('token')}.x`,
  ])('cannot be forged: %s', async (query) => {
    for (const method of ['GET', 'POST']) {
      expect((await fetch(`${origin}/opt-out${query}`, { method })).status).toBe(404)
    }
    expect((await repositories.preferences.findOptedOut(['bernd'])).size).toBe(0)
  })

  test('is kept out of caches', async () => {
    const { headers } = await fetch(pathOf(links.linkFor('bernd')))
    expect(headers.get('Cache-Control')).toBe('no-store')
    expect(headers.get('Referrer-Policy')).toBe('no-referrer')
  })

  test('needs a secret, and a page that may have a query', () => {
    expect(() => optOutLinks('https://elbnetz.example', '')).toThrow(TypeError)
    const ours = optOutLinks('https://elbnetz.example/out?lang=de', 'a secret of the tests')
    expect(ours.linkFor('bernd')).toMatch(
      /^https:\/\/elbnetz\.example\/out\?lang=de&token=YmVybmQ\./,
    )
  })

  test('says so where it cannot be stored', async () => {
    await close()
    const setOptedOut = () => Promise.reject(new Error('down'))
    await open({ preferences: { ...repositories.preferences, setOptedOut } })
    const answer = await fetch(pathOf(links.linkFor('bernd')), { method: 'POST' })
    expect(answer.status).toBe(503)
  })

  test('names any member, and is a link that an e-mail can have', () => {
    for (const memberId of ['bernd', 'ä.b/c?d', '👩‍👩‍👧', 'x'.repeat(255)]) {
      const unsubscribeUrl = links.linkFor(memberId)
      expect(links.memberOf(new URL(unsubscribeUrl).searchParams.get('token') ?? '')).toBe(memberId)
      expect(
        renderEmail(aPrepared(), { platform: 'Elbnetz', domain: 'elbnetz.example', unsubscribeUrl })
          .text,
      ).toContain(unsubscribeUrl)
    }
  })
})

test('npm run serve serves the network of the examples', async () => {
  const serving = spawn(process.execPath, ['--import', 'tsx', 'docs/examples/service/serve.ts'], {
    env: { ...process.env, PORT: '0' },
  })
  try {
    const [line] = (await once(serving.stdout, 'data')) as [Buffer]
    const [, address = ''] = /^Listening at (\S+)\n$/.exec(line.toString()) ?? []
    const answer = await fetch(`${address}/members/emil/groups`, {
      headers: { 'X-Member': 'anna' },
    })
    expect(await answer.json()).toMatchObject([
      { groupId: 'typescript-hamburg', denials: [{ type: 'AlreadyMember' }] },
      { groupId: 'elbe-chess', denials: [] },
    ])
  } finally {
    serving.kill()
  }
}, 20_000)
