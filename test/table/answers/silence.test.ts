import { isDeepStrictEqual } from 'node:util'
import {
  AnswerService,
  InvitationPolicy,
  InvitationService,
  type OptOut,
  type Repositories,
  type Route,
  type Standing,
} from 'group-invitations'
import { createInMemoryRepositories, type InMemoryRepositories } from 'group-invitations/memory'
import { ResultAsync } from 'neverthrow'
import { expect, test } from 'vitest'
import { after } from '../../support/builders.js'
import { type Listed, inviterView, requestOf } from './inviters-view.js'
import { END, SENT_AT } from './lives.js'

/** Everything about Anna, Bernd and their group that does not follow from Bernd's answer. */
interface World {
  readonly door: 'approval' | 'open'
  readonly route: Route
  readonly isContact: boolean
  /** Anna's standing after she has sent the invitation. */
  readonly inviter: Standing | undefined
  readonly meanwhile: Meanwhile
}

/** What else has happened since: Bernd has joined otherwise, asks to, is banned; he, Anna or the group is gone. */
const MEANWHILE = [
  ...['nothing', 'member', 'pending', 'banned'],
  ...['recipientGone', 'inviterGone', 'groupGone'],
] as const
type Meanwhile = (typeof MEANWHILE)[number]

function* worlds(): Generator<World> {
  let count = 0
  for (const [route, isContact] of [
    ['profile', false],
    ['profile', true],
    ['group', true],
  ] as const)
    for (const inviter of ['member', 'moderator', 'banned', undefined] as const)
      for (const meanwhile of MEANWHILE) {
        count += 1
        // Anna does not see the door, so the two take turns.
        const door = count % 2 === 0 ? 'open' : 'approval'
        yield { door, route, isContact, inviter, meanwhile }
      }
}

const INSTANTS = {
  justSent: after(SENT_AT, 1),
  inTheMiddle: new Date('2026-02-12T12:00:00.000Z'),
  lastMillisecond: after(END, -1),
  end: END,
  aMillisecondAfter: after(END, 1),
  yearsLater: new Date('2031-01-01T00:00:00.000Z'),
}

/** What Bernd does about it. */
type Reaction = 'nothing' | 'declinesAtOnce' | 'declinesNow' | 'declinesAndOptsOut' | OptOut

const OPT_OUTS: readonly OptOut[] = ['all', { inviterId: 'anna' }, { groupId: 'chess' }]
const DECLINING = ['declinesAtOnce', 'declinesNow'] as const

/** The network in which Anna has sent her invitation, and all that happened then. */
async function storeOf(
  { door, route, isContact, inviter, meanwhile }: World,
  reaction: Reaction,
  now: Date,
): Promise<Repositories> {
  const store = createInMemoryRepositories({
    members: [
      { memberId: 'anna', displayName: 'Anna Weber' },
      { memberId: 'bernd', displayName: 'Bernd Müller', wants: ['Schach'] },
      { memberId: 'dora', displayName: 'Dora Weiß' },
    ],
    groups: [
      {
        ...{ groupId: 'chess', name: 'Schach', admission: door },
        standings: { anna: 'member', dora: 'member' },
      },
      { groupId: 'go', name: 'Go', standings: { anna: 'member' } },
    ],
    contacts: isContact ? [['anna', 'bernd']] : [],
    invitations: [
      {
        ...{ invitationId: 'to-dora', inviterId: 'anna', recipientId: 'dora', groupId: 'go' },
        ...{ text: 'Liebe Dora!', sentAt: after(SENT_AT, -1) },
      },
    ],
  })
  const sending = servicesOver(store, SENT_AT)
  const sent = await sending.invitations.send(requestOf(route), { invitationId: 'form-1' })
  sent._unsafeUnwrap()
  await react(store, reaction, now)
  store.setStanding('chess', 'anna', inviter)
  if (meanwhile === 'member' || meanwhile === 'pending' || meanwhile === 'banned')
    store.setStanding('chess', 'bernd', meanwhile)
  return without(store, meanwhile)
}

const servicesOver = (store: InMemoryRepositories, now: Date) => {
  const policy = new InvitationPolicy(store, { clock: () => now, screen: () => [] })
  return {
    invitations: new InvitationService(policy, store),
    answers: new AnswerService(policy, store),
  }
}

async function react(store: InMemoryRepositories, reaction: Reaction, now: Date): Promise<void> {
  if (reaction === 'nothing') return
  const answer = { invitationId: 'form-1', memberId: 'bernd' }
  const { answers, invitations } = servicesOver(
    store,
    reaction === 'declinesNow' ? now : after(SENT_AT, 1),
  )
  if (reaction === 'all' || typeof reaction === 'object') {
    const muted = await invitations.optOut('bernd', reaction)
    muted._unsafeUnwrap()
    return
  }
  const declined = (await answers.decline(answer))._unsafeUnwrap()
  expect(declined).toMatchObject({ status: 'Declined', replayed: false })
  if (reaction === 'declinesAndOptsOut') await react(store, 'all', now)
}

