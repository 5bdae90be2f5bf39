import {
  AnswerService,
  decide,
  forInviter,
  InvitationPolicy,
  type MemberProfile,
} from 'group-invitations'
import {
  createTermScreener,
  findMentions,
  fingerprintText,
  parseProfileEntries,
  screenText,
} from 'group-invitations/content'
import {
  countCharacters,
  invitationDraftSchema,
  measureSubject,
  measureText,
  normalizeText,
} from 'group-invitations/form'
import { toProblemDetails } from 'group-invitations/http'
import { createInMemoryRepositories, type NetworkOptOut } from 'group-invitations/memory'
import { aProfile, aRequest, NOW, someFacts } from '../support/builders.js'

/** Something that is given more and more, and should take no more than in proportion. */
export interface GrowthCase {
  readonly name: string
  /** From this size on it is doubled. */
  readonly size: number
  /** Makes the input, and returns the call that is measured. */
  readonly prepare: (size: number) => () => unknown
}

const many = <Item>(count: number, item: (index: number) => Item) =>
  Array.from({ length: count }, (_, index) => item(index))

/** Four letters, of which neighbours differ in the first. */
const letters = (index: number) =>
  [0, 1, 2, 3]
    .map((place) => String.fromCharCode(97 + (Math.floor(index / 26 ** place) % 26)))
    .join('')

const words = (count: number, word: (index: number) => string) => many(count, word).join(' ')

/** A string of so many units, in one piece: a repeated one is a tree until it is first looked at. */
function filled(piece: string, units: number): string {
  const text = piece.repeat(Math.ceil(units / piece.length)).slice(0, units)
  Number(text)
  return text
}

// Texts up to the size at which they are no longer analysed.

const TEXTS = {
  letters: 'a',
  'marks out of order': '\u0301\u0323',
  'other marks out of order': 'a\u0308\u3099\u0308\u3099',
  'line breaks': '\r\n',
  'returns between letters': 'a\r',
  words: 'vertrieb ',
  greetings: 'hi ab! ',
  terms: 'passive income ',
  'open brackets': '{[<%_',
  'nearly a domain': 'a.',
  ligatures: '\ufdfa ',
  'joined emoji': '👩\u200d',
  'digits in words': 'v1agra ',
  'signs in a word': 'a@',
  'bars in a word': 'a|',
  'spaced letters': 'a b c d, ',
  'letters with dots': 'a.b.',
  'letters of two scripts': 'a\u0430bc ',
  'a word of two scripts': 'a\u0430',
  'Cyrillic letters': '\u0430',
  'full-width letters': '\uff41',
  'many addresses': '@a.',
  'pairs of joiners': 'a\u200d',
}

const recipient = aProfile({
  wants: many(10, (index) => `Austausch zu Projektmanagement ${letters(index)}`),
  haves: many(10, (index) => `Vertriebsleitung ${letters(index)}`),
})

const ofAnalyzed: Readonly<Record<string, (text: string) => unknown>> = {
  'decide on': (text) =>
    decide(aRequest({ text, subject: undefined }), someFacts({ recipientProfile: recipient })),
  findMentions: (text) => findMentions({ text }, { recipient, group: undefined }),
  screenText: (text) => screenText(text, { recipient, group: undefined }),
  fingerprintText: (text) => fingerprintText(text, recipient),
}

// Texts of any size, up to a megabyte or two.

const LONG_TEXTS = {
  ...TEXTS,
  returns: '\r',
  'white space': ' ',
  commas: ',',
  'invisible characters': '\u200b',
  emoji: '😀',
}

const ofAny: Readonly<Record<string, (text: string) => unknown>> = {
  normalizeText,
  countCharacters,
  measureText,
  measureSubject,
  parseProfileEntries,
  'the schema, text': (text) => invitationDraftSchema['~standard'].validate(aRequest({ text })),
  'the schema, subject': (subject) =>
    invitationDraftSchema['~standard'].validate(aRequest({ subject })),
  'decide, a long text': (text) => decide(aRequest({ text }), someFacts()),
}

// Profiles, each judged with texts that have much to compare.

