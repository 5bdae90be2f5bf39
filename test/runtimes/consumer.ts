// What a strict consumer writes, with names of every entry point: compiled against the installed declarations, and
// never run.
import {
  defineRule,
  type EvaluationError,
  forInviter,
  type Group,
  type GroupRepository,
  InvitationPolicy,
  type InvitationRequest,
  InvitationService,
  type Repositories,
} from 'group-invitations'
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
  preferences: { findOptedOut: () => new Set<string>(), setOptedOut: () => undefined },
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
    findInvitation: () => undefined,
    commit: ({ invitation }) => ({ type: 'PairTaken', claim: invitation }),
  },
}

const quota = defineRule({
  name: 'quota',
  reveal: true,
  load: (inviterId) => Promise.resolve(inviterId.length),
  check: (_candidate, sent) => (sent < 20 ? undefined : { type: 'QuotaUsedUp', sent }),
})
const policy = new InvitationPolicy(repositories, { rules: [quota] })
const service = new InvitationService(policy, repositories)

type Refusal = Extract<EvaluationError<readonly [typeof quota]>, { type: 'InvitationDenied' }>
type Reason = Refusal['denials'][number]['type']

/** Compiles as long as no reason is missing, and none is added. */
const pages: { readonly [Type in Reason]: 'form' | 'people' | 'content' } = {
  SelfInvitation: 'people',
  InviterNotInGroup: 'people',
  NotADirectContact: 'people',
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
  // @ts-expect-error -- the own rule's denial has no words there
  en.describe(forInviter(error))
  switch (error.type) {
    case 'InvitationDenied':
      return error.denials.map(({ type }) => pages[type]).join()
    case 'InvalidRequest':
      return error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join()
    case 'DependencyFailed':
      return `${error.repository}.${error.operation}`
  }
}

const messages = createMessages<{ readonly type: 'QuotaUsedUp'; readonly sent: number }>(
  en.language,
  { QuotaUsedUp: ({ sent }, { number }) => `You have sent ${number(sent)}.` },
)

export async function send(request: InvitationRequest): Promise<ProblemDetails | RenderedEmail[]> {
  const sent = await service.send(request, { invitationId: 'form-1' })
  if (sent.isErr()) return toProblemDetails(forInviter(sent.error), { messages, locale: 'de' })
  const [delivery] = sent.value.deliveries
  const prepared = delivery && (await service.prepareDelivery(delivery))
  const mailing = { platform: 'Elbnetz', domain: 'elbnetz.example', unsubscribeUrl: 'https://a.b' }
  return prepared?.isOk() ? [renderEmail(prepared.value, mailing)] : []
}

export const draftOf = (body: unknown): DraftValidation =>
  invitationDraftSchema['~standard'].validate(body)

export const cases: readonly ContractCase[] = groupRepositoryContract(() => ({
  repository: createInMemoryRepositories().groups,
  seed: ({ groups }) => Promise.resolve(groups).then(() => undefined),
  close: () => undefined,
}))
