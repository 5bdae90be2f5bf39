import { createTermScreener } from 'group-invitations/content'
import {
  AnswerService,
  type AnswerServiceRepositories,
  choiceForInviter,
  decide,
  decideAnswer,
  type Disclosed,
  forInviter,
  type InvitationFacts,
  invitationOf,
  InvitationPolicy,
  InvitationService,
  parseFacts,
  type PolicyRepositories,
  serializeFacts,
  type ServiceRepositories,
} from 'group-invitations'
import { toProblemDetails } from 'group-invitations/http'
import { createInMemoryRepositories } from 'group-invitations/memory'
import {
  createMessages,
  en,
  messagesFor,
  renderEmail,
  renderNews,
} from 'group-invitations/messages'
import * as testing from 'group-invitations/testing'
import { expect, test } from 'vitest'
import { aRequest, someAnswerFacts, someFacts } from '../support/builders.js'
import { aPrepared, EMAIL_OPTIONS } from '../support/prepared.js'
import { textOf } from '../support/repository.js'
import { sentAs } from '../support/sending.js'
import { checkedSources } from '../support/sources.js'

const DOORS = [
  'src/index.ts',
  'src/content/index.ts',
  'src/form/index.ts',
  'src/http/index.ts',
  'src/memory/index.ts',
  'src/messages/index.ts',
  'src/testing/index.ts',
]

/** All that throws a `TypeError`, by its name, and a call that does. */
const throwing: Readonly<Record<string, () => unknown>> = {
  ...contractsThatThrow(),
  AnswerService: () =>
    new AnswerService(
      new InvitationPolicy(createInMemoryRepositories()),
      {} as AnswerServiceRepositories,
    ),
  choiceForInviter: () =>
    choiceForInviter({ groupId: 'chess', group: undefined, denials: [] }, { hide: [] } as object),
  createInMemoryRepositories: () =>
    createInMemoryRepositories({ members: [{ memberId: '', displayName: 'Anna' }] }),
  createMessages: () => createMessages({ ...en.language, locale: '?' }, {}),
  createTermScreener: () => createTermScreener({ terms: [{ term: '', category: 'spam' }] }),
  decide: () => decide(aRequest(), someFacts({ now: new Date(Number.NaN) })),
  decideAnswer: () =>
    decideAnswer(
      'accept',
      sentAs('i-1'),
      { memberId: 'bernd' },
      someAnswerFacts({ now: new Date(Number.NaN) }),
    ),
  forInviter: () => forInviter({ type: 'InvalidRequest', issues: [] }, { hide: [] } as object),
  invitationOf: () => invitationOf(decide(aRequest(), someFacts())._unsafeUnwrap(), ''),
  InvitationPolicyConstructor: () => new InvitationPolicy({} as PolicyRepositories),
  InvitationService: () =>
    new InvitationService(
      new InvitationPolicy(createInMemoryRepositories()),
      {} as ServiceRepositories,
    ),
  messagesFor: () => messagesFor('de', [] as never),
  parseFacts: () => parseFacts({ version: 2 }),
  renderEmail: () => renderEmail(aPrepared(), { ...EMAIL_OPTIONS, platform: '' }),
  renderNews: () => renderNews(aPrepared({}, 'news'), { language: [en] } as object),
  serializeFacts: () => serializeFacts({} as InvitationFacts),
  toProblemDetails: () => toProblemDetails({} as Disclosed),
}

/** The contract of each port, with an option that there is not. */
function contractsThatThrow(): Readonly<Record<string, () => unknown>> {
  const open = () => Promise.reject(new Error('is not opened'))
  const wrong = { lack: [] } as object
  const contracts = Object.entries(testing).filter(([name]) => name.endsWith('RepositoryContract'))
  return Object.fromEntries(contracts.map(([name, cases]) => [name, () => cases(open, wrong)]))
}

const { exportsOf, commentOf, sinceOf, throwsOf, homeOf, namedBy } = checkedSources(DOORS)

/** Each name with its door. */
const names = DOORS.flatMap((door) =>
  [...exportsOf(door)].map(([name, symbol]) => ({ door, name, symbol })),
)

test('every door has names, and each name has one home', () => {
  const isEmpty = (door: string) => !names.some((one) => one.door === door)
  expect(DOORS.filter(isEmpty)).toEqual([])
  const offenders = names.filter(({ name }) => names.filter((one) => one.name === name).length > 1)
  expect(offenders.map(({ door, name }) => `${door}: ${name}`)).toEqual([])
})

test('a public signature names only public types', () => {
  const isPublic = new Set(names.map(({ symbol }) => symbol))
  const offenders = names.flatMap(({ door, name, symbol }) =>
    [...namedBy(symbol)]
      .filter((named) => !isPublic.has(named))
      .map((named) => `${door}: ${name} names ${named.name} of ${homeOf(named)}`),
  )
  expect(offenders).toEqual([])
})

test('every public name has a comment that says what it is in its first sentence', () => {
  const saysSo = /^(?!\n)(?:.|\n(?!\n))+?\.(?:\s|$)/
  const offenders = names.filter(({ symbol }) => !saysSo.test(commentOf(symbol)))
  expect(offenders.map(({ door, name }) => `${door}: ${name}`)).toEqual([])
})

test('every public name says since which version of the changelog it is there', () => {
  const headings = textOf('CHANGELOG.md').matchAll(/^## \[(\d+\.\d+\.\d+)\]/gm)
  const versions = [...headings].map(([, version]) => version)
  expect(versions).toContain('0.1.0')
  const offenders = names.filter(({ symbol }) => !versions.includes(sinceOf(symbol)))
  expect(offenders.map(({ door, name }) => `${door}: ${name}`)).toEqual([])
})

test('what throws a TypeError says so, and nothing else does', () => {
  const isThrown = (call: () => unknown) => {
    try {
      call()
      return false
    } catch (error) {
      return error instanceof TypeError
    }
  }
  const thrown = Object.keys(throwing).filter((name) => isThrown(throwing[name] ?? (() => 0)))
  const saying = names
    .filter(({ symbol }) => throwsOf(symbol).some((text) => text.startsWith('TypeError ')))
    .map(({ name }) => name)
  expect({ thrown }).toEqual({ thrown: Object.keys(throwing) })
  expect(saying.sort()).toEqual(Object.keys(throwing).sort())
})
