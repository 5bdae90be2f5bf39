// What a strict consumer writes, with names of every entry point: compiled against the installed declarations, and
// never run.
import {
  type AnsweredInvitation,
  AnswerService,
  type AnswerServiceRepositories,
  decide,
  decideAnswer,
  type DenialsOf,
  defineRule,
  type EvaluationError,
  forInviter,
  forRecipient,
  type Group,
  type GroupRepository,
  InvitationPolicy,
  type InvitationRequest,
  InvitationService,
  type InvitationStatus,
  type PaceOptions,
  parseFacts,
  type ReceivedItem,
  type Repositories,
  type SentStatus,
  type SerializedFacts,
  serializeFacts,
} from 'group-invitations'
import { findMentions } from 'group-invitations/content'
import { type DraftValidation, invitationDraftSchema } from 'group-invitations/form'
import { type ProblemDetails, toProblemDetails } from 'group-invitations/http'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { createMessages, en, type RenderedEmail, renderEmail } from 'group-invitations/messages'
import { type ContractCase, groupRepositoryContract } from 'group-invitations/testing'

class Groups implements GroupRepository {
  private readonly groups = new Map<string, Group>([['chess', { name: 'Chess', url: undefined }]])

  findGroups(groupIds: readonly string[]) {
    const found = [...this.groups].filter(([groupId]) => groupIds.includes(groupId))
    return Promise.resolve(new Map(found))
  }
}

export const repositories: Repositories = {
  memberships: {
    findStandings: ([groupId = '']) => new Map([[groupId, new Map([['anna', 'member']])]]),
    findGroupsOf: () => ['chess'],
  },
  profiles: { findProfiles: () => new Map() },
  preferences: {
    findOptOuts: (_memberIds, [inviterId = '']) => new Map([['bernd', ['all', { inviterId }]]]),
    setOptOut: () => undefined,
  },
  contacts: {
    findContactsAmong: async () => Promise.resolve(new Set<string>()),
    findContactsOf: () => [],
  },
  groups: new Groups(),
  invitations: {
    findClaims: () => new Map(),
    findRecentFingerprints: (_inviterId, since) => [
      { recipientId: 'bernd', textFingerprint: `${+since}` },
    ],
    findFreeAt: (inviterId) => (inviterId === 'anna' ? new Date(0) : undefined),
    findInvitation: () => undefined,
    commit: ({ invitation, pace }) =>
      pace
        ? { type: 'PaceTaken', freeAt: invitation.sentAt }
        : { type: 'PairTaken', claim: invitation },
  },
  answers: {
    findChanges: () => new Map(),
    findInvitationsOf: async () => Promise.resolve([]),
    change: ({ change, admit }) =>
      admit ? { type: 'Changed', standing: admit.standing } : { type: 'NotChanged', change },
  },
}

const quota = defineRule({
  name: 'quota',
  load: ({ inviterId }) => Promise.resolve(inviterId.length),
  check: (_candidate, sent) => (sent < 20 ? undefined : { type: 'QuotaUsedUp', sent }),
  recheck: false,
})
const recorded: SerializedFacts[] = []
const pace: PaceOptions = { burst: 20, every: { minutes: 72 } }
const policy = new InvitationPolicy(repositories, {
  rules: [quota],
  pace,
  findMentions,
  observe: ({ facts }) => void recorded.push(serializeFacts(facts)),
})
const service = new InvitationService(policy, repositories)
export const sendingOnly = new InvitationService(policy, { ...repositories, answers: undefined })
const { contacts: _notNeeded, ...others } = repositories
const answers = new AnswerService(policy, others satisfies AnswerServiceRepositories)

type QuotaUsedUp = DenialsOf<readonly [typeof quota]>
type Denied = Extract<EvaluationError<QuotaUsedUp>, { type: 'InvitationDenied' }>
type DenialType = Denied['denials'][number]['type']

/** Compiles as long as no denial is missing, and none is added. */
const pages: { readonly [Type in DenialType]: 'form' | 'people' | 'content' } = {
  SelfInvitation: 'people',
  InviterNotFound: 'people',
  GroupNotFound: 'people',
  InviterNotInGroup: 'people',
  NotADirectContact: 'people',
  TooManyInvitations: 'people',
  SubjectTooLong: 'form',
  TextEmpty: 'form',
  TextTooLong: 'form',
  UnsafeCharacter: 'form',
  RateLimited6Months: 'people',
  RecipientNotFound: 'people',
  RecipientOptedOut: 'people',
  AlreadyMember: 'people',
  MembershipPending: 'people',
  RecipientBanned: 'people',
  UnfilledPlaceholder: 'content',
  SalutationMissing: 'content',
  ProfileReferenceMissing: 'content',
  WantsAndHavesNotAddressed: 'content',
  LinkInText: 'content',
  MassMessage: 'content',
  ProhibitedContent: 'content',
  QuotaUsedUp: 'people',
}

