// One process of a race: does its work over several addresses, many at once, and writes down each result. After an outage
// it asks again with the same identifier, over the next address. After a restart it does what is not written down.
import { pathToFileURL } from 'node:url'
import {
  type AcceptingError,
  type AnsweredInvitation,
  AnswerService,
  type ClosingError,
  type DependencyFailed,
  InvitationPolicy,
  InvitationService,
} from 'group-invitations'
import type { ResultAsync } from 'neverthrow'
import { Journal } from '../../../../../test/support/race/journal.js'
import { type Answered, ENFORCEMENT, type Entry, type RacerModule, type Sent } from './entry.js'
import { type AnswerWork, type RacePlan, type SendWork, workOf } from './plan.js'

const PAUSE_MS = 100
const PATIENCE_MS = 120_000

const [module = '', file = '', which = '', given = '', places = ''] = process.argv.slice(2)
const plan = JSON.parse(given) as RacePlan
const addresses = JSON.parse(places) as readonly string[]
endWithParent()

// The modules of the parts have this form.
const { open } = (await import(pathToFileURL(module).href)) as RacerModule
const opened = await Promise.all(addresses.map((address) => open(address, plan.connections)))
const services = opened.map(({ repositories, loadFacts }) => {
  const policy = new InvitationPolicy(repositories, { enforcement: ENFORCEMENT, loadFacts })
  return {
    sending: new InvitationService(policy, repositories),
    answering: new AnswerService(policy, repositories),
  }
})
type Services = (typeof services)[number]

const journal = new Journal<Entry>(file)
const idOf = (one: Entry | SendWork | AnswerWork) =>
  one.type === 'send' ? one.invitationId : one.answerId
const done = new Set(journal.entries().map(idOf))
const waiting = workOf(plan, Number(which)).filter((work) => !done.has(idOf(work)))
const winners = new Map<number, string>()
for (const entry of journal.entries()) learnFrom(entry)
await Promise.all(Array.from({ length: plan.connections * addresses.length }, workAll))
await Promise.all(opened.map(({ close }) => close()))

async function workAll(): Promise<void> {
  for (let work = waiting.shift(); work; work = waiting.shift()) {
    const entry = await (work.type === 'send' ? send(work) : answer(work))
    journal.append(entry)
    learnFrom(entry)
  }
}

async function send(work: SendWork): Promise<Sent> {
  const { invitationId, pair, request } = work
  const { result, ...told } = await untilTold(({ sending }) =>
    sending.send(request, { invitationId }),
  )
  const entry = { type: 'send', invitationId, pair, ...told } as const
  if (result.isOk()) return { ...entry, said: result.value.replayed ? 'replayed' : 'sent' }
  const { error } = result
  if (error.type !== 'InvitationDenied') return { ...entry, said: 'failed', error: error.type }
  const limited = error.denials.find((denial) => denial.type === 'RateLimited6Months')
  if (limited) return { ...entry, said: 'refused', by: limited.invitationId }
  // The claim was looked up before the standing, and in between somebody has sent and accepted.
  await pause(PAUSE_MS)
  return send(work)
}

async function answer({ answerId, pair, action, memberId }: AnswerWork): Promise<Answered> {
  const invitationId = await winnerOf(pair)
  const { result, ...told } = await untilTold<AnsweredInvitation, AcceptingError | ClosingError>(
    ({ answering }) => answering[action]({ invitationId, memberId }),
  )
  const entry = { type: 'answer', answerId, invitationId, action, ...told } as const
  if (result.isErr()) return { ...entry, error: result.error.type }
  const { status, standing, replayed } = result.value
  return { ...entry, status, ...(standing && { standing }), replayed }
}

/** Asks, and after each outage again, over the next address. */
async function untilTold<Value, Failure extends { readonly type: string }>(
  ask: (services: Services) => ResultAsync<Value, Failure | DependencyFailed>,
) {
  const first = Math.floor(Math.random() * services.length)
  let [outages, unknown, failedAt] = [0, 0, 0]
  for (;;) {
    const chosen = services[(first + outages) % services.length]
    if (!chosen) throw new Error('There is no address')
    const result = await ask(chosen)
    const now = Date.now()
    const failed = result.isErr() && isOutage(result.error) ? result.error : undefined
    if (outages === 0) failedAt = now
    if (!failed || now - failedAt > PATIENCE_MS) {
      if (failed) console.error(failed)
      return { result, outages, unknown, waited: now - failedAt }
    }
    outages += 1
    if (failed.effect === 'unknown') unknown += 1
    await pause(PAUSE_MS * (0.5 + Math.random()))
  }
}

function isOutage(error: { readonly type: string }): error is DependencyFailed {
  return error.type === 'DependencyFailed'
}

function learnFrom(entry: Entry): void {
  if (entry.type === 'send') winners.set(entry.pair, entry.by ?? entry.invitationId)
}

/** The invitation of the pair, as soon as one of this process's sends has met it. */
async function winnerOf(pair: number): Promise<string> {
  for (;;) {
    const winner = winners.get(pair)
    if (winner !== undefined) return winner
    await pause(10)
  }
}

function endWithParent(): void {
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) process.exit(1)
  }, 500).unref()
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
