import { readFileSync } from 'node:fs'
import { createTermScreener } from 'group-invitations/content'
import {
  decide,
  type Disclosed,
  invitationOf,
  InvitationPolicy,
  InvitationService,
  type PolicyRepositories,
  type ServiceRepositories,
} from 'group-invitations'
import { toProblemDetails } from 'group-invitations/http'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { createMessages, en, renderEmail, renderNews } from 'group-invitations/messages'
import { describe, expect, test } from 'vitest'
import { aRequest, someFacts } from '../support/builders.js'
import { aPrepared, EMAIL_OPTIONS } from '../support/prepared.js'
import { checkedSources } from '../support/sources.js'

const entries = [
  'src/index.ts',
  'src/form/index.ts',
  'src/http/index.ts',
  'src/memory/index.ts',
  'src/messages/index.ts',
  'src/testing/index.ts',
]

/** The versions that the changelog tells of, released or coming. */
const versions = [
  ...readFileSync('CHANGELOG.md', 'utf8').matchAll(/^## \[(\d+\.\d+\.\d+)\]/gm),
].map(([, version]) => version)

/** All that throws a `TypeError`, by its name, and a call that does. */
const throwing: Readonly<Record<string, () => unknown>> = {
  createInMemoryRepositories: () =>
    createInMemoryRepositories({ members: [{ memberId: '', displayName: 'Anna' }] }),
  createMessages: () => createMessages({ ...en.language, locale: '?' }, {}),
  createTermScreener: () =>
    createTermScreener({ terms: [{ term: '', category: 'spam', weight: 'weak' }] }),
  decide: () => decide(aRequest(), someFacts({ now: new Date(Number.NaN) })),
  invitationOf: () => invitationOf(decide(aRequest(), someFacts())._unsafeUnwrap(), ''),
  InvitationPolicy: () => new InvitationPolicy({} as PolicyRepositories),
  InvitationService: () =>
    new InvitationService(
      new InvitationPolicy(createInMemoryRepositories()),
      {} as ServiceRepositories,
    ),
  renderEmail: () => renderEmail(aPrepared(), { ...EMAIL_OPTIONS, platform: '' }),
  renderNews: () => renderNews(aPrepared(), { language: [en] } as object),
  toProblemDetails: () => toProblemDetails({} as Disclosed),
}

const { exportsOf, commentOf, sinceOf, throwsOf } = checkedSources(entries)

test('the changelog tells of versions', () => {
  expect(versions).toContain('0.1.0')
})

describe.each(entries)('%s', (entry) => {
  const names = [...exportsOf(entry)]

  test('exports something', () => {
    expect(names.length).toBeGreaterThan(3)
  })

  test('every public name has a comment that says what it is in its first sentence', () => {
    for (const [name, symbol] of names) {
      expect(commentOf(symbol), `the comment of ${name}`).toMatch(
        /^(?!\n)(?:.|\n(?!\n))+?\.(?:\s|$)/,
      )
    }
  })

  test('every public name tells since which version it is there', () => {
    for (const [name, symbol] of names) {
      expect(versions, `the @since of ${name}`).toContain(sinceOf(symbol))
    }
  })
})

describe('what throws a TypeError', () => {
  test.each(Object.entries(throwing))('%s does', (_name, call) => {
    expect(call).toThrow(TypeError)
  })

  test('says so, and nothing else does', () => {
    const saying = entries
      .flatMap((entry) => [...exportsOf(entry)])
      .filter(([, symbol]) => throwsOf(symbol).some((thrown) => thrown.startsWith('TypeError ')))
      .map(([name]) => name)
    expect([...new Set(saying)].sort()).toEqual(Object.keys(throwing).sort())
  })
})
