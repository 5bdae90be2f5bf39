import { decide, type InvitationFacts, type InvitationRequest } from 'group-invitations'
import { describe, expect, test } from 'vitest'
import { rulebook } from '../../src/rulebook.js'
import { aRequest, someFacts } from '../support/builders.js'
import { codeIn, tableUnder } from '../support/markdown.js'
import { checkedSources } from '../support/sources.js'

type World = readonly [request: Partial<InvitationRequest>, facts: Partial<InvitationFacts>]

/** For each denial a request and facts that raise it alone: those of the page's examples. */
const worlds: { readonly [Type in keyof typeof rulebook]: World } = {
  SelfInvitation: [{ recipientId: 'anna' }, {}],
  InviterNotInGroup: [{ groupId: 'chess' }, { inviterStanding: undefined }],
  NotADirectContact: [{ route: 'group' }, {}],
  SubjectTooLong: [{ subject: 'a'.repeat(121) }, {}],
  TextEmpty: [{ text: '' }, {}],
  TextTooLong: [{ text: 'a'.repeat(501) }, {}],
  UnsafeCharacter: [{ text: 'Lieber\u202e Bernd' }, {}],
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
}

const kebabCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
const fileOf = (rule: string) => `src/rules/${kebabCase(rule)}.ts`

const rows = tableUnder('docs/rules.md', '# The rules')
const { exportsOf, commentOf, fieldsOf } = checkedSources(
  Object.values(rulebook).map(({ name }) => fileOf(name)),
)

test('the page has one row a rule, in the rulebook’s order', () => {
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

  test('shows a denial that the library gives', () => {
    const [request, facts] = worlds[type as keyof typeof worlds]
    const error = decide(aRequest(request), someFacts(facts))._unsafeUnwrapErr()
    const denials = error.type === 'InvitationDenied' ? error.denials : []
    expect(JSON.parse(codeIn(example)[0] ?? '')).toEqual(JSON.parse(JSON.stringify(denials[0])))
    expect(denials).toHaveLength(1)
  })
})
