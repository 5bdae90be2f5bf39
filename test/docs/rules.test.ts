import { decide, type InvitationFacts, type InvitationRequest } from 'group-invitations'
import { fingerprintText } from 'group-invitations/content'
import { describe, expect, test } from 'vitest'
import { rulebook } from '../support/rulebook.js'
import { aProfile, aRequest, someFacts } from '../support/builders.js'
import { codeIn, tableUnder } from '../support/markdown.js'
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
const worlds: { readonly [Type in keyof typeof rulebook]: World } = {
  SelfInvitation: [{ recipientId: 'anna' }, {}],
  InviterNotInGroup: [{ groupId: 'chess' }, { inviterStanding: undefined }],
  NotADirectContact: [{ route: 'group' }, {}],
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
  ProhibitedContent: [{ text: 'Lieber Bernd, mit TypeScript zur finanziellen Freiheit!' }, {}],
}

const kebabCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
const fileOf = (rule: string) => `src/rules/${kebabCase(rule)}.ts`

const rows = tableUnder('docs/rules.md', '# The rules')
const { exportsOf, commentOf, fieldsOf } = checkedSources(
  Object.values(rulebook).map(({ name }) => fileOf(name)),
)

test('the page has one row for each rule, in the order of the rulebook', () => {
  const pairs = rows.map(([rule = '', , , denial = '']) => [codeIn(denial)[0], codeIn(rule)[0]])
  expect(pairs).toEqual(Object.entries(rulebook).map(([denial, { name }]) => [denial, name]))
})

describe.each(rows)('%s', (rule = '', law, source = '', denial = '', fields = '', example = '') => {
  const [name = ''] = codeIn(rule)
  const [type = ''] = codeIn(denial)
  const exported = exportsOf(fileOf(name))
  const comment = commentOf(exported.get(name))

  test('says the law in the words of the code', () => {
    const [, sentence] = /^(.*?)(?: \(D\d+\)|\.(?:\s|$))/s.exec(comment) ?? []
    expect(`${sentence?.replace(/\s+/g, ' ')}.`).toBe(law)
  })

  test('names the source that the code names', () => {
    const [cited] = /D\d+/.exec(comment) ?? []
    const [network, ...own] = source.split('; ')
    expect(network).toBe(cited ?? 'ours')
    expect(own.length > 0 || network === 'ours').toBe(/library's own/.test(comment))
  })

  test('lists the fields of the denial', () => {
    const own = fieldsOf(exported.get(type)).filter((field) => field !== 'type')
    expect(codeIn(fields)).toEqual(own)
  })

  test('shows a denial that the library returns', () => {
    const [request, facts] = worlds[type as keyof typeof worlds]
    const raised = decide(aRequest(request), someFacts(facts)).match(
      ({ advisories }): readonly unknown[] => advisories,
      (error) => (error.type === 'InvitationDenied' ? [...error.denials, ...error.advisories] : []),
    )
    expect(JSON.parse(codeIn(example)[0] ?? '')).toEqual(JSON.parse(JSON.stringify(raised[0])))
    expect(raised).toHaveLength(1)
  })
})
