import {
  AnswerService,
  defineRule,
  InvitationPolicy,
  type InvitationRequest,
  InvitationService,
  type LogRecord,
  type PolicyOptions,
  type Repositories,
} from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'

const others = ['bernd', 'clara', 'dora', 'edgar', 'frank']

/**
 * Anna may invite Bernd and Clara into the group. Dora has opted out, a custom rule protects Edgar, and Frank is in a store
 * that is down. Eve is a member of the network alone.
 */
const NETWORK = {
  members: [
    { memberId: 'anna', displayName: 'Anna Schmidt' },
    { memberId: 'eve', displayName: 'Eve' },
    ...others.map((memberId) => ({
      ...{ memberId, haves: ['TypeScript'], optedOut: memberId === 'dora' },
      displayName: `${memberId.charAt(0).toUpperCase()}${memberId.slice(1)} Müller`,
    })),
  ],
  groups: [{ groupId: 'ts', name: 'TypeScript', standings: { anna: 'member' as const } }],
}

/** What a client sends, without its inviter. */
export const aDraft = (recipientId = 'bernd', changes: Partial<InvitationRequest> = {}) => ({
  ...{ recipientId, groupId: 'ts', route: 'profile' as const },
  text: `Lieber ${recipientId}, du bietest TypeScript an: Wir treffen uns jeden ersten Montag im Monat.`,
  ...changes,
})

export const SECRET = 'postgres://invitations:secret@db.internal'

const edgarIsLeftAlone = defineRule({
  name: 'edgarIsLeftAlone',
  check: ({ recipientId }) => (recipientId === 'edgar' ? { type: 'LeftAlone' } : undefined),
})

/** The options of the policy, and a store part of which fails. */
export function aWorld(options: PolicyOptions = {}) {
  const store = createInMemoryRepositories(NETWORK)
  const repositories: Repositories = {
    ...store,
    contacts: {
      ...store.contacts,
      findContactsAmong: (memberId, candidateIds) =>
        candidateIds.includes('frank')
          ? Promise.reject(new Error(SECRET))
          : store.contacts.findContactsAmong(memberId, candidateIds),
    },
    answers: {
      findChanges: (ids) => store.answers.findChanges(ids),
      change: (record) => store.answers.change(record),
      findInvitationsOf: (memberId, ...page) =>
        memberId === 'frank'
          ? Promise.reject(new Error(SECRET))
          : store.answers.findInvitationsOf(memberId, ...page),
    },
  }
  const policyOptions = { ...options, rules: [edgarIsLeftAlone] }
  const logged: LogRecord[] = []
  return {
    store,
    repositories,
    policyOptions,
    logged,
    log: (record: LogRecord) => void logged.push(record),
  }
}

/** The same with both services. */
export function servicesOf({ repositories, policyOptions }: ReturnType<typeof aWorld>) {
  const policy = new InvitationPolicy(repositories, policyOptions)
  return {
    policy,
    service: new InvitationService(policy, repositories),
    answers: new AnswerService(policy, repositories),
  }
}
