// What every runtime runs, installed from the tarball: it uses each entry point, and prints its answers in one line.
import {
  type AnsweredInvitation,
  AnswerService,
  decide,
  forInviter,
  forRecipient,
  InvitationPolicy,
  type InvitationRequest,
  InvitationService,
  parseFacts,
  repeatableAt,
  serializeFacts,
} from 'group-invitations'
import { fingerprintText } from 'group-invitations/content'
import { countCharacters, invitationDraftSchema } from 'group-invitations/form'
import { toProblemDetails } from 'group-invitations/http'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { de, en, renderEmail } from 'group-invitations/messages'
import { groupRepositoryContract } from 'group-invitations/testing'

// 31 August in New York, where the program runs, and 1 September in UTC.
const now = new Date('2026-09-01T02:30:00.000Z')
const repositories = createInMemoryRepositories({
  members: [
    { memberId: 'anna', displayName: 'Anna Schmidt', locale: 'de-DE' },
    { memberId: 'bernd', displayName: 'Bernd Müller', locale: 'de-DE', haves: ['TypeScript'] },
    { memberId: 'chiara', displayName: 'Chiara Rossi', haves: ['TypeScript'] },
    { memberId: 'dora', displayName: 'Dora Weiß' },
    { memberId: 'emil', displayName: 'Emil Ørsted', wants: ['Chess'], haves: ['Node.js', 'Go'] },
  ],
  groups: [
    {
      groupId: 'ts',
      name: 'TypeScript Hamburg',
      standings: { anna: 'member', dora: 'moderator' },
    },
    { groupId: 'chess', name: 'Schach', admission: 'open', standings: { anna: 'member' } },
  ],
  invitations: [
    { invitationId: 'old', inviterId: 'anna', recipientId: 'emil', sentAt: '2026-05-03T18:15:59Z' },
  ],
})
const policy = new InvitationPolicy(repositories, { clock: () => now })
const service = new InvitationService(policy, repositories)
const answerService = new AnswerService(policy, repositories)
const suspectingPolicy = new InvitationPolicy(repositories, {
  clock: () => now,
  screen: () => [{ category: 'spam', term: 'Gruppe', index: 56, certainty: 'suspected' }],
})

const honest: InvitationRequest = {
  inviterId: 'anna',
  recipientId: 'bernd',
  groupId: 'ts',
  route: 'profile',
  subject: 'Gru\u0308ße an die Elbe',
  text: 'Lieber Bernd, du bietest TypeScript an. Magst du unsere Gruppe kennenlernen? 👨‍👩‍👧‍👦',
}
const denied: readonly InvitationRequest[] = [
  { ...honest, recipientId: 'emil', route: 'group', subject: 'Ä'.repeat(1234), text: ' \n ' },
  {
    ...{ ...honest, inviterId: 'dora', recipientId: 'emil' },
    ...{
      subject: 'An {name}',
      text: 'Network-Marketing, D0wnline und passives Einkommen: verdiene von zuhause!',
    },
  },
]

async function disclosed(request: InvitationRequest) {
  const verdict = await policy.evaluate(request)
  return verdict.match(
    () => 'approved',
    (error) => {
      const known = forInviter(error)
      const { type, status, errors } = toProblemDetails(known, { locale: 'de-AT' })
      return {
        de: de.describe(known, { timeZone: 'Europe/Berlin' }),
        en: en.describe(known, { timeZone: 'America/New_York' }),
        problem: { type, status, pointers: errors.map(({ pointer }) => pointer) },
      }
    },
  )
}

async function sent(invitationId: string) {
  const result = await service.send(honest, { invitationId })
  return result.match(
    ({ invitation, replayed }) => ({ invitationId: invitation.invitationId, replayed }),
    (error) => ('denials' in error ? error.denials : error.type),
  )
}

async function email() {
  const [delivery] = repositories.pendingDeliveries()
  const prepared = delivery && (await service.prepareDelivery(delivery))
  if (!prepared?.isOk()) return undefined
  const { subject, messageId, text } = renderEmail(prepared.value, {
    platform: 'Elbnetz',
    domain: 'elbnetz.example',
    unsubscribeUrl: 'https://elbnetz.example/out',
  })
  return { subject, messageId, opening: text.split('\n')[0] }
}

