import { type ContentFinding, InvitationPolicy, type PolicyOptions } from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { createMessages, de, en, type Formats, type Messages } from 'group-invitations/messages'
import { describe, expect, test } from 'vitest'
import { ar } from '../../docs/examples/languages/arabic.js'
import { messagesOf } from '../../docs/examples/languages/choosing.js'
import { findMentionsInArabic, optionsForFrench } from '../../docs/examples/languages/content.js'
import { fr } from '../../docs/examples/languages/french.js'
import { disclosedWith } from '../support/disclosed.js'
import { codeIn, tableUnder } from '../support/markdown.js'

/** The formats with which a language writes. */
function formatsOf({ language }: Messages): Formats {
  const given: Formats[] = []
  const messages = createMessages<{ readonly type: 'Probe' }>(language, {
    Probe: (_denial, formats) => String(given.push(formats)),
  })
  messages.describe(disclosedWith({ type: 'Probe' }))
  const [formats] = given
  if (!formats) throw new Error('no formats')
  return formats
}

test('the page says what Intl writes', () => {
  const at = '2027-03-01T09:30:00.000Z'
  const written = ({ moment, number, anyOf, character }: Formats) => [
    moment(at)?.day,
    moment(at)?.time,
    number(5001),
    anyOf(['Go', 'go', 'Zen']),
    character(0x202e),
  ]
  const plain = (text?: string) =>
    text?.replace(/[\u202F\u00A0]/g, ' ').replace(/[\u2066-\u2069]/g, '')
  const [french, arabic] = [fr, ar].map((messages) => written(formatsOf(messages)).map(plain))
  const rows = tableUnder('docs/languages.md', '## What Intl does')
  expect(rows.map(([, cell]) => cell)).toEqual(french)
  expect(rows.map(([, , cell]) => cell)).toEqual(arabic)
})

test('the page lists all parts of a language, except how it is written', () => {
  const { locale: _, direction: _direction, quotationMarks: _marks, ...parts } = fr.language
  const rows = tableUnder('docs/languages.md', '## What a language has')
  const listed = rows.flatMap(([cell = '']) => codeIn(cell).map((part) => part.split('.')[0]))
  expect([...new Set(listed)].sort()).toEqual(Object.keys(parts).sort())
})

const own = [
  ['French', fr],
  ['Arabic', ar],
] as const

const members = {
  French: { displayName: 'Élodie Dupont', wants: ['Outils pour PME'], haves: ['Comptabilité'] },
  Arabic: { displayName: 'ليلى حداد', wants: ['تسويق رقمي'], haves: ['المحاسبة'] },
}

/** The findings on a draft, and whether it is denied. */
async function findingsOn(language: 'French' | 'Arabic', text: string, options?: PolicyOptions) {
  const repositories = createInMemoryRepositories({
    members: [
      { memberId: 'anna', displayName: 'Anna Weber' },
      { memberId: 'bernd', ...members[language] },
    ],
    groups: [{ groupId: 'chess', name: 'Chess', standings: { anna: 'member' } }],
  })
  const policy = new InvitationPolicy(repositories, options)
  const verdict = await policy.evaluate({
    ...{ inviterId: 'anna', recipientId: 'bernd', groupId: 'chess', route: 'profile', text },
  })
  const typesOf = (findings: readonly ContentFinding[]) =>
    findings.map(({ type }) => type).filter((type) => type !== 'WantsAndHavesNotAddressed')
  return verdict.match(
    ({ advisories }) => ({ denied: [], advised: typesOf(advisories) }),
    (error) =>
      error.type === 'InvitationDenied'
        ? { denied: error.denials.map(({ type }) => type), advised: typesOf(error.advisories) }
        : error,
  )
}

describe('the content rules on drafts in French and Arabic', () => {
  const rows = tableUnder('docs/languages.md', '## What the content rules do')
  test.each(rows)('%s: %s', async (language, draft = '', found = '') => {
    const [denied, advised] = found.split('; advised: ').map(codeIn)
    expect(await findingsOn(language as 'French' | 'Arabic', codeIn(draft)[0] ?? '')).toEqual({
      denied: denied ?? [],
      advised: advised ?? [],
    })
  })

  test('deny no French draft for its words if they shall only advise', async () => {
    const draft = 'Chère Mme Dupont, vous dressez des bilans.'
    expect(await findingsOn('French', draft, optionsForFrench)).toEqual({
      denied: [],
      advised: ['SalutationMissing', 'ProfileReferenceMissing'],
    })
  })

  test.each(['revenu passif', 'Vente multiniveau'])('find the term %s', async (term) => {
    const draft = `Bonjour Élodie, votre comptabilité : ${term} !`
    expect(await findingsOn('French', draft)).toEqual({ denied: [], advised: [] })
    const { denied } = (await findingsOn('French', draft, optionsForFrench)) as { denied: unknown }
    expect(denied).toEqual(['ProhibitedContent'])
  })

  test.each([
    ['بالمحاسبة', []],
    ['وللمحاسبة', []],
    ['فالتسويق', []],
    ['بالشطرنج', ['ProfileReferenceMissing']],
  ])('compare Arabic words without their article: %s', async (word, denied) => {
    const draft = `ليلى، نهتم كل أسبوع ${word}.`
    const options = { findMentions: findMentionsInArabic }
    expect(await findingsOn('Arabic', draft, options)).toEqual({ denied, advised: [] })
    expect(await findingsOn('Arabic', draft)).toEqual({
      denied: ['ProfileReferenceMissing'],
      advised: [],
    })
  })

  test.each(own)('accept the salutation that the %s hint has', async (language, messages) => {
    const [hint = ''] = messages.hints('member')
    const [, salutation = ''] = /«\u202F?(.*?)\u202F?»/.exec(hint) ?? []
    const entry =
      language === 'French'
        ? 'Votre expérience en comptabilité nous intéresse.'
        : 'خبرتك في المحاسبة تهمنا.'
    expect(await findingsOn(language, `${salutation}\n\n${entry}`)).toEqual({
      denied: [],
      advised: [],
    })
  })
})

test.each([
  ['fr-CH', fr],
  ['fr_CA', fr],
  ['AR-eg', ar],
  ['de-AT', de],
  ['pt-BR', en],
  [['pt', 'ar', 'fr'], ar],
])('%s is read in its language', (locales, expected) => {
  expect(messagesOf(locales)).toBe(expected)
})
