import {
  adviceForInviter,
  AnswerService,
  choiceForInviter,
  type Disclosed,
  forInviter,
  InvitationPolicy,
  type InvitationRequest,
  InvitationService,
  type Repositories,
  type Route,
} from 'group-invitations'
import { toProblemDetails } from 'group-invitations/http'
import { de, deInformal, en } from 'group-invitations/messages'
import { err, type Result } from 'neverthrow'
import { recorded } from '../../support/recorded.js'

const LANGUAGES = { en, de, deInformal }

export type Listed = (service: AnswerService) => Pick<AnswerService, 'sent' | 'withdraw'>

/** What a service of the network is made of, at one instant. */
export interface At {
  readonly repositories: Repositories
  readonly now: Date
  /** The lists, which a test may replace by others that leak. */
  readonly listed?: Listed | undefined
}

const TEXT = 'Lieber Bernd, du suchst Schach: www.elbschach.de'

export const requestOf = (route: Route, groupId = 'chess'): InvitationRequest => ({
  ...{ inviterId: 'anna', recipientId: 'bernd', groupId, route, text: TEXT },
})

/** Everything that Anna can see of her invitation to Bernd by any method, in any words, and every call made for it. */
export async function inviterView(at: At, route: Route): Promise<Record<string, unknown>> {
  const { repositories, calls } = recorded(at.repositories)
  // The screener sees the text and the profile, and takes the most time.
  const policy = new InvitationPolicy(repositories, { clock: () => at.now, screen: () => [] })
  const invitations = new InvitationService(policy, repositories)
  const service = new AnswerService(policy, repositories)
  const lists = at.listed?.(service) ?? service
  const people = { inviterId: 'anna', recipientId: 'bernd', groupId: 'chess' }
  const request = requestOf(route)
  const view = {
    sent: seen(await lists.sent('anna')),
    sentFirst: seen(await lists.sent('anna', { limit: 1 })),
    sentAfter: seen(await lists.sent('anna', { before: 'form-1' })),
    sentAfterUnknown: seen(await lists.sent('anna', { before: 'form-0', limit: 7 })),
    words: [...wordsOn(await lists.sent('anna'))],
    evaluate: seen(await policy.evaluate(request)),
    evaluateElsewhere: seen(await policy.evaluate(requestOf(route, 'go'))),
    groups: choices(await policy.groupsFor(people)),
    contacts: choices(await policy.contactsFor(people)),
    contact: choices(await policy.contactsFor({ ...people, contactIds: ['bernd', 'dora'] })),
    replay: seen(await invitations.send(request, { invitationId: 'form-1' })),
    reused: seen(await invitations.send(requestOf(route, 'go'), { invitationId: 'form-1' })),
    // What writes comes last. Anna tries once more, looks, takes back, looks, and tries again.
    again: seen(await invitations.send(request, { invitationId: 'form-2' })),
    sentThen: seen(await lists.sent('anna')),
    withdrawn: seen(await lists.withdraw({ invitationId: 'form-1', memberId: 'anna' })),
    withdrawnAgain: seen(await lists.withdraw({ invitationId: 'form-1', memberId: 'anna' })),
    sentAtLast: seen(await lists.sent('anna')),
    againAtLast: seen(await invitations.send(request, { invitationId: 'form-3' })),
    evaluateAtLast: seen(await policy.evaluate(request)),
  }
  return { ...view, calls, json: JSON.stringify(view) }
}

type InviterError = Parameters<typeof forInviter>[0]

/** A value as it is, and an error as far as it is disclosed, in words of each language and as problem details. */
function seen(result: Result<unknown, InviterError>): unknown {
  return result.match<unknown>(
    (value) => (hasAdvice(value) ? { ...value, advice: adviceOn(value) } : value),
    (error) => {
      const disclosed = forInviter(error)
      return { disclosed, words: once(disclosed, () => inWords(disclosed)) }
    },
  )
}

const inWords = (disclosed: Disclosed) =>
  Object.values(LANGUAGES).map((messages) => [
    messages.describe(disclosed, { timeZone: 'Europe/Berlin' }),
    messages.reasons(disclosed),
    toProblemDetails(disclosed, { messages }),
  ])

const written = new Map<string, unknown>()

/** Words for what is disclosed, which is all that they are made of. They are written once, since dates take time. */
function once(disclosed: unknown, write: () => unknown): unknown {
  const key = JSON.stringify(disclosed)
  if (!written.has(key)) written.set(key, write())
  return written.get(key)
}

type Advised = Parameters<typeof adviceForInviter>[0]

const hasAdvice = (value: unknown): value is Advised =>
  typeof value === 'object' && value !== null && 'advisories' in value

function adviceOn(value: Advised): unknown {
  const disclosed = adviceForInviter(value)
  return once(disclosed, () => Object.values(LANGUAGES).map(({ advice }) => advice(disclosed)))
}

/** The choices of a picker, as far as they are disclosed, and in words. */
function choices(result: Result<readonly unknown[], InviterError>): unknown {
  return result.match<unknown>(
    (list) =>
      list.map((choice) => {
        // By the overloads it is a choice.
        const disclosed = choiceForInviter(choice as never)
        const words = () => Object.values(LANGUAGES).map(({ describe }) => describe(disclosed))
        return { disclosed, words: once(disclosed, words) }
      }),
    (error) => seen(err(error)),
  )
}

/** The words on the status of each invitation that was sent, and on one that is withdrawn. */
function* wordsOn(result: Awaited<ReturnType<AnswerService['sent']>>): Generator<string> {
  if (result.isErr()) return
  for (const { describeStatus, describeAnswer } of Object.values(LANGUAGES)) {
    yield describeAnswer('withdraw', {})
    for (const { status } of result.value.items) yield describeStatus(status)
  }
}
