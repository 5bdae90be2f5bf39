import { isDeepStrictEqual } from 'node:util'
import {
  type ContentEnforcement,
  type ContentFinding,
  DENIAL_TYPES,
  type EnforcementOptions,
  InvitationPolicy,
  isContentFinding,
  type MemberProfile,
  type ProhibitedContent,
  type ProfileReference,
} from 'group-invitations'
import { createInMemoryRepositories, type Network } from 'group-invitations/memory'
import { expect, test } from 'vitest'
import { after, aRequest, NOW } from '../support/builders.js'
import { ruleResultsIn } from '../support/verdicts.js'
import { booleans } from './people.js'
import { ROWS, thousands } from './rows.js'

/** What may be in a draft or not. */
interface Contents {
  readonly salutes: boolean
  readonly mentions: 'nothing' | 'wants' | 'haves' | 'other'
  readonly hasSlot: boolean
  readonly hasLink: boolean
  /** What the service's own screener says of it. */
  readonly advertises: 'no' | 'perhaps' | 'surely'
  readonly copies: keyof typeof copies
}

/** What else decides on it. */
interface Setting {
  readonly profile: keyof typeof profiles
  readonly declares: keyof typeof references
  readonly enforcement: EnforcementOptions
}

const bernd = { displayName: 'Bernd Müller', wants: ['Schach'], haves: ['TypeScript'] }
const other = ['Elbwerk GmbH']
const profiles = {
  full: { ...bernd, other },
  onlyOther: { ...bernd, wants: [], haves: [], other },
  noEntries: { ...bernd, wants: [], haves: [], other: [] },
  noName: { ...bernd, displayName: '–', other },
  none: undefined,
} satisfies Record<string, MemberProfile | undefined>

const references = {
  nothing: undefined,
  wants: { field: 'wants', entry: 'Schach' },
  haves: { field: 'haves', entry: 'TypeScript' },
  other: { field: 'other', entry: 'Elbwerk GmbH' },
  whatIsNone: { field: 'haves', entry: 'Geige' },
} satisfies Record<string, ProfileReference | undefined>

/** Who has got the same text from whom and when, and how many others from the inviter within 30 days. */
const copies = {
  none: { sent: [], others: 0 },
  toOneOther: { sent: [['anna', 'clara', 1]], others: 1 },
  toTwoOthers: {
    sent: [
      ['anna', 'clara', 1],
      ['anna', 'deniz', 30],
    ],
    others: 2,
  },
  twiceToOneOther: {
    sent: [
      ['anna', 'clara', 1],
      ['anna', 'clara', 2],
    ],
    others: 1,
  },
  longAgo: {
    sent: [
      ['anna', 'clara', 31],
      ['anna', 'deniz', 31],
    ],
    others: 0,
  },
  toTheSame: {
    sent: [
      ['anna', 'bernd', 1],
      ['anna', 'bernd', 2],
    ],
    others: 0,
  },
  fromAnother: {
    sent: [
      ['emil', 'clara', 1],
      ['emil', 'deniz', 1],
    ],
    others: 0,
  },
} satisfies Record<
  string,
  { sent: (readonly [from: string, to: string, daysAgo: number])[]; others: number }
>

const mentions = { nothing: '', wants: 'Schach', haves: 'TypeScript', other: 'Elbwerk' }

/** `Object.keys` forgets that these are the keys. */
const keysOf = <Keyed extends object>(keyed: Keyed) => Object.keys(keyed) as (keyof Keyed)[]

function* allContents(): Generator<Contents> {
  for (const salutes of booleans)
    for (const mentions of ['nothing', 'wants', 'haves', 'other'] as const)
      for (const hasSlot of booleans)
        for (const hasLink of booleans)
          for (const advertises of ['no', 'perhaps', 'surely'] as const)
            for (const copied of keysOf(copies))
              yield { salutes, mentions, hasSlot, hasLink, advertises, copies: copied }
}

const byDefault = {
  UnfilledPlaceholder: 'deny',
  SalutationMissing: 'deny',
  ProfileReferenceMissing: 'deny',
  WantsAndHavesNotAddressed: 'advise',
  LinkInText: 'advise',
  MassMessage: 'deny',
  ProhibitedContent: 'deny',
} as const satisfies ContentEnforcement

/** The defaults, each rule by itself as it can be set otherwise, and all of them alike. */
function* allEnforcements(): Generator<EnforcementOptions> {
  yield {}
  for (const setting of ['deny', 'advise', 'off'] as const) {
    const all: Required<EnforcementOptions> = {
      ...{ UnfilledPlaceholder: setting, SalutationMissing: setting, LinkInText: setting },
      ...{ ProfileReferenceMissing: setting, MassMessage: setting, ProhibitedContent: setting },
      WantsAndHavesNotAddressed: setting === 'deny' ? 'advise' : setting,
    }
    yield all
    for (const type of keysOf(byDefault))
      if (all[type] !== byDefault[type]) yield { [type]: all[type] }
  }
}

/** Each profile with each declared reference; and one of them with each enforcement. */
function* allSettings(): Generator<Setting> {
  for (const profile of keysOf(profiles))
    for (const declares of keysOf(references)) yield { profile, declares, enforcement: {} }
  for (const enforcement of [...allEnforcements()].slice(1))
    yield { profile: 'full', declares: 'nothing', enforcement }
}