const PROFILES: Readonly<Record<string, (size: number) => Partial<MemberProfile>>> = {
  'mentioned entries': (size) => ({ haves: many(size, (index) => `TypeScript ${index}`) }),
  'other entries': (size) => ({ haves: many(size, (index) => `zz${letters(index)}`) }),
  'entries of similar words': (size) => ({ haves: many(size, (index) => `vert${letters(index)}`) }),
  'entries that begin differently': (size) => ({
    haves: many(size, (index) => `${letters(index)}werk`),
  }),
  'entries of long words': (size) => ({
    haves: many(size, (index) => `abcdefghij${letters(index)}klmnop`),
  }),
  'entries of terms': (size) => ({ haves: many(size, () => 'passive income, mlm') }),
  'an entry of many words': (size) => ({
    haves: [words(size, (index) => `vert${letters(index)}`)],
  }),
  'a long word': (size) => ({ haves: [filled('ab', size * 10)] }),
  'an entry of marks': (size) => ({ haves: [`a${filled('\u0308\u3099', size * 10)}`] }),
  'many names': (size) => ({ displayName: words(size, (index) => `Na${letters(index)}`) }),
  'a name of marks': (size) => ({ displayName: `a${filled('\u0308\u3099', size * 10)}` }),
}

const PROFILE_TEXTS = {
  'an ordinary text': 'Lieber Bernd, du bietest TypeScript an.',
  'similar words': words(700, (index) => `vert${letters(index * 7919)}w`),
  'words that begin differently': words(700, (index) => `${letters(index)}burg`),
  'long words': words(400, (index) => `abcdefgxyz${letters(index * 7919)}`),
  'greetings of short words': words(700, (index) => `hi x${letters(index).slice(0, 3)}!`),
}

// Lists.

const aTerm = (term: string) => ({ term, category: 'spam', certainty: 'suspected' }) as const
const TERMS: Readonly<Record<string, (index: number) => string>> = {
  'words of one beginning': (index) => `vert${letters(index)}`,
  'open words of one beginning': (index) => `vert${letters(index)}*`,
  'phrases of one beginning': (index) => `vertrieb ${letters(index)}`,
}

const denied = (size: number) =>
  forInviter({
    type: 'InvitationDenied',
    denials: [
      {
        type: 'ProfileReferenceMissing',
        entries: many(size, (index) => ({ field: 'haves', entry: letters(index) })),
      },
    ],
    advisories: [],
    draft: { text: 'Hi' },
  })

const LISTS: Readonly<Record<string, (size: number) => () => unknown>> = {
  'mentions among the facts': (size) => {
    const haves = many(size, letters)
    const mentions = haves.map((entry) => ({ field: 'haves', entry }) as const)
    const facts = someFacts({ mentions, recipientProfile: aProfile({ haves }) })
    return () => decide(aRequest(), facts)
  },
  'evidence among the facts': (size) => {
    const evidence = many(size, () => ({ category: 'spam', term: 'x', index: 0 }) as const)
    return () => decide(aRequest(), someFacts({ evidence }))
  },
  'fingerprints among the facts': (size) => {
    const textFingerprint = fingerprintText(words(100, letters))
    const recentFingerprints = many(size, (index) => ({
      recipientId: `m-${index}`,
      textFingerprint,
    }))
    return () => decide(aRequest({ text: words(90, letters) }), someFacts({ recentFingerprints }))
  },
  'a long fingerprint': (size) => {
    const recentFingerprints = [{ recipientId: 'm', textFingerprint: `1.${'----'.repeat(size)}` }]
    return () => decide(aRequest(), someFacts({ recentFingerprints }))
  },
  'toProblemDetails, many entries': (size) => () => toProblemDetails(denied(size)),
}

/** Anna's contacts and groups, so many of each. The first contact may have opt-outs. */
function manyFor(size: number, optOuts: readonly NetworkOptOut[] = []): InvitationPolicy {
  const network = {
    members: many(size + 1, (index) => ({
      memberId: `m-${index}`,
      displayName: `Name ${index}`,
      ...(index === 1 && { optOuts }),
    })),
    groups: many(
      size,
      (index) => ({ groupId: `g-${index}`, name: 'G', standings: { 'm-0': 'member' } }) as const,
    ),
    contacts: many(size, (index) => ['m-0', `m-${index + 1}`] as const),
  }
  return new InvitationPolicy(createInMemoryRepositories(network), { clock: () => NOW })
}

