import {
  type ContentFinding,
  decide,
  DENIAL_TYPES,
  type DecisionOptions,
  defineRule,
  type Enforcement,
  isContentFinding,
  InvitationPolicy,
  type InvitationRequest,
  InvitationService,
  type Observation,
  parseFacts,
  serializeFacts,
} from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { after, NOW } from '../support/builders.js'
import { runs } from '../support/runs.js'

const members = ['anna', 'bernd', 'clara', 'dora']
const groups = ['chess', 'zen']

const SENTENCES = [
  ...['Lieber Bernd,', 'Dear Clara,', 'Hallo,', 'Hallo {first_name},', 'Liebe Dora!'],
  ...['du bietest TypeScript an.', 'Spielst du noch Schach?', 'You look for a Chess partner.'],
  ...['Mehr unter https://chess.example.', 'Write to anna@mail.example.', 'Bis [Datum].'],
  ...['Verdiene 5.000 € im Monat mit passivem Einkommen in deiner eigenen Downline!'],
  ...['Gratis gewinnen!!! Nur heute 90 % Rabatt, jetzt kaufen!', 'Kein Spam, kein MLM.'],
  ...['Wir treffen uns jeden Montag am Hafen und zeigen einander Code aus dem Alltag.'],
  ...['\u202E', 'x'.repeat(480), '👩‍👩‍👧‍👦', '\ud83d', ''],
]

const GOOD = 'Lieber Bernd, du bietest TypeScript an: Magst du zu unserem Treffen am Hafen kommen?'

/** Mostly so, now and then otherwise, so that many decisions end in an approval. */
const mostly = <Value>(usual: Value, ...others: readonly Value[]) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(usual) }, fc.constantFrom(usual, ...others))

const aText = fc.oneof(
  fc.constant(GOOD),
  fc.array(fc.constantFrom(...SENTENCES), { maxLength: 6 }).map((parts) => parts.join(' ')),
  fc.constantFrom(...SENTENCES).map((part) => `${GOOD} ${part}`),
)
const anEnforcement = fc.constantFrom<Enforcement>('deny', 'advise')

/** A world, and one request in it. */
const aDecision = fc.record({
  ofAnna: mostly('member', 'moderator', 'pending', 'banned', undefined),
  ofOthers: mostly(undefined, 'member', 'moderator', 'pending', 'banned'),
  optedOut: mostly('dora', 'bernd'),
  areContacts: fc.boolean(),
  haves: mostly(['TypeScript'], [], ['Schach', 'Chess partner']),
  sentBefore: fc.array(
    fc.record({
      to: fc.constantFrom('clara', 'dora', 'bernd'),
      text: aText,
      ago: fc.constantFrom(1, 10, 300),
    }),
    { maxLength: 3 },
  ),
  burst: fc.constantFrom(undefined, 1, 3),
  isFrozen: mostly(false, true),
  request: fc.record({
    inviterId: mostly('anna', 'bernd', 'nobody'),
    recipientId: mostly('bernd', ...members, 'nobody'),
    groupId: mostly('chess', 'zen', 'nowhere'),
    route: mostly<InvitationRequest['route']>('profile', 'group'),
    subject: mostly<string | undefined>(undefined, ' ', 'Schach?', 's'.repeat(121)),
    text: aText,
    reference: fc.constantFrom(undefined, { field: 'haves', entry: 'Schach' } as const),
  }),
  enforcement: fc.record({
    UnfilledPlaceholder: anEnforcement,
    SalutationMissing: anEnforcement,
    ProfileReferenceMissing: anEnforcement,
    LinkInText: anEnforcement,
    MassMessage: anEnforcement,
    ProhibitedContent: anEnforcement,
  }),
})

type Decision = typeof aDecision extends fc.Arbitrary<infer Value> ? Value : never

const day = 24 * 60 * 60 * 1000

