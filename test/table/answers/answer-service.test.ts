import { isDeepStrictEqual } from 'node:util'
import {
  type AnsweredInvitation,
  AnswerService,
  InvitationPolicy,
  type InvitationStatus,
  type Standing,
} from 'group-invitations'
import { createInMemoryRepositories, type InMemoryRepositories } from 'group-invitations/memory'
import { err } from 'neverthrow'
import { expect, test } from 'vitest'
import { after } from '../../support/builders.js'
import { withoutLost } from '../people.js'
import { ROWS, thousands } from '../rows.js'
import {
  ACTORS,
  ALL_PAIRS,
  allLives,
  END,
  INSTANTS,
  INVITATION,
  invitationIn,
  type Life,
  OTHERS,
  pairsIn,
  SENT_AT,
} from './lives.js'
import { type Said, saidOf } from './said-of-answers.js'

const MEMBERS = ['anna', 'bernd', 'clara', 'dora', 'emil', 'fritz', 'greta', 'hanna']
/** Another of the same pair, and another of the same inviter into the same group. */
const OTHER_INVITATIONS = ['earlier', 'to-greta']

/** Every life in which Bernd accepts, and every 29th of the others: no dimension has a multiple of 29 values. */
function* livesOfService(): Generator<Life> {
  let index = 0
  for (const hasOptedOut of [true, false])
    for (const life of allLives(hasOptedOut)) {
      index += 1
      const isAccepted = life.action === 'accept' && life.actor === 'recipient'
      if (isAccepted || index % 29 === 0) yield life
    }
}

/** The store in which such a life is stored, but for the status. */
function storeOf({ inviter, recipient, door, isErased, hasOptedOut }: Life): InMemoryRepositories {
  const { text, ...erased } = { ...INVITATION, textFingerprint: 'none' }
  return createInMemoryRepositories({
    members: MEMBERS.map((memberId) => ({
      ...{ memberId, displayName: memberId },
      optedOut: hasOptedOut && memberId === 'bernd',
    })),
    groups: [
      {
        ...{ groupId: 'chess', name: 'Schach' },
        admission: door === 'open' || door === 'approval' ? door : undefined,
        standings: { ...OTHERS, anna: inviter, bernd: recipient },
      },
      { groupId: 'go', name: 'Go', standings: { hanna: 'moderator' } },
    ],
    invitations: [
      isErased ? erased : { ...erased, text },
      {
        ...{ ...INVITATION, invitationId: 'earlier', textFingerprint: 'none' },
        ...{ sentAt: after(SENT_AT, -1e11), repeatableAt: after(END, -1e11) },
      },
      { ...INVITATION, invitationId: 'to-greta', recipientId: 'greta', textFingerprint: 'none' },
    ],
  })
}

/** Writes the status as the port does it, and Bernd's standing stays what it is. */
async function bringAbout(store: InMemoryRepositories, status: InvitationStatus): Promise<void> {
  await store.answers.change({
    change: {
      ...{ invitationId: 'i-1', status, changedAt: SENT_AT },
      changedBy: ACTORS.recipient,
    },
    ...{ from: ['Open'], invitation: INVITATION },
  })
}

/** All that is stored of answers and memberships. */
async function storedIn({ answers, memberships }: InMemoryRepositories) {
  const changes = await answers.findChanges(['i-1', ...OTHER_INVITATIONS])
  const standings = await memberships.findStandings(['chess', 'go'], MEMBERS)
  return { changes, standings }
}

const requestOf = ({ actor }: Life) => ({ invitationId: 'i-1', ...ACTORS[actor] })

function answerOf(service: AnswerService, life: Life) {
  // Nobody but a member accepts or declines, which the types say too.
  const request = requestOf(life) as { invitationId: string; memberId: string }
  return service[life.action](request).match<unknown>(
    (answered) => answered,
    (error) => (error.type === 'InvalidRequest' ? { denial: 'InvalidRequest' } : { denial: error }),
  )
}

function expectedOf(life: Life, { denial, ...said }: Said, replayed: boolean): unknown {
  if (life.actor === 'network' && life.action !== 'withdraw') return { denial: 'InvalidRequest' }
  if (denial) return { denial }
  // An answer without `denial` has a status.
  const status = said.status as InvitationStatus
  const { standing } = said
  const answered: AnsweredInvitation = { invitation: invitationIn(life), status, replayed }
  return life.action === 'accept' && standing ? { ...answered, standing } : answered
}

/** What must be stored after it, by what was stored before. */
function expectedStore(
  life: Life,
  said: Said,
  { changes, standings }: Awaited<ReturnType<typeof storedIn>>,
) {
  const inChess = new Map<string, Standing>(standings.get('chess'))
  if (said.standing) inChess.set('bernd', said.standing)
  const isWritten = !said.denial && !said.replayed
  const change = {
    ...{ invitationId: 'i-1', status: said.status, changedAt: INSTANTS[life.instant] },
    changedBy: ACTORS[life.actor],
  }
  return {
    changes: isWritten ? new Map([['i-1', change]]) : changes,
    standings: new Map(standings).set('chess', inChess),
  }
}

/** How far a status has gone on. */
const STEPS = { Open: 0, Declined: 1, Accepted: 2, Withdrawn: 2 }

test(`accept, decline, withdraw: ${thousands(ROWS.answers)} answers, over repositories`, async () => {
  const wrong: unknown[] = []
  const lives = [...livesOfService()]
  for (const life of lives) {
    const store = storeOf(life)
    if (life.status !== 'Open') await bringAbout(store, life.status)
    const left = withoutLost(
      store,
      { inviterExists: !life.isInviterGone, groupExists: life.door !== 'gone' },
      (groupId) => groupId !== 'chess',
    )
    const clock = () => INSTANTS[life.instant]
    const service = new AnswerService(new InvitationPolicy(left, { clock }), left)
    const said = saidOf(life)
    const before = await storedIn(store)

    const found = await answerOf(service, life)
    const stored = await storedIn(store)
    const again = await answerOf(service, life)
    const storedAgain = await storedIn(store)

    const status = stored.changes.get('i-1')?.status ?? 'Open'
    const goesOn = status === life.status || STEPS[status] > STEPS[life.status]
    const isRight =
      goesOn &&
      isDeepStrictEqual(found, expectedOf(life, said, said.replayed)) &&
      isDeepStrictEqual(stored, expectedStore(life, said, before)) &&
      isDeepStrictEqual(again, expectedOf(life, said, true)) &&
      isDeepStrictEqual(storedAgain, stored)
    if (!isRight) wrong.push({ life, found, stored, again, said })
  }
  expect(wrong.length, JSON.stringify(wrong.slice(0, 3), null, 1)).toBe(0)
  expect(lives).toHaveLength(ROWS.answers)
  expect(pairsIn(lives)).toBe(ALL_PAIRS)
})

test('an invitation that does not exist is the same to everybody', async () => {
  const [life] = livesOfService()
  const store = storeOf(life as Life)
  const policy = new InvitationPolicy(store, { clock: () => SENT_AT })
  const service = new AnswerService(policy, store)
  const invitationId = 'i-0'
  for (const actor of Object.values(ACTORS)) {
    const found: unknown[] = [await service.withdraw({ invitationId, ...actor })]
    if ('memberId' in actor) {
      found.push(
        await service.accept({ invitationId, ...actor }),
        await service.decline({ invitationId, ...actor }),
      )
    }
    for (const result of found)
      expect(result).toEqual(err({ type: 'InvitationNotFound', invitationId }))
  }
})