const CALLS: Readonly<Record<string, (size: number) => () => unknown>> = {
  contactsFor: (size) => {
    const policy = manyFor(size)
    return () => policy.contactsFor({ inviterId: 'm-0', groupId: 'g-0' })
  },
  'contactsFor, given contacts': (size) => {
    const policy = manyFor(size)
    const contactIds = many(size, (index) => `m-${index}`)
    return () => policy.contactsFor({ inviterId: 'm-0', groupId: 'g-0', contactIds })
  },
  'contactsFor, no identifiers': (size) => {
    const policy = manyFor(1)
    // As JavaScript may pass them.
    const contactIds = many(size, () => '')
    return () => policy.contactsFor({ inviterId: 'm-0', groupId: 'g-0', contactIds })
  },
  groupsFor: (size) => {
    const policy = manyFor(size)
    return () => policy.groupsFor({ inviterId: 'm-0', recipientId: 'm-1' })
  },
  'groupsFor, as many opt-outs of the recipient': (size) => {
    const policy = manyFor(
      size,
      many(size, (index) => ({ groupId: `g-${index}` })),
    )
    return () => policy.groupsFor({ inviterId: 'm-0', recipientId: 'm-1' })
  },
  'evaluate, answers about a whole network': (size) => {
    const repositories = createInMemoryRepositories()
    const ids = many(size, (index) => `m-${index}`)
    const claim = { invitationId: 'i', sentAt: NOW, repeatableAt: NOW }
    const standings = new Map([
      ['typescript-hamburg', new Map(ids.map((id) => [id, 'member'] as const))],
    ])
    const profiles = new Map(ids.map((id) => [id, aProfile()]))
    const claims = new Map(ids.map((id) => [id, claim]))
    const optOuts = new Map(ids.map((inviterId) => [inviterId, [{ inviterId }]]))
    const policy = new InvitationPolicy(
      {
        ...repositories,
        memberships: { ...repositories.memberships, findStandings: () => standings },
        profiles: { findProfiles: () => profiles },
        preferences: { findOptOuts: () => optOuts },
        contacts: { ...repositories.contacts, findContactsAmong: () => new Set(ids) },
        invitations: { ...repositories.invitations, findClaims: () => claims },
      },
      { clock: () => NOW },
    )
    return () => policy.evaluate(aRequest())
  },
  'evaluate, many opt-outs of one member': (size) => {
    const repositories = createInMemoryRepositories()
    const optOuts = new Map([['bernd', many(size, (index) => ({ groupId: `g-${index}` }))]])
    const preferences = { findOptOuts: () => optOuts }
    const policy = new InvitationPolicy({ ...repositories, preferences }, { clock: () => NOW })
    return () => policy.evaluate(aRequest())
  },
}

/**
 * One member has so many invitations from others, each into another group, and has sent as many. As many opt-outs, from
 * other inviters and groups, stop none of them.
 */
function manyAnswersFor(size: number): AnswerService {
  const ids = many(size, (index) => `m-${index + 1}`)
  const group = (memberId: string) => ({ groupId: `g-${memberId}`, name: 'G' })
  const others = ids.map((memberId) => ({ memberId, displayName: 'A' }))
  const optOuts = many(size, (index) =>
    index % 2 ? { inviterId: `other-${index}` } : { groupId: `other-${index}` },
  )
  const repositories = createInMemoryRepositories({
    members: [{ memberId: 'm-0', displayName: 'A', optOuts }, ...others],
    groups: ids.map(group),
    invitations: ids.flatMap((memberId) => {
      const sent = { groupId: `g-${memberId}`, sentAt: NOW, text: 'Hallo', textFingerprint: '1.' }
      return [
        { ...sent, invitationId: `to-${memberId}`, inviterId: 'm-0', recipientId: memberId },
        { ...sent, invitationId: `from-${memberId}`, inviterId: memberId, recipientId: 'm-0' },
      ]
    }),
  })
  return new AnswerService(new InvitationPolicy(repositories, { clock: () => NOW }), repositories)
}

