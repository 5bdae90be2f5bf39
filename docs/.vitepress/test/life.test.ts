import { InvitationPolicy, InvitationService } from 'group-invitations'
import { en } from 'group-invitations/messages'
import { describe, expect, test } from 'vitest'
import { judge } from '../playground/judge.js'
import { inWords } from '../playground/life-events.js'
import { createLifeStore } from '../playground/life-store.js'
import { Life } from '../playground/life.js'
import { emailOf, newsOf, previewOf } from '../playground/preview.js'
import { defaultState, profileLines, type State } from '../playground/state.js'
import { wordsEn } from '../playground/words-en.js'
import { instantOf, requestOf } from '../playground/world.js'

const state = defaultState('en')
const first = 'invitation-1'

/** The timeline in words. */
async function timelineOf(life: Life, seenIn: State = state): Promise<string[]> {
  const { events } = await life.look(seenIn)
  return events.map((event) => inWords(event, wordsEn.life, en))
}

/** The statuses in the inviter's list, and how much the recipient can answer. */
async function sidesOf(life: Life, seenIn: State = state) {
  const { sent, received, outbox } = await life.look(seenIn)
  const statuses = sent.map(({ status }) => status)
  return { statuses, received: received.length, outbox: outbox.length }
}

async function sent(): Promise<Life> {
  const life = new Life()
  await life.send(state)
  return life
}

describe('the life of an invitation', () => {
  test('it is sent, delivered and accepted', async () => {
    const life = await sent()
    expect(await sidesOf(life)).toEqual({ statuses: ['Open'], received: 1, outbox: 2 })
    await life.deliver(state)
    await life.answer(state, 'accept', first)
    expect(await sidesOf(life)).toEqual({ statuses: ['Accepted'], received: 0, outbox: 0 })
    expect(await life.standingOf('typescript', 'bernd')).toBe('member')
    expect(await timelineOf(life)).toEqual([
      'Anna Schmidt invites Bernd Müller into “TypeScript Hamburg”.',
      'The e-mail reaches Bernd Müller: “An evening on TypeScript in Hamburg”.',
      'The news item reaches Bernd Müller: “An evening on TypeScript in Hamburg”.',
      'Bernd Müller accepts. You are now in the group.',
    ])
  })

  test('a member’s invitation leads to a request to join', async () => {
    const life = new Life()
    const byMember: State = { ...state, inviterStanding: 'member' }
    await life.send(byMember)
    await life.answer(byMember, 'accept', first)
    expect(await life.standingOf('typescript', 'bernd')).toBe('pending')
  })

  test('a decline looks like silence to the inviter', async () => {
    const [declined, silent] = [await sent(), await sent()]
    await declined.answer(state, 'decline', first)
    for (const now of [state.now, '2027-03-02T09:29', '2027-03-02T09:30']) {
      const seen = await declined.look({ ...state, now })
      expect(seen.sent).toEqual((await silent.look({ ...state, now })).sent)
    }
    expect((await declined.look(state)).received).toEqual([])
    expect((await silent.look(state)).received).toHaveLength(1)
  })

  test('what is withdrawn is not delivered', async () => {
    const life = await sent()
    await life.answer(state, 'withdraw', first)
    await life.deliver(state)
    expect(await sidesOf(life)).toEqual({ statuses: ['Withdrawn'], received: 0, outbox: 0 })
    expect((await timelineOf(life)).at(-1)).toBe('The news item is cancelled: InvitationClosed.')
  })

  test('what has become forbidden is not delivered', async () => {
    const life = await sent()
    await life.deliver({ ...state, optOuts: ['group'] })
    expect((await timelineOf(life)).at(-1)).toBe('The news item is cancelled: RecipientOptedOut.')
  })

  test('it expires as the clock moves on', async () => {
    const life = await sent()
    const later: State = { ...state, now: '2027-03-02T09:30' }
    expect(await sidesOf(life, later)).toEqual({ statuses: ['Expired'], received: 0, outbox: 2 })
    await life.answer(later, 'accept', first)
    expect((await timelineOf(life)).at(-1)).toBe('Bernd Müller reads: This invitation has expired.')
  })

  test('a denied draft is not sent, and the reasons are those that the inviter may know', async () => {
    const life = new Life()
    await life.send({ ...state, optOuts: ['all'] })
    expect(await timelineOf(life)).toEqual([
      'Anna Schmidt cannot send it. This member cannot be invited to this group.',
    ])
  })
})

describe('what was sent counts for the next draft', () => {
  const verdictIn = async (life: Life, changed: State) => {
    const { sentHere } = await life.look(changed)
    const { toService } = judge(changed, sentHere, en)
    return [...toService.denials, ...toService.advisories].map(({ type }) => type)
  }

  test('the pair is taken for 6 months, for any group', async () => {
    const life = await sent()
    const chess: State = { ...state, group: 'chess' }
    expect(await verdictIn(life, chess)).toEqual(['RateLimited6Months'])
    expect(await verdictIn(life, { ...chess, now: '2027-03-02T09:29' })).toHaveLength(1)
    expect(await verdictIn(life, { ...chess, now: '2027-03-02T09:30' })).toEqual([])
    await life.send(chess)
    expect((await life.look(chess)).events.at(-1)?.type).toBe('NotSent')
  })

  test('the same text to somebody else is a copy', async () => {
    const life = await sent()
    const text = state.text.replace('Bernd', 'Chiara')
    const toChiara: State = { ...state, recipient: 'chiara', ...profileLines('chiara'), text }
    expect(await verdictIn(life, toChiara)).toContain('MassMessage')
  })
})

test('the preview is what a worker renders', async () => {
  const repositories = createLifeStore().repositoriesOf(state)
  const policy = new InvitationPolicy(repositories, { clock: () => instantOf(state) })
  const service = new InvitationService(policy, repositories)
  const invitation = await service.send(requestOf(state), { invitationId: 'preview' })
  const { deliveries } = invitation._unsafeUnwrap()
  const prepared = await Promise.all(
    deliveries.map(async (each) => (await service.prepareDelivery(each))._unsafeUnwrap()),
  )
  const [email, news] = prepared
  expect(email && news && { email: emailOf(email), news: newsOf(news) }).toEqual(
    previewOf(state, judge(state, [], en).draft),
  )
})
