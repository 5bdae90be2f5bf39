import { readFileSync } from 'node:fs'
import { forInviter, type InvitationDenial, type Disclosed } from 'group-invitations'
import { toProblemDetails, TYPE_BASE_URI } from 'group-invitations/http'
import { createMessages, en } from 'group-invitations/messages'
import { expect, test } from 'vitest'
import { kindOf } from '../../src/http/kinds.js'
import { rulebook } from '../../src/decision/rulebook.js'
import { oneOfEach } from '../support/denials.js'
import { codeIn } from '../support/markdown.js'

/** What the page says under each heading: its lines in one, by what they begin with. */
const sections = readFileSync('docs/errors.md', 'utf8')
  .split(/^## /m)
  .slice(1)
  .map((section) => {
    const [heading = '', ...lines] = section.trim().split('\n')
    const items = lines
      .join(' ')
      .replace(/ {2,}/g, ' ')
      .split(/ - (?=[A-Z][\w ]*: )/)
    const item = (name: string) =>
      items.find((text) => text.startsWith(`${name}: `))?.slice(name.length + 2)
    return {
      heading,
      told: item('Disclosed to the inviter'),
      status: item('HTTP'),
      pointer: item('Points to'),
      toDo: item('To do'),
    }
  })

const told = (...denials: readonly [InvitationDenial, ...InvitationDenial[]]) => {
  const draft = { text: '' }
  const answer = forInviter({ type: 'InvitationDenied', denials, advisories: [], draft })
  return answer.type === 'InvitationDenied' ? answer.denials.map(({ type }) => type as string) : []
}

/** To whom a denial is told, found out by telling it. */
function audienceOf(denial: InvitationDenial): string {
  const { InviterNotInGroup, RecipientOptedOut } = oneOfEach
  if (told(InviterNotInGroup, denial).includes(denial.type)) return 'always.'
  if (!told(denial).includes(denial.type)) {
    return 'never, unless revealed: `RecipientUnavailable` stands for it.'
  }
  return told(RecipientOptedOut, denial).includes(denial.type)
    ? 'to an inviter who is in the group.'
    : 'to an inviter who is in the group, unless the recipient is unavailable.'
}

/** Where an answer points to, be the denial about the text or, where it can be, about the subject. */
function pointersOf(denial: InvitationDenial): string[] {
  const cases = 'index' in denial ? [denial, { ...denial, field: 'subject' as const }] : [denial]
  return cases.map((about) => {
    const answer: Disclosed<InvitationDenial> = {
      audience: 'inviter',
      type: 'InvitationDenied',
      denials: [about],
      advisories: [],
      draft: { text: '' },
    }
    const messages = createMessages<InvitationDenial>(en.language, {
      ...en.language.toInviter,
      ...en.language.toStaff,
    })
    return String(toProblemDetails(answer, { messages }).errors[0]?.pointer)
  })
}

test('the page has a heading for each type that an answer can have, in the rulebook’s order', () => {
  const types = Object.keys(rulebook)
  const first = types.indexOf('RecipientNotFound')
  expect(sections.map(({ heading }) => heading)).toEqual([
    ...types.slice(0, first),
    'RecipientUnavailable',
    ...types.slice(first),
    ...['InvalidRequest', 'InvitationIdReused', 'ServiceUnavailable'],
  ])
})

test('the URIs lead to the page', () => {
  expect(TYPE_BASE_URI).toMatch(/\/group-invitations\/docs\/errors\.md#$/)
})

test.each(sections)('$heading says what to do, and its status', ({ heading, status, toDo }) => {
  expect(status).toBe(`${kindOf(heading).status}.`)
  expect(toDo).toMatch(/\.$/)
})

const denials: readonly InvitationDenial[] = Object.values(oneOfEach)
const sectionOf = (type: string) => sections.find(({ heading }) => heading === type)
const pointersIn = (text = '') => codeIn(text).filter((code) => code.startsWith('#'))

test.each(denials)('$type says to whom it is told, and what it points to', (denial) => {
  const section = sectionOf(denial.type)
  expect(section?.told).toBe(audienceOf(denial))
  expect(pointersIn(section?.pointer).sort()).toEqual(pointersOf(denial).sort())
})

test('what is no denial says the same', () => {
  const told = ({ told: audience, pointer }: Partial<(typeof sections)[number]> = {}) => [
    audience,
    pointer,
  ]
  expect(told(sectionOf('RecipientUnavailable'))).toEqual([
    'to an inviter who is in the group.',
    '`#/recipientId`.',
  ])
  expect(told(sectionOf('InvalidRequest'))).toEqual(['always.', 'the value.'])
  expect(told(sectionOf('InvitationIdReused'))).toEqual(['always.', undefined])
  expect(told(sectionOf('ServiceUnavailable'))).toEqual(['always.', undefined])
})