/** A page has at most 1,000. */
const PAGES: Readonly<Record<string, (size: number) => () => unknown>> = {
  received: (size) => {
    const answers = manyAnswersFor(size)
    return () => answers.received('m-0', { limit: 1_000 })
  },
  sent: (size) => {
    const answers = manyAnswersFor(size)
    return () => answers.sent('m-0', { limit: 1_000 })
  },
}

const cross = (
  size: number,
  texts: Readonly<Record<string, string>>,
  calls: Readonly<Record<string, (text: string) => unknown>>,
): GrowthCase[] =>
  Object.entries(calls).flatMap(([call, run]) =>
    Object.entries(texts).map(([name, piece]) => ({
      name: `${call}: ${name}`,
      size,
      prepare: (units: number) => {
        const text = filled(piece, units)
        return () => run(text)
      },
    })),
  )

const named = (size: number, prepared: typeof LISTS): GrowthCase[] =>
  Object.entries(prepared).map(([name, prepare]) => ({ name, size, prepare }))

/** Every public function that takes a text or a list, with inputs that were made to be slow. */
export const GROWTH_CASES: readonly GrowthCase[] = [
  ...cross(900, TEXTS, ofAnalyzed),
  ...cross(8_000, LONG_TEXTS, ofAny),
  ...Object.entries(PROFILES).flatMap(([profile, make]) =>
    Object.entries(PROFILE_TEXTS).map(([name, text]) => ({
      name: `decide, ${profile}: ${name}`,
      size: 500,
      prepare: (size: number) => {
        const facts = someFacts({ recipientProfile: aProfile(make(size)) })
        return () => decide(aRequest({ text }), facts)
      },
    })),
  ),
  {
    name: 'decide, 20 words of the profile for each of the text',
    size: 200,
    prepare: (size) => {
      // No two have the same five first letters.
      const haves = many(20 * size, (index) => `${letters(index)}werk`)
      const text = words(size, (index) => `${letters(index)}burg`)
      const facts = someFacts({ recipientProfile: aProfile({ haves }) })
      return () => decide(aRequest({ text }), facts)
    },
  },
  {
    name: 'decide, as many names as greetings',
    size: 200,
    prepare: (size) => {
      const displayName = words(size, (index) => `na${letters(index)}`)
      const text = words(size, (index) => `hi x${letters(index)}!`)
      const facts = someFacts({ recipientProfile: aProfile({ displayName }) })
      return () => decide(aRequest({ text }), facts)
    },
  },
  ...Object.entries(TERMS).flatMap(([name, term]) => [
    {
      name: `createTermScreener: ${name}`,
      size: 500,
      prepare: (size: number) => {
        const terms = many(size, (index) => aTerm(term(index)))
        return () => createTermScreener({ terms })
      },
    },
    {
      name: `a term screener, as long a text: ${name}`,
      size: 200,
      prepare: (size: number) => {
        const screen = createTermScreener({ terms: many(size, (index) => aTerm(term(index))) })
        const text = words(size, () => 'vertrieb ')
        return () => screen({ text }, { recipient: undefined, group: undefined })
      },
    },
  ]),
  {
    name: 'a term screener, as many terms in disguise as words',
    size: 200,
    prepare: (size) => {
      const screen = createTermScreener({
        terms: many(size, (index) => aTerm(`${letters(index)}on`)),
      })
      const text = words(size, (index) => `${letters(index)}0n`)
      return () => screen({ text }, { recipient: undefined, group: undefined })
    },
  },
  {
    name: 'a term screener, as many terms in the profile as in the text',
    size: 200,
    prepare: (size) => {
      const screen = createTermScreener({ terms: many(size, (index) => aTerm(letters(index))) })
      const recipient = aProfile({ haves: many(size, letters) })
      const text = words(size, letters)
      return () => screen({ text }, { recipient, group: { name: text } })
    },
  },
  ...named(1_000, LISTS),
  ...named(1_000, CALLS),
  ...named(500, PAGES),
]
