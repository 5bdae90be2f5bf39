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
import { blocksIn, codeIn, tableUnder } from '../support/markdown.js'
import { filesBelow, textOf } from '../support/repository.js'
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

const PAGE = 'docs/rules.md'

/** The rows of the page. */
const rows = tableUnder(PAGE, '# Rules').map(([cell = '', denial = '']) => {
  const [, law = '', source = 'ours', limit] =
    /^(.*?)(?: \((D\d+)(, but the limit is ours)?\))?\.$/.exec(cell) ?? []
  const isOurs = source === 'ours' || limit !== undefined
  return { denial: codeIn(denial)[0] ?? '', law: `${law}.`, source, isOurs }
})

/** The denials that the page shows. */
const examples = (blocksIn(PAGE, 'jsonl')[0] ?? '')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>)

const files = filesBelow('src/rules', '.ts')
const { exportsOf, commentOf, fieldsOf } = checkedSources(files)

/** What the files of the rules export, by name. */
const exported = new Map(files.flatMap((file) => [...exportsOf(file)]))

/** What is said of the rule that raises a denial: both stand in one file. */
function commentOn(denial: string): string {
  const names = files.map((file) => [...exportsOf(file).keys()])
  const rule = names.find((pair) => pair.includes(denial))?.find((name) => name !== denial)
  return commentOf(exported.get(rule ?? '')).replace(/\s+/g, ' ')
}

test('the page has one row a rule, in the rulebook’s order', () => {
  expect(rows.map(({ denial }) => denial)).toEqual(DENIAL_TYPES)
})

test('the page says the laws in the words of the code', () => {
  const laws = rows.map(({ denial }) => {
    const [, sentence] = /^(.*?)(?: \(D\d+\)|\.(?:\s|$))/.exec(commentOn(denial)) ?? []
    return [denial, `${sentence}.`]
  })
  expect(rows.map(({ denial, law }) => [denial, law])).toEqual(laws)
})

test('the page names the sources that the code names', () => {
  const named = rows.map(({ denial }) => {
    const [source = 'ours'] = /D\d+/.exec(commentOn(denial)) ?? []
    return { denial, source, isOurs: commentOn(denial).includes("library's own") }
  })
  expect(rows.map(({ law: _law, ...row }) => row)).toEqual(named)
})

test('the page names the fields of each denial, in its example or below', () => {
  const [, meanings = ''] = textOf(PAGE).split(/^```\n\n(?=- `inviterMayAdmit`)/m)
  const [list = ''] = meanings.split('\n\n')
  const missing = examples.flatMap(({ type, ...shown }) =>
    fieldsOf(exported.get(String(type)))
      .filter((field) => field !== 'type' && !(field in shown) && !codeIn(list).includes(field))
      .map((field) => `${String(type)}.${field}`),
  )
  expect(missing).toEqual([])
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
  expect(examples.map((example) => [example])).toEqual(JSON.parse(JSON.stringify(raised)))
})

test('the page says which pace keeps to a limit for any day', () => {
  const limits = tableUnder(PAGE, '## Pace').map(([most = '', pace = '', average = '']) => {
    const [burst = 0, minutes = 0] = [...pace.matchAll(/\d+/g)].map(Number)
    // `pace.test.ts` compares this formula with what the pace lets out.
    expect(parseInt(most)).toBe(burst - 1 + Math.ceil(1440 / minutes))
    expect(parseInt(average)).toBe(1440 / minutes)
    return parseInt(most)
  })
  expect(limits).toEqual([10, 20])
})