export async function check(request: InvitationRequest): Promise<string> {
  const verdict = await policy.evaluate(request)
  if (verdict.isOk()) return verdict.value.repeatableAt.toISOString()
  const { error } = verdict
  en.describe(forInviter(error))
  // @ts-expect-error -- the custom denial has no words there
  en.describe(forInviter(error, { reveal: ['QuotaUsedUp'] }))
  switch (error.type) {
    case 'InvitationDenied':
      return error.denials.map(({ type }) => pages[type]).join()
    case 'InvalidRequest':
      return error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join()
    case 'DependencyFailed':
      return `${error.dependency}.${error.operation}: ${error.effect}`
  }
}

export const replayed = (request: InvitationRequest, facts: unknown): string =>
  decide(request, parseFacts(facts), { enforcement: { LinkInText: 'deny' }, pace }).match(
    (approval) => String(approval.pace?.everyMs),
    ({ type }) => type,
  )

const messages = createMessages<QuotaUsedUp>(en.language, {
  QuotaUsedUp: ({ sent }, { number }) => `You have sent ${number(sent)}.`,
})

export async function send(request: InvitationRequest): Promise<ProblemDetails | RenderedEmail[]> {
  const sent = await service.send(request, { invitationId: 'form-1' })
  if (sent.isErr()) {
    const disclosed = forInviter(sent.error, { reveal: ['QuotaUsedUp'] })
    return toProblemDetails(disclosed, { messages, locale: 'de' })
  }
  const [delivery] = sent.value.deliveries
  const prepared = delivery && (await service.prepareDelivery(delivery))
  const mailing = { platform: 'Elbnetz', domain: 'elbnetz.example', unsubscribeUrl: 'https://a.b' }
  return prepared?.isOk() ? [renderEmail(prepared.value, mailing)] : []
}

/** Compiles as long as no status is missing, and none is added. */
const labels: { readonly [Status in InvitationStatus | SentStatus]: string } = {
  Open: 'waiting',
  Declined: 'declined',
  Accepted: 'accepted',
  Withdrawn: 'withdrawn',
  Expired: 'over',
}

export async function accept(
  invitationId: string,
  memberId: string,
): Promise<ProblemDetails | AnsweredInvitation> {
  const accepted = await answers.accept({ invitationId, memberId })
  if (accepted.isOk()) return accepted.value
  const disclosed = forRecipient(accepted.error)
  en.describe(disclosed)
  // @ts-expect-error -- what the recipient may know is not made of what was sent
  forRecipient({ type: 'TextEmpty' })
  return toProblemDetails(disclosed)
}

export async function listed(memberId: string): Promise<string[]> {
  const received: ReceivedItem[] = []
  let before: string | undefined
  do {
    const page = await answers.received(memberId, { before, limit: 20 })
    if (page.isErr()) return [en.describe(forRecipient(page.error))]
    received.push(...page.value.items)
    before = page.value.next
  } while (before !== undefined)
  const sent = await answers.sent(memberId)
  await answers.withdraw({ invitationId: 'i-1', network: 'member-erased' })
  await service.optOut(memberId, { groupId: 'chess' })
  return [
    ...received.map(({ inviter, group }) => `${inviter.displayName}: ${group.name}`),
    ...sent.match(
      ({ items }) => items.map(({ status }) => labels[status]),
      (error) => [en.describe(forInviter(error))],
    ),
  ]
}

export function decidedOn({ invitation }: AnsweredInvitation, now: Date): string {
  const decided = decideAnswer(
    'decline',
    invitation,
    { memberId: invitation.recipientId },
    {
      ...{ now, change: undefined, group: undefined, inviterProfile: undefined },
      ...{ inviterStanding: undefined, recipientStanding: undefined, actorStanding: undefined },
    },
  )
  return decided.match(
    ({ status }) => labels[status],
    ({ type }) => type,
  )
}

export const draftOf = (body: unknown): DraftValidation =>
  invitationDraftSchema['~standard'].validate(body)

export const cases: readonly ContractCase[] = groupRepositoryContract(() => ({
  repository: createInMemoryRepositories().groups,
  seed: ({ groups }) => Promise.resolve(groups).then(() => undefined),
  close: () => undefined,
}))
