import { createInMemoryRepositories } from 'group-invitations/memory'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { NOW } from '../../../../test/support/builders.js'
import { NETWORK } from '../../../../test/support/network.js'
import { pace } from '../service.js'
import { type Answered, type Served, served } from './served.js'

const numbers = Array.from({ length: 25 }, (_, index) => index + 1)
const contacts = numbers.map((number) => `contact-${number}`)
const every = pace.every.minutes * 60_000

let now: Date
let site: Served
beforeEach(async () => {
  now = NOW
  const people = contacts.map((memberId) => ({ memberId, displayName: 'Kim Nowak' }))
  const network = {
    ...NETWORK,
    members: [...NETWORK.members, ...people],
    contacts: contacts.map((memberId) => ['anna', memberId] as const),
  }
  site = await served(createInMemoryRepositories(network), { clock: () => now })
})
afterEach(() => site.close())

const draftTo = (number: number) => ({
  recipientId: `contact-${number}`,
  groupId: 'typescript-hamburg',
  route: 'group',
  text: `Hallo Kim, TypeScript Nr. ${number}?`,
})
const send = (number: number, options = {}) =>
  site.call('PUT', `/invitations/form-${number}`, { body: draftTo(number), ...options })
const check = (number: number) => site.call('POST', '/invitations/check', { body: draftTo(number) })

const retryAt = new Date(+NOW + every).toISOString()
const retryAfter = 'Tue, 12 May 2026 13:12:00 GMT'
const tooMany = { type: 'TooManyInvitations', retryAt }
const detail =
  'You have sent many invitations within a short time. You can send the next one from May 12, 2026 at 1:12 PM UTC.'

/** Anna sends 25 invitations at once. Returns the numbers of those that were denied, with the answers. */
async function burst(): Promise<readonly [number: number, answer: Answered][]> {
  const answers = await Promise.all(numbers.map((number) => send(number)))
  const sent = answers.filter(({ status }) => status === 201)
  expect(sent).toHaveLength(20)
  return answers.flatMap((answer, index) => (answer.status === 201 ? [] : [[index + 1, answer]]))
}

test('of 25 sends at once 20 pass, and 5 are told when to come back', async () => {
  const denied = await burst()
  expect(denied).toHaveLength(5)
  for (const [number, answer] of denied) {
    expect(answer).toEqual({
      ...{ status: 429, type: 'application/problem+json', retryAfter },
      body: {
        type: expect.stringMatching(/^urn:uuid:.*#TooManyInvitations$/) as string,
        ...{ title: 'Too many invitations', status: 429, detail, retryAfter },
        instance: `/invitations/form-${number}`,
        errors: [{ ...tooMany, detail }],
      },
    })
  }
})

test('the pace holds to the instant, and one more is free at a time', async () => {
  const [first = 0, second = 0] = (await burst()).map(([number]) => number)
  now = new Date(+NOW + every - 1)
  expect(await send(first)).toMatchObject({ status: 429, retryAfter })
  now = new Date(+NOW + every)
  expect(await send(first)).toMatchObject({ status: 201, retryAfter: undefined })
  expect(await send(second)).toMatchObject({
    ...{ status: 429, retryAfter: 'Tue, 12 May 2026 14:24:00 GMT' },
  })
  now = new Date(+NOW + 2 * every)
  expect(await send(second)).toMatchObject({ status: 201 })
})

test('a check and the pickers say the same, and use nothing', async () => {
  for (const number of numbers) expect((await check(number)).status).toBe(200)
  const [[number, answer] = [0]] = await burst()
  expect(await check(number)).toEqual({
    ...{ ...answer, retryAfter },
    body: { ...(answer?.body as object), instance: '/invitations/check' },
  })
  const told = { denials: [tooMany], reasons: [detail] }
  expect(await site.call('GET', `/members/contact-${number}/groups`)).toMatchObject({
    ...{ status: 200, body: [told, told] },
  })
  const { body } = await site.call('GET', '/groups/chess/contacts')
  expect(body).toHaveLength(contacts.length)
  for (const choice of body as readonly object[]) {
    // Those who were invited are in the cooldown too.
    expect(choice).toMatchObject({ denials: expect.arrayContaining([tooMany]) as unknown })
  }
})

test('a retry is replayed although the pace is used up, and another member has a pace of their own', async () => {
  const denied = new Set((await burst()).map(([number]) => number))
  const stored = numbers.filter((number) => !denied.has(number))
  for (const number of stored) expect(await send(number)).toMatchObject({ status: 200 })
  const [number = 0] = denied
  const byClara = { as: 'clara', body: { ...draftTo(number), route: 'profile' } }
  expect(await send(number, byClara)).toMatchObject({ status: 201 })
})

test('what is denied uses nothing of the pace', async () => {
  const empty = { ...draftTo(1), text: '' }
  for (const _ of numbers) expect(await send(1, { body: empty })).toMatchObject({ status: 422 })
  expect(await burst()).toHaveLength(5)
})
