import {
  InvitationPolicy,
  InvitationService,
  type MemberId,
  type PreparedDelivery,
} from 'group-invitations'
import type { RenderedNews } from 'group-invitations/messages'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openMailbox } from '../../../../test/mail/mailbox.js'
import { aRequest, NOW } from '../../../../test/support/builders.js'
import { pageOf } from '../../../../test/support/page.js'
import { relayAll } from '../../relaying.js'
import { keyOf } from '../invitation-key.js'
import { deliver } from '../mailing.js'
import { links, ORIGIN, type Served, served } from './served.js'

const { inviterId: _inviterId, ...draft } = aRequest()
const invitationId = keyOf('anna', 'form-1')

let site: Served
beforeEach(async () => {
  site = await served()
  expect(await site.call('PUT', '/invitations/form-1', { body: draft })).toMatchObject({
    status: 201,
  })
})
afterEach(() => site.close())

/** Hands everything over, as a worker does. */
async function delivered(invitationPage: string) {
  const mailbox = await openMailbox()
  const news: RenderedNews[] = []
  const mailing = {
    ...{ transport: mailbox.transport, links, invitationPage },
    addressOf: (memberId: MemberId) => Promise.resolve(`${memberId}@mail.example`),
    storeNews: (item: RenderedNews) => Promise.resolve(void news.push(item)),
  }
  const { repositories } = site
  const policy = new InvitationPolicy(repositories, { clock: () => NOW })
  const service = new InvitationService(policy, repositories)
  const outlet = {
    deliver: (prepared: PreparedDelivery) => deliver(prepared, mailing),
    log: () => undefined,
  }
  expect(await relayAll(service, repositories, outlet)).toEqual([])
  const [mail] = await mailbox.arrived()
  await mailbox.close()
  const header = mail?.headerLines.find(({ key }) => key === 'list-unsubscribe')?.line ?? ''
  const [, wayOut = ''] = /<(.*)>/.exec(header) ?? []
  return { mail, news, wayOut, linked: pageOf(mail?.html || '').attributesOf('a', 'href') }
}

describe('a message', () => {
  test('leads to the page for answering, and the e-mail to the way out', async () => {
    const { mail, news, wayOut, linked } = await delivered(`${ORIGIN}/answer`)
    const button = `${ORIGIN}/answer?invitation=${invitationId}`
    expect(news).toMatchObject([
      {
        title: 'TypeScript in Hamburg',
        url: button,
        idempotencyKey: `${invitationId}.news`,
      },
    ])
    expect(linked).toEqual([button, wayOut])
    expect(links.openedBy(new URL(wayOut).searchParams.get('token') ?? '')).toEqual({
      ...{ memberId: 'bernd', invitationId },
    })
    expect(mail?.text).toContain(button)
    expect(mail?.text).toMatch(/(Replies to this message reach nobody|erreichen niemanden)\.\s*$/)
  })

  test('leads to a page that has a query of its own', async () => {
    const { linked } = await delivered(`${ORIGIN}/app?view=answer#top`)
    expect(linked[0]).toBe(`${ORIGIN}/app?view=answer&invitation=${invitationId}#top`)
  })

  test('has a way out of one click, which looking at it does not take', async () => {
    const { wayOut } = await delivered(`${ORIGIN}/answer`)
    const path = wayOut.replace(ORIGIN, site.origin)
    const optOuts = async () =>
      (await site.repositories.preferences.findOptOuts(['bernd'], ['anna'], [])).get('bernd') ?? []

    for (const method of ['GET', 'HEAD']) expect((await fetch(path, { method })).status).toBe(200)
    expect(await optOuts()).toEqual([])

    const done = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    })
    expect([done.status, pageOf(await done.text()).textsOf('p')]).toEqual([
      200,
      ['Switched off: all group invitations.', 'Back to the choices'],
    ])
    expect(await optOuts()).toEqual(['all'])
  })
})