function textOf({ salutes, mentions: topic, hasSlot, hasLink, advertises }: Contents): string {
  return [
    salutes ? 'Lieber Bernd,' : 'Hallo zusammen,',
    'wir treffen uns jeden ersten Montag im Monat abends am Hafen und reden lange über',
    `${mentions[topic] || 'alles Mögliche'}.`,
    hasSlot ? 'Grüße an {firma}!' : '',
    hasLink ? 'Mehr auf elbschach.de.' : '',
    advertises === 'no' ? '' : 'So entsteht passives Einkommen.',
  ]
    .filter((part) => part !== '')
    .join(' ')
}

const DAY = 86_400_000

const networkOf = (contents: Contents, who: MemberProfile | undefined): Network => ({
  members: [
    { memberId: 'anna', displayName: 'Anna Schmidt' },
    // All alike, so that the same is left of the same text.
    ...(who ? ['bernd', 'clara', 'deniz'].map((memberId) => ({ memberId, ...who })) : []),
  ],
  groups: [
    { groupId: 'typescript-hamburg', name: 'TypeScript Hamburg', standings: { anna: 'member' } },
  ],
  invitations: copies[contents.copies].sent.map(([inviterId, recipientId, daysAgo], index) => ({
    ...{ invitationId: `copy-${index}`, inviterId, recipientId, groupId: 'typescript-hamburg' },
    ...{ sentAt: after(NOW, -daysAgo * DAY), repeatableAt: NOW, text: textOf(contents) },
  })),
})

/** The finding of prohibited content, as a screener of the service's own makes it. */
function prohibitedIn(contents: Contents): ProhibitedContent {
  const certainty = contents.advertises === 'surely' ? 'sure' : 'suspected'
  const term = 'passives Einkommen'
  const index = textOf(contents).indexOf(term)
  return {
    ...{ type: 'ProhibitedContent', certainty },
    evidence: [{ category: 'multi-level-marketing', term, index, certainty }],
  }
}

/** The domain's sentences on the content, one a line, as it is enforced. */
function sentencesOn(contents: Contents, { profile, declares, enforcement }: Setting) {
  const { others } = copies[contents.copies]
  const text = textOf(contents)
  const who: MemberProfile | undefined = profiles[profile]
  const { wants = [], haves = [], other: rest = [] } = who ?? {}
  const has = { wants, haves, other: rest, nothing: [] }
  const declared = references[declares]
  const fields = [
    contents.mentions,
    ...(declared && has[declared.field].includes(declared.entry) ? [declared.field] : []),
  ].filter((field) => has[field].length > 0)
  const at = (written: string) => text.indexOf(written)
  const sentences: [isSo: boolean, finding: ContentFinding][] = [
    [
      contents.hasSlot,
      {
        ...{ type: 'UnfilledPlaceholder', placeholder: '{firma}', index: at('{firma}') },
        certainty: 'sure',
      },
    ],
    [
      !contents.salutes && profile !== 'none' && profile !== 'noName',
      { type: 'SalutationMissing', names: ['Bernd', 'Müller'] },
    ],
    [
      [...wants, ...haves, ...rest].length > 0 && fields.length === 0,
      {
        type: 'ProfileReferenceMissing',
        entries: (['wants', 'haves', 'other'] as const).flatMap((field) =>
          has[field].map((entry) => ({ field, entry })),
        ),
      },
    ],
    [
      [...wants, ...haves].length > 0 && !fields.some((field) => field !== 'other'),
      { type: 'WantsAndHavesNotAddressed', wants, haves },
    ],
    [contents.hasLink, { type: 'LinkInText', link: 'elbschach.de', index: at('elbschach.de') }],
    [others > 0, { type: 'MassMessage', similarity: 1, similarCount: others }],
    [contents.advertises !== 'no', prohibitedIn(contents)],
  ]
  const enforced = { ...byDefault, ...enforcement }
  const enforcedAs = (how: 'deny' | 'advise') =>
    sentences
      .filter(([isSo, { type }]) => {
        const isOnlyAdvised =
          (type === 'MassMessage' && others === 1) ||
          (type === 'ProhibitedContent' && contents.advertises === 'perhaps')
        const setting = isOnlyAdvised && enforced[type] === 'deny' ? 'advise' : enforced[type]
        return isSo && setting === how
      })
      .map(([, finding]) => finding)
  return { denials: enforcedAs('deny'), advisories: enforcedAs('advise') }
}

test(`${thousands(ROWS.contents)} drafts are judged as the domain says`, async () => {
  const wrong: unknown[] = []
  const raised = new Set<string>()
  let rows = 0
  for (const setting of allSettings())
    for (const contents of allContents()) {
      const repositories = createInMemoryRepositories(
        networkOf(contents, profiles[setting.profile]),
      )
      const policy = new InvitationPolicy(repositories, {
        clock: () => NOW,
        enforcement: setting.enforcement,
        // Without one, the built-in screener finds nothing.
        screen: contents.advertises === 'no' ? undefined : () => prohibitedIn(contents).evidence,
      })
      const request = aRequest({
        text: textOf(contents),
        reference: references[setting.declares],
      })
      const { denials, advisories } = ruleResultsIn(await policy.evaluate(request))
      const said = sentencesOn(contents, setting)
      const nobody = setting.profile === 'none' ? [{ type: 'RecipientNotFound' }] : []
      const all = { denials: [...nobody, ...said.denials], advisories: said.advisories }
      if (!isDeepStrictEqual({ denials, advisories }, all))
        wrong.push({ contents, setting, found: { denials, advisories }, said: all })
      for (const { type } of [...denials, ...advisories]) raised.add(type)
      rows += 1
    }
  expect(wrong).toEqual([])
  expect(DENIAL_TYPES.filter((type) => isContentFinding({ type }) && !raised.has(type))).toEqual([])
  expect(rows).toBe(ROWS.contents)
})
