import type {
  ContentEnforcement,
  InvitationFacts,
  InvitationRequest,
  PaceOptions,
  ScreenedEvidence,
} from 'group-invitations'
import { fingerprintText } from 'group-invitations/content'
import fc from 'fast-check'
import { anyText } from './arbitraries.js'
import { aClaim, after, anInviter, aProfile, NOW } from './builders.js'

const enforcements = ['deny', 'advise', 'off'] as const
const standing = fc.constantFrom('member', 'moderator', 'pending', 'banned', undefined)
const COPY =
  'Lieber Bernd, wir treffen uns jeden ersten Montag im Monat im Hafen und reden über TypeScript.'

/** What people write, and what they should not write. */
export const phrase = fc.constantFrom(
  ...['Lieber Bernd, ', 'Hallo zusammen! ', 'du bietest TypeScript an. ', 'Spielst du Schach? '],
  ...[
    '{name} ',
    'www.elbschach.de ',
    'passives Einkommen ',
    'Network-Marketing: verdiene von zuhause ein p4ssives Einkommen ',
    `${COPY} `,
  ],
  ...['\u202e', '\n', 'a'.repeat(100), '👨‍👩‍👧‍👦', ''],
)
const text = fc.oneof(
  fc.array(phrase, { maxLength: 8 }).map((phrases) => phrases.join('')),
  anyText(),
)

export const requests: fc.Arbitrary<InvitationRequest> = fc.record({
  inviterId: fc.constant('anna'),
  recipientId: fc.constantFrom('bernd', 'anna'),
  groupId: fc.constant('typescript-hamburg'),
  route: fc.constantFrom('profile', 'group'),
  subject: fc.option(text, { nil: undefined }),
  text,
})

const profiles = fc.record({
  displayName: fc.constantFrom('Bernd Müller', '–'),
  wants: fc.subarray(['Schach']),
  haves: fc.subarray(['TypeScript']),
  other: fc.subarray(['Elbwerk GmbH']),
})

const evidence: fc.Arbitrary<ScreenedEvidence> = fc.record({
  category: fc.constantFrom('spam', 'multi-level-marketing', 'harassment'),
  term: fc.constant('gratis'),
  index: fc.constant(0),
  certainty: fc.constantFrom('sure', 'suspected', undefined),
})

export const facts: fc.Arbitrary<InvitationFacts> = fc.record({
  now: fc.constant(NOW),
  inviterProfile: fc.option(fc.constant(anInviter()), { nil: undefined }),
  group: fc.option(fc.constant({ name: 'TypeScript Hamburg' }), { nil: undefined }),
  inviterStanding: standing,
  recipientStanding: standing,
  recipientProfile: fc.option(profiles, { nil: undefined }),
  recipientOptedOut: fc.boolean(),
  areDirectContacts: fc.boolean(),
  claim: fc.option(
    fc.integer({ min: -2, max: 2 }).map((sooner) => aClaim(after(NOW, sooner))),
    { nil: undefined },
  ),
  inviterFreeAt: fc.option(
    fc.integer({ min: -2, max: 2 }).map((sooner) => after(NOW, 60_000 + sooner)),
    { nil: undefined },
  ),
  recentFingerprints: fc.subarray(
    ['clara', 'deniz'].map((recipientId) => ({
      recipientId,
      textFingerprint: fingerprintText(COPY, aProfile()),
    })),
  ),
  evidence: fc.option(fc.array(evidence, { maxLength: 3 }), { nil: undefined }),
})

export const settings: fc.Arbitrary<Partial<ContentEnforcement>> = fc.record({
  UnfilledPlaceholder: fc.constantFrom(...enforcements),
  SalutationMissing: fc.constantFrom(...enforcements),
  ProfileReferenceMissing: fc.constantFrom(...enforcements),
  WantsAndHavesNotAddressed: fc.constantFrom('advise', 'off'),
  LinkInText: fc.constantFrom(...enforcements),
  MassMessage: fc.constantFrom(...enforcements),
  ProhibitedContent: fc.constantFrom(...enforcements),
})

/** Paces of which `facts` have used nothing, something, or just too much. */
export const paces: fc.Arbitrary<PaceOptions | undefined> = fc.constantFrom(
  undefined,
  { burst: 1, every: { minutes: 1 } },
  { burst: 2, every: { minutes: 1 } },
)