/** Evaluates the request in its world, after the earlier invitations were sent, and returns what was observed. */
async function observed(decision: Decision): Promise<Observation & { options: DecisionOptions }> {
  const { ofAnna, ofOthers, optedOut, areContacts, haves, sentBefore, burst, isFrozen } = decision
  const repositories = createInMemoryRepositories({
    members: members.map((memberId) => ({
      memberId,
      displayName: `${memberId.slice(0, 1).toUpperCase()}${memberId.slice(1)} Weiß`,
      optedOut: optedOut === memberId,
      haves,
    })),
    groups: groups.map((groupId) => ({
      groupId,
      name: groupId,
      standings: Object.fromEntries(
        members.map((memberId) => [memberId, memberId === 'anna' ? ofAnna : ofOthers]),
      ),
    })),
    contacts: areContacts ? [['anna', 'bernd']] : [],
    invitations: sentBefore.map(({ to, text, ago }, index) => ({
      invitationId: `i-${index}`,
      inviterId: 'anna',
      recipientId: to,
      text,
      sentAt: after(NOW, -ago * day),
    })),
  })
  const pace = burst === undefined ? undefined : { burst, every: { minutes: 60 } }
  const options = { enforcement: decision.enforcement, pace }
  const groupIsNotFrozen = defineRule({
    name: 'groupIsNotFrozen',
    check: () => (isFrozen ? ({ type: 'GroupFrozen' } as const) : undefined),
  })
  const seen: Observation[] = []
  const policy = new InvitationPolicy(repositories, {
    ...options,
    clock: () => NOW,
    rules: [groupIsNotFrozen],
    observe: (observation) => void seen.push(observation),
  })
  // Uses the pace, if it is sent; it is observed too.
  const first = {
    ...decision.request,
    recipientId: 'clara',
    text: 'Liebe Clara, du bietest TypeScript an!',
  }
  await new InvitationService(policy, repositories).send(first)
  const verdict = await policy.evaluate(decision.request)
  const last = seen.at(-1)
  if (last === undefined) throw new Error('nothing was observed')
  expect(last.verdict).toEqual(verdict)
  return { ...last, options }
}

/** The observation after JSON. */
function recorded({ request, facts }: Observation): Pick<Observation, 'request' | 'facts'> {
  const json = JSON.stringify({ request, facts: serializeFacts(facts) })
  const record = JSON.parse(json) as { request: InvitationRequest; facts: unknown }
  return { request: record.request, facts: parseFacts(record.facts) }
}

/** The verdict as decide returns it, without the denials of custom rules. */
function asDecided({ verdict, options }: Observation & { options: DecisionOptions }) {
  if (verdict.isOk()) return { denials: [], advisories: verdict.value.advisories, options }
  const { denials, advisories } = verdict.error
  return { denials: denials.filter(({ type }) => type !== 'GroupFrozen'), advisories, options }
}

test('1,000 decisions, recorded through JSON and replayed, are all the same', async () => {
  const met = new Set<string>()
  await fc.assert(
    fc.asyncProperty(aDecision, async (decision) => {
      const observation = await observed(decision)
      const { request, facts } = recorded(observation)
      const replayed = decide(request, facts, observation.options)
      const { verdict } = observation
      for (const { type } of verdict.isOk() ? [{ type: 'approved' }] : verdict.error.denials) {
        met.add(type)
      }
      if (verdict.isOk() || !decision.isFrozen) expect(replayed).toEqual(verdict)
      const { denials, advisories } = asDecided(observation)
      expect(
        replayed.match(
          (approval) => ({ denials: [], advisories: approval.advisories }),
          (error) => ({ ...error, type: undefined, draft: undefined }),
        ),
      ).toEqual({ denials, advisories })
    }),
    runs(1000),
  )
  const types = ['approved', 'GroupFrozen', ...DENIAL_TYPES]
  const isAdvisory = (type: string) => type === 'WantsAndHavesNotAddressed'
  expect(types.filter((type) => !met.has(type) && !isAdvisory(type))).toEqual([])
})

test('under another enforcement exactly the findings of that type move', async () => {
  const setting = fc.constantFrom<Enforcement>('deny', 'advise', 'off')
  const type = fc.constantFrom(
    'UnfilledPlaceholder',
    'SalutationMissing',
    'ProfileReferenceMissing',
    'LinkInText',
    'MassMessage',
    'ProhibitedContent',
  )
  await fc.assert(
    fc.asyncProperty(aDecision, type, setting, async (decision, changed, to) => {
      const observation = await observed(decision)
      const before = asDecided(observation)
      const { request, facts } = recorded(observation)
      const enforcement = { ...observation.options.enforcement, [changed]: to }
      const replayed = decide(request, facts, { ...observation.options, enforcement })
      const all = [...before.denials, ...before.advisories]
      const isDenied = (finding: ContentFinding) => {
        const canDeny =
          !('certainty' in finding && finding.certainty === 'suspected') &&
          !(finding.type === 'MassMessage' && finding.similarCount === 1)
        return finding.type === changed
          ? canDeny && to === 'deny'
          : before.denials.includes(finding)
      }
      const stays = all.filter((finding) => finding.type !== changed || to !== 'off')
      const denied = stays.filter((finding) => !isContentFinding(finding) || isDenied(finding))
      const advised = stays.filter((finding) => !denied.includes(finding))
      const after = replayed.match(
        ({ advisories }) => ({ denials: [], advisories }),
        (error) => (error.type === 'InvitationDenied' ? error : undefined),
      )
      expect(new Set(after?.denials)).toEqual(new Set(denied))
      expect(new Set(after?.advisories)).toEqual(new Set(advised))
    }),
    runs(1000),
  )
})