/** What becomes of the invitations that were sent, as the members see it. */
async function answered(invitationId: string) {
  const byBernd = { invitationId, memberId: 'bernd' }
  const shown = (...lists: readonly (readonly object[])[]) => lists.map(({ length }) => length)
  const received = await answerService.received('bernd')
  const [one] = received.unwrapOr({ items: [] }).items
  const declined = await answerService.decline(byBernd)
  const [silent] = (await answerService.sent('anna')).unwrapOr({ items: [] }).items
  const accepted = await answerService.accept(byBernd)
  const again = await answerService.accept(byBernd)
  const tooLate = await answerService.withdraw({ invitationId, memberId: 'anna' })
  const noDecline = await answerService.decline(byBernd)

  const toEmil = { inviterId: 'emil', recipientId: 'dora', groupId: 'chess' } as const
  repositories.setStanding('chess', 'emil', 'member')
  const text = 'Liebe Dora, du spielst Schach?'
  await service.send({ ...toEmil, route: 'profile', text }, { invitationId: 'smoke-3' })
  const outcome = async (optOut: 'all' | { inviterId: string } | { groupId: string }) => {
    await service.optOut('dora', optOut)
    const hidden = (await answerService.received('dora')).unwrapOr({ items: [] }).items
    await service.optIn('dora', optOut)
    const open = (await answerService.received('dora')).unwrapOr({ items: [] }).items
    return shown(hidden, open)
  }
  const optedOut = [
    await outcome('all'),
    await outcome({ inviterId: 'emil' }),
    await outcome({ groupId: 'chess' }),
    await outcome({ groupId: 'ts' }),
  ]
  const withdrawn = await answerService.withdraw({ invitationId: 'smoke-3', network: 'reported' })
  const gone = await answerService.accept({ invitationId: 'smoke-3', memberId: 'dora' })
  const foreign = await answerService.decline({ invitationId: 'smoke-3', memberId: 'chiara' })
  const status = ({ status, standing, replayed }: AnsweredInvitation) => ({
    status,
    standing,
    replayed,
  })
  return {
    received: one && [one.inviter.displayName, one.group.name, one.invitation.invitationId],
    declined: declined.map(status).unwrapOr(undefined),
    silent: silent?.status,
    accepted: [accepted, again].map((result) => result.map(status).unwrapOr(undefined)),
    withdrawnTooLate: tooLate.match(
      () => undefined,
      (error) => de.describe(forInviter(error)),
    ),
    declinedTooLate: noDecline.match(
      () => undefined,
      (error) => en.describe(forRecipient(error)),
    ),
    optedOut,
    withdrawn: withdrawn.map(status).unwrapOr(undefined),
    gone: [gone, foreign].map((result) =>
      result.match(
        () => undefined,
        (error) => toProblemDetails(forRecipient(error), { locale: 'de' }),
      ),
    ),
    sent: (await answerService.sent('anna'))
      .unwrapOr({ items: [] })
      .items.map(({ invitation, status }) => [invitation.recipientId, status]),
  }
}

/** At a pace of one at once: what the second sending is told, and whether both decisions are decided once more. */
async function paced() {
  const store = createInMemoryRepositories({
    members: ['anna', 'bernd', 'chiara'].map((memberId) => ({ memberId, displayName: memberId })),
    groups: [{ groupId: 'ts', name: 'TypeScript Hamburg', standings: { anna: 'member' } }],
  })
  const pace = { burst: 1, every: { minutes: 72.5 } }
  const replays: boolean[] = []
  const pacedPolicy = new InvitationPolicy(store, {
    ...{ pace, clock: () => now },
    observe: ({ request, facts, verdict }) => {
      const line = JSON.stringify({ request, facts: serializeFacts(facts) })
      const record = JSON.parse(line) as { request: InvitationRequest; facts: unknown }
      const again = decide(record.request, parseFacts(record.facts), { pace })
      replays.push(JSON.stringify(again) === JSON.stringify(verdict))
    },
  })
  const pacedService = new InvitationService(pacedPolicy, store)
  const outcomes = []
  for (const recipientId of ['bernd', 'chiara']) {
    const request = { ...honest, recipientId, text: `Hallo ${recipientId}, komm doch vorbei!` }
    const result = await pacedService.send(request)
    outcomes.push(
      result.match(
        ({ invitation }) => invitation.recipientId,
        (error) => {
          const timeZone = 'Europe/Berlin'
          const problem = toProblemDetails(forInviter(error), { locale: 'de', timeZone })
          return [problem.status, problem.retryAfter, problem.errors]
        },
      ),
    )
  }
  return { outcomes, replays }
}

/** The promises of a port that have been proved: a broken one rejects. */
async function proved() {
  let { groups } = createInMemoryRepositories()
  const cases = groupRepositoryContract(() => ({
    get repository() {
      return groups
    },
    seed(network) {
      groups = createInMemoryRepositories(network).groups
    },
    close: () => undefined,
  }))
  for (const { run } of cases) await run()
  return cases.map(({ name }) => name)
}

async function answers() {
  const approval = await policy.evaluate(honest)
  const suspected = await suspectingPolicy.evaluate(honest)
  const sendings = [await sent('smoke-1'), await sent('smoke-1'), await sent('smoke-2')]
  const unkeyed = await service.send({
    ...honest,
    recipientId: 'chiara',
    text: 'Chiara: TypeScript?',
  })
  const { validate } = invitationDraftSchema['~standard']
  return {
    minutesFromUtc: now.getTimezoneOffset(),
    repeatableAt: [now, new Date('2026-08-31T03:30:00.000Z')].map(repeatableAt),
    approval: approval.unwrapOr('denied'),
    denied: await Promise.all(denied.map(disclosed)),
    suspected: suspected.map(({ advisories }) => advisories).unwrapOr([]),
    sendings,
    email: await email(),
    answered: await answered('smoke-1'),
    paced: await paced(),
    uuidLength: unkeyed.map(({ invitation }) => invitation.invitationId.length).unwrapOr(0),
    draftIssues: [{ text: 'x'.repeat(501) }, { route: 'boat' }].map(
      (change) => validate({ ...honest, ...change }).issues,
    ),
    characters: ['👨‍👩‍👧‍👦', 'u\u0308o\u0308', 'a\r\nb', '🇩🇪🇫🇷'].map(countCharacters),
    fingerprint: fingerprintText(
      'Wir treffen uns jeden Dienstag im Café, spielen Schach und reden.',
    ),
    proved: await proved(),
  }
}

void answers().then((all) => console.log(JSON.stringify(all)))
