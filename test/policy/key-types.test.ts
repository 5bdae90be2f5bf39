import {
  AnswerService,
  type DependencyFailed,
  InvitationPolicy,
  InvitationService,
  type Repositories,
} from 'group-invitations'
import { err, type ResultAsync } from 'neverthrow'
import { describe, expect, test } from 'vitest'
import { aProfile, aRequest, NOW } from '../support/builders.js'
import { NETWORK } from '../support/network.js'
import { sentAs } from '../support/sending.js'
import { repositoriesWith } from '../support/repositories-with.js'

// Nobody finds a key of another type: not the opt-out, not the claim, not the membership that it stands for.
const keys = [
  ['7', 7],
  ['7n', 7n],
  ['undefined', undefined],
  ['null', null],
] as const

const claim = { invitationId: 'i-1', sentAt: NOW, repeatableAt: NOW }
const aMap = (sound: string, key: unknown, value: unknown) =>
  new Map<unknown, unknown>([
    [sound, value],
    [key, value],
  ])
const changes = (key: unknown) => {
  const changed = { status: 'Declined', changedAt: NOW, changedBy: { memberId: 'bernd' } }
  return new Map<unknown, unknown>(
    ['i-2', key].map((invitationId) => [invitationId, { invitationId, ...changed }]),
  )
}
const standings = (key: unknown) => aMap('anna', key, 'member')

const NOT_A_MAP = 'the answer must be a Map with strings as keys'
const NOT_A_SET = 'the answer must be a Set of strings'
const NOT_A_MAP_INSIDE = 'the map of a group must be a Map with strings as keys'

/** For each method an answer that has such a key beside a sound one, and what is said of it. */
const answers: readonly (readonly [string, string, (key: unknown) => unknown, string])[] = [
  ['memberships', 'findStandings', (key) => aMap('zen', key, standings('bernd')), NOT_A_MAP],
  ['memberships', 'findStandings', (key) => new Map([['zen', standings(key)]]), NOT_A_MAP_INSIDE],
  ['profiles', 'findProfiles', (key) => aMap('bernd', key, aProfile()), NOT_A_MAP],
  ['preferences', 'findOptOuts', (key) => aMap('dora', key, ['all']), NOT_A_MAP],
  ['contacts', 'findContactsAmong', (key) => new Set(['bernd', key]), NOT_A_SET],
  ['invitations', 'findClaims', (key) => aMap('bernd', key, claim), NOT_A_MAP],
  ['groups', 'findGroups', (key) => aMap('zen', key, { name: 'Zen' }), NOT_A_MAP],
  ['answers', 'findChanges', changes, NOT_A_MAP],
]

const ofPolicy = [
  'findStandings',
  'findProfiles',
  'findOptOuts',
  'findContactsAmong',
  'findGroups',
  'findClaims',
]
const ofContacts = ofPolicy.filter((method) => method !== 'findContactsAmong')
const ofAccepting = ['findStandings', 'findProfiles', 'findGroups', 'findChanges']
const ofRecheck = ofPolicy.filter((method) => method !== 'findClaims')

type Ask = (policy: InvitationPolicy, repositories: Repositories) => ResultAsync<unknown, unknown>

/** Everything that can be asked, and the methods that it calls. */
const questions: readonly (readonly [string, readonly string[], Ask])[] = [
  ['evaluate', ofPolicy, (policy) => policy.evaluate(aRequest())],
  [
    'groupsFor',
    ofPolicy,
    (policy) => policy.groupsFor({ inviterId: 'anna', recipientId: 'bernd' }),
  ],
  [
    'contactsFor',
    ofContacts,
    (policy) => policy.contactsFor({ inviterId: 'anna', groupId: 'zen' }),
  ],
  [
    'contactsFor with contactIds',
    ofPolicy,
    (policy) =>
      policy.contactsFor({ inviterId: 'anna', groupId: 'zen', contactIds: ['bernd', 'dora'] }),
  ],
  ['recheck', ofRecheck, (policy) => policy.recheck(sentAs('i-1'))],
  [
    'prepareDelivery',
    [...ofRecheck, 'findChanges'],
    (policy, repositories) =>
      new InvitationService(policy, repositories).prepareDelivery({
        deliveryId: 'i-1.email',
        invitationId: 'i-1',
        channel: 'email',
      }),
  ],
  ['accept', ofAccepting, (policy, repositories) => answersIn(policy, repositories).accept(BERND)],
  [
    'decline',
    ['findChanges'],
    (policy, repositories) => answersIn(policy, repositories).decline(BERND),
  ],
  [
    'withdraw',
    ['findStandings', 'findChanges'],
    (policy, repositories) => answersIn(policy, repositories).withdraw(BERND),
  ],
  [
    'received',
    [...ofAccepting, 'findOptOuts'],
    (policy, repositories) => answersIn(policy, repositories).received('bernd'),
  ],
  [
    'sent',
    ofAccepting.filter((method) => method !== 'findStandings'),
    (policy, repositories) => answersIn(policy, repositories).sent('anna'),
  ],
]

const BERND = { invitationId: 'i-1', memberId: 'bernd' }
const answersIn = (policy: InvitationPolicy, repositories: Repositories) =>
  new AnswerService(policy, repositories)

const sent = { ...aRequest(), invitationId: 'i-1', sentAt: NOW }
const SENT = { ...NETWORK, invitations: [sent] }

describe.each(questions)('%s', (_name, methods, ask) => {
  const called = answers.filter(([, method]) => methods.includes(method))

  const askOver = async (port: string, method: string, answer: unknown) => {
    const repositories = repositoriesWith(port, method, () => answer, SENT)
    return ask(new InvitationPolicy(repositories, { clock: () => NOW }), repositories)
  }

  test.each(called)('%s.%s has strings as keys', async (port, method, answerWith) => {
    const answer = await askOver(port, method, answerWith('clara'))
    const error = answer.isErr() ? answer.error : undefined
    expect(error).not.toMatchObject({ type: 'DependencyFailed' })
  })

  test.each(
    called.flatMap(([port, method, answerWith, message]) =>
      keys.map(([label, key]) => [label, port, method, answerWith(key), message] as const),
    ),
  )('the key %s in %s.%s is an outage', async (_label, port, method, answer, message) => {
    const failure: DependencyFailed = {
      type: 'DependencyFailed',
      dependency: port,
      operation: method,
      cause: new TypeError(message),
      effect: 'none',
    }
    expect(await askOver(port, method, answer)).toEqual(err(failure))
  })
})