function without(store: InMemoryRepositories, meanwhile: Meanwhile): Repositories {
  const { profiles, groups } = store
  const isThere = (memberId: string) =>
    !(memberId === 'bernd' && meanwhile === 'recipientGone') &&
    !(memberId === 'anna' && meanwhile === 'inviterGone')
  return {
    ...store,
    profiles: {
      findProfiles: (memberIds, viewerId) =>
        profiles.findProfiles(memberIds.filter(isThere), viewerId),
    },
    groups: {
      findGroups: (groupIds) =>
        groups.findGroups(
          groupIds.filter((groupId) => groupId !== 'chess' || meanwhile !== 'groupGone'),
        ),
    },
  }
}

/** The views that differ from that of a Bernd who does nothing. */
async function leaksIn(
  world: World,
  now: Date,
  reactions: readonly Reaction[],
  leak?: Leak,
): Promise<unknown[]> {
  const viewOf = async (reaction: Reaction) => {
    const repositories = await storeOf(world, reaction, now)
    return inviterView({ repositories, now, listed: leak?.(repositories) }, world.route)
  }
  const silence = await viewOf('nothing')
  const leaks: unknown[] = []
  for (const reaction of reactions) {
    const view = await viewOf(reaction)
    if (isDeepStrictEqual(view, silence)) continue
    const names = Object.keys(view).filter((key) => !isDeepStrictEqual(view[key], silence[key]))
    leaks.push({ ...world, now, reaction, names })
  }
  return leaks
}

test('while the cooldown runs, declining and opting out are silence, in 84 worlds', async () => {
  const leaks: unknown[] = []
  const { justSent, inTheMiddle, lastMillisecond } = INSTANTS
  const all = [...worlds()]
  for (const world of all)
    for (const now of [justSent, inTheMiddle, lastMillisecond])
      leaks.push(...(await leaksIn(world, now, [...DECLINING, 'declinesAndOptsOut', ...OPT_OUTS])))
  expect(leaks.slice(0, 5)).toEqual([])
  expect(all).toHaveLength(84)
})

test('at its end and ever after, declining is silence', async () => {
  const leaks: unknown[] = []
  const { end, aMillisecondAfter, yearsLater } = INSTANTS
  for (const world of worlds())
    for (const now of [end, aMillisecondAfter, yearsLater])
      leaks.push(...(await leaksIn(world, now, DECLINING)))
  expect(leaks.slice(0, 5)).toEqual([])
})

type Leak = (repositories: Repositories) => Listed

/** Each tells the inviter a little too much. Nothing else differs from what is right. */
const LEAKS: Record<string, Leak> = {
  'a list that shows what was declined as expired':
    ({ answers }) =>
    (service) => ({
      withdraw: (request) => service.withdraw(request),
      sent: (memberId, options) =>
        service.sent(memberId, options).map(async (page) => {
          const changes = await answers.findChanges(['form-1'])
          const isDeclined = changes.get('form-1')?.status === 'Declined'
          const status = isDeclined ? 'Expired' : 'Open'
          return { ...page, items: page.items.map((item) => ({ ...item, status })) }
        }),
    }),
  'a list that leaves out what was declined':
    ({ answers }) =>
    (service) => ({
      withdraw: (request) => service.withdraw(request),
      sent: (memberId, options) =>
        service.sent(memberId, options).map(async (page) => {
          const changes = await answers.findChanges(['form-1'])
          const isDeclined = changes.get('form-1')?.status === 'Declined'
          return isDeclined ? { ...page, items: page.items.slice(1) } : page
        }),
    }),
  'a withdrawal that says what was there before it':
    ({ answers }) =>
    (service) => ({
      sent: (memberId, options) => service.sent(memberId, options),
      withdraw: (request) =>
        new ResultAsync(
          (async () => {
            const before = await answers.findChanges(['form-1'])
            const replayed = before.get('form-1') !== undefined
            return (await service.withdraw(request)).map((answered) => ({ ...answered, replayed }))
          })(),
        ),
    }),
}

test.each(Object.entries(LEAKS))('%s is found out', async (_name, leak) => {
  const world: World = {
    ...{ door: 'open', route: 'group', isContact: true, inviter: 'member', meanwhile: 'nothing' },
  }
  const leaks = await leaksIn(world, INSTANTS.inTheMiddle, [...DECLINING, ...OPT_OUTS], leak)
  expect(leaks).toMatchObject(DECLINING.map((reaction) => ({ reaction })))
  expect(await leaksIn(world, INSTANTS.inTheMiddle, DECLINING)).toEqual([])
})
