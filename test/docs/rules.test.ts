import {
  decide,
  DENIAL_TYPES,
  type InvitationDenial,
  type InvitationFacts,
  type InvitationRequest,
} from 'group-invitations'
import { fingerprintText } from 'group-invitations/content'
import { expect, test } from 'vitest'
import { aProfile, aRequest, someFacts } from '../support/builders.js'
import { oneOfEach } from '../support/denials.js'
import { codeIn, tableUnder } from '../support/markdown.js'
import { filesBelow } from '../support/repository.js'
import { checkedSources } from '../support/sources.js'

type World = readonly [request: Partial<InvitationRequest>, facts: Partial<InvitationFacts>]

const COPY =
  'Lieber Bernd, wir treffen uns jeden ersten Montag im Monat im Hafen und reden über TypeScript.'

const sentTo = (...recipientIds: string[]) =>
  recipientIds.map((recipientId) => ({
    recipientId,
    textFingerprint: fingerprintText(COPY, aProfile()),
  }))

/** For each denial a request and facts that raise it alone: those of the page's examples. */
const worlds: { readonly [Type in InvitationDenial['type']]: World } = {
  SelfInvitation: [{ recipientId: 'anna' }, {}],
  InviterNotFound: [{}, { inviterProfile: undefined }],
  GroupNotFound: [{ groupId: 'chess' }, { group: undefined }],
  InviterNotInGroup: [{ groupId: 'chess' }, { inviterStanding: undefined }],
  NotADirectContact: [{ route: 'group' }, {}],
  TooManyInvitations: [{}, { inviterFreeAt: new Date('2026-05-13T12:00:00.000Z') }],
  SubjectTooLong: [{ subject: 'a'.repeat(121) }, {}],
  TextEmpty: [{ text: '' }, {}],
  TextTooLong: [{ text: aRequest().text.padEnd(501, '.') }, {}],
  UnsafeCharacter: [{ text: 'Lieber\u202e Bernd, TypeScript!' }, {}],
  RateLimited6Months: [
    {},
    {
      claim: {
        invitationId: 'i-1',
        sentAt: new Date('2026-03-02T09:30:00.000Z'),
        repeatableAt: new Date('2026-09-02T09:30:00.000Z'),
      },
    },
  ],
  RecipientNotFound: [{}, { recipientProfile: undefined }],
  RecipientOptedOut: [{}, { recipientOptedOut: true }],
  AlreadyMember: [{}, { recipientStanding: 'member' }],
  MembershipPending: [{}, { recipientStanding: 'pending' }],
  RecipientBanned: [{}, { recipientStanding: 'banned' }],
  UnfilledPlaceholder: [{ text: 'Lieber Bernd, {firma} bietet TypeScript.' }, {}],
  SalutationMissing: [{ text: 'Hallo zusammen, wir bieten TypeScript.' }, {}],
  ProfileReferenceMissing: [
    { text: 'Lieber Bernd, komm doch vorbei!' },
    { recipientProfile: aProfile({ haves: [], other: ['Elbwerk GmbH'] }) },
  ],
  WantsAndHavesNotAddressed: [
    { text: 'Lieber Bernd, wie geht es dir bei der Elbwerk?' },
    { recipientProfile: aProfile({ other: ['Elbwerk GmbH'] }) },
  ],
  LinkInText: [{ text: 'Lieber Bernd, TypeScript: elbschach.de' }, {}],
  MassMessage: [{ text: COPY }, { recentFingerprints: sentTo('clara', 'deniz') }],
  ProhibitedContent: [
    { text: 'Lieber Bernd, mit TypeScript zur finanziellen Freiheit!' },
    { evidence: oneOfEach.ProhibitedContent.evidence },
  ],
}

/** The rows of the page. */
const rows = tableUnder('docs/rules.md', '# The rules').map(
  ([rule = '', law = '', source = '', denial = '', fields = '', example = '']) => ({
    rule: codeIn(rule)[0] ?? '',
    law,
    source,
    denial: codeIn(denial)[0] ?? '',
    fields: codeIn(fields),
    example: codeIn(example)[0] ?? '',
  }),
)

const files = filesBelow('src/rules', '.ts')
const { exportsOf, commentOf, fieldsOf } = checkedSources(files)

/** What the files of the rules export, by name. */
const exported = new Map(files.flatMap((file) => [...exportsOf(file)]))
const commentOn = (name: string) => commentOf(exported.get(name)).replace(/\s+/g, ' ')

test('the page has one row a rule, in the rulebook’s order', () => {
  expect(rows.map(({ denial }) => denial)).toEqual(DENIAL_TYPES)
  // A rule stands in the file of its denial.
  const pairs = files.map((file) => [...exportsOf(file).keys()].sort().join())
  const isPair = (rule: string, denial: string) => pairs.includes([rule, denial].sort().join())
  expect(rows.filter(({ rule, denial }) => !isPair(rule, denial))).toEqual([])
})

test('the page says the laws in the words of the code', () => {
  const laws = rows.map(({ rule }) => {
    const [, sentence] = /^(.*?)(?: \(D\d+\)|\.(?:\s|$))/.exec(commentOn(rule)) ?? []
    return [rule, `${sentence}.`]
  })
  expect(rows.map(({ rule, law }) => [rule, law])).toEqual(laws)
})

test('the page names the sources that the code names', () => {
  const named = rows.map(({ rule }) => {
    const [source = 'ours'] = /D\d+/.exec(commentOn(rule)) ?? []
    return { rule, source, isOurs: commentOn(rule).includes("library's own") }
  })
  const written = rows.map(({ rule, source }) => {
    const [network = '', ...ours] = source.split('; ')
    return { rule, source: network, isOurs: ours.length > 0 || network === 'ours' }
  })
  expect(written).toEqual(named)
})

test('the page lists the fields of each denial', () => {
  const fields = rows.map(({ denial }) => [
    denial,
    fieldsOf(exported.get(denial)).filter((field) => field !== 'type'),
  ])
  expect(rows.map((row) => [row.denial, row.fields])).toEqual(fields)
})

/** The service's own settings, as in the page's examples. */
const options = { pace: { burst: 20, every: { minutes: 72 } } }

test('the page shows for each rule a denial that the library raises', () => {
  const raised = DENIAL_TYPES.map((type) => {
    const [request, facts] = worlds[type]
    return decide(
      aRequest(request),
      someFacts({ inviterFreeAt: undefined, ...facts }),
      options,
    ).match(
      ({ advisories }): readonly unknown[] => advisories,
      (error) => (error.type === 'InvitationDenied' ? [...error.denials, ...error.advisories] : []),
    )
  })
  const examples = rows.map(({ example }): unknown => [JSON.parse(example)])
  expect(examples).toEqual(JSON.parse(JSON.stringify(raised)))
})
