/**
 * Decides on one invitation in a small network, and prints the reasons. An approved invitation is sent three times, and
 * then accepted.
 *
 *     npm run demo                       decides on docs/examples/request.json
 *     npm run demo -- my-request.json    decides on a request of your own
 *
 * The request may have a `now`: the instant of the decision, such as 2026-09-02T09:30:00Z. Without it the decision is
 * made at the present time.
 */
import { readFileSync } from 'node:fs'
import {
  AnswerService,
  InvitationPolicy,
  type InvitationRequest,
  InvitationService,
} from 'group-invitations'
import {
  createInMemoryRepositories,
  type InMemoryRepositories,
  type Network,
} from 'group-invitations/memory'
import { answerPage } from './answer-page.js'
import { logLinesFor } from './telling.js'
import { sendingPage } from './sending-page.js'
import { verdictPage } from './verdict-page.js'

const networkFile = 'docs/examples/network.json'
const requestFile = process.argv[2] ?? 'docs/examples/request.json'

const network = readJson(networkFile) as Network
const request = readJson(requestFile) as InvitationRequest & { readonly now?: string }
const repositories = repositoriesOf(network)
const policy = new InvitationPolicy(repositories, { clock: () => timeOf(request) })
const verdict = await policy.evaluate(request)

if (verdict.isOk()) {
  console.log(verdictPage(verdict.value, namesIn(request)))
  const service = new InvitationService(policy, repositories)
  const sent = await service.send(request, { invitationId: 'demo-1' })
  const same = await service.send(request, { invitationId: 'demo-1' })
  const other = await service.send(request, { invitationId: 'demo-2' })
  if (sent.isErr() || same.isErr() || other.isOk())
    fail(['The approved invitation was not sent exactly once.'])
  const again = { same: same.value, other: other.error }
  console.log(sendingPage(sent.value, repositories.pendingDeliveries(), again))

  const { recipientId, inviterId } = request
  const answers = new AnswerService(policy, repositories)
  const before = await answers.received(recipientId)
  const accepted = await answers.accept({ invitationId: 'demo-1', memberId: recipientId })
  const after = await answers.received(recipientId)
  const shown = await answers.sent(inviterId, { limit: 1 })
  if (before.isErr() || accepted.isErr() || after.isErr() || shown.isErr())
    fail(['The invitation was not accepted.'])
  const lists = { before: before.value, after: after.value, sent: shown.value }
  console.log(answerPage({ ...lists, accepted: accepted.value }, namesIn(request)))
} else if (verdict.error.type === 'InvitationDenied') {
  console.log(verdictPage(verdict.error, namesIn(request)))
} else {
  fail(logLinesFor(verdict.error).map((line) => `${requestFile}: ${line}`))
}

function readJson(file: string): unknown {
  let content: string
  try {
    content = readFileSync(file, 'utf8')
  } catch {
    return fail([`${file}: there is no such file, or it cannot be read.`])
  }
  try {
    return JSON.parse(content)
  } catch (error) {
    return fail([`${file}: this is not JSON. ${String(error)}`])
  }
}

function repositoriesOf(given: Network): InMemoryRepositories {
  try {
    return createInMemoryRepositories(given)
  } catch (error) {
    return fail([`${networkFile}: ${String(error)}`])
  }
}

function timeOf({ now }: { readonly now?: unknown }): Date {
  if (now === undefined) return new Date()
  const time = new Date(typeof now === 'string' && now.endsWith('Z') ? now : Number.NaN)
  if (!Number.isNaN(+time)) return time
  return fail([`${requestFile}: now must be a time in UTC, such as 2026-09-02T09:30:00Z.`])
}

function namesIn({ inviterId, recipientId, groupId }: InvitationRequest) {
  const nameOf = (id: string) =>
    network.members?.find(({ memberId }) => memberId === id)?.displayName ?? id
  const group = network.groups?.find((candidate) => candidate.groupId === groupId)
  return {
    inviter: nameOf(inviterId),
    recipient: nameOf(recipientId),
    group: group?.name ?? groupId,
  }
}

function fail(lines: readonly string[]): never {
  console.error(lines.join('\n'))
  process.exit(1)
}
