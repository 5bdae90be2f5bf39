import { decide, InvitationPolicy, type MemberProfile } from 'group-invitations'
import { findMentions, fingerprintText, type Screen, screenText } from 'group-invitations/content'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { expect, test } from 'vitest'
import { aProfile, aRequest, NOW, someFacts } from '../support/builders.js'
import { HONEST, PROHIBITED } from '../support/clear-texts.js'
import { flawed, samples } from '../support/corpus.js'

// Expressions, lists of terms and tables are made once for a process. Nothing of a text may stay in them.

interface Given {
  readonly recipient: MemberProfile | undefined
  readonly text: string
}

/** Texts in which the long-lived expressions find something, each in two places or more, or at the very end. */
const texts = [
  ...HONEST,
  ...PROHIBITED['multi-level-marketing'],
  ...PROHIBITED.spam,
  'Hallo {name}, {{first_name}} und %VORNAME%, [Name] bei <Firma>: code, template, Vorlage',
  'Wir schreiben Vorlagen mit {{name}} um.',
  'Wir reden über JavaScript und {name}.',
  'Liebe …, Liebe …, Hallo null, Lieber Herr Name,',
  'www.example.org https://example.org/a?b bit.ly/x anna@example.org bernd (at) example (dot) org',
  'V1agra und Kred!t, €asy m@rketing @anna x@y.de G E W I N N c.a.s.i.n.o Раsswоrt Ｎｅｔ Down\u200dline',
  'C++ C# F# 3D IT İstanbul Straße \uD835 \uDC00 e\u0301 \u2800 日本語 Дизайн % €€ 💰',
  'Philipp Yannick Thorsten, Dschingis!',
  'İ\uD835',
  '日本',
  '',
]

const all: readonly Given[] = [
  ...texts.flatMap((text) =>
    [undefined, aProfile(), aProfile({ haves: [], displayName: 'Ñ' })].map((recipient) => ({
      recipient,
      text,
    })),
  ),
  ...flawed,
  ...samples('prohibited'),
]

/** Those that find the most. */
const some = all.filter(({ text }) => /name|Viagra|V1agra|casino/i.test(text)).slice(0, 5)

const copies = all.slice(0, 50).map(({ recipient, text }, at) => ({
  recipientId: `member-${at}`,
  textFingerprint: fingerprintText(text, recipient),
}))

function resultsOn({ recipient, text }: Given) {
  const about = { recipient, group: { name: 'Poker & Gewinn für C++' } }
  const facts = someFacts({ recipientProfile: recipient, recentFingerprints: copies })
  const draft = { subject: 'Gewinn in {Stadt}', text }
  return [
    decide(aRequest(draft), facts),
    screenText(draft, about),
    screenText(text),
    findMentions(draft, about),
    fingerprintText(text, recipient),
  ]
}

test('a text has the same results each time, after whatever other text', () => {
  const first = all.map(resultsOn)
  const backwards = [...all].reverse()
  const again = backwards.map((given) => [resultsOn(given), resultsOn(given)])
  again.reverse().forEach(([once, twice], at) => {
    expect(once).toEqual(first[at])
    expect(twice).toEqual(first[at])
  })
})

test('a service may screen, decide and find mentions in its own `screen`', async () => {
  const evaluate = (screen: Screen) =>
    new InvitationPolicy(createInMemoryRepositories(), {
      ...{ clock: () => NOW, loadFacts: () => someFacts(), screen },
    })
  const busy: Screen = (draft, about) => {
    some.forEach(resultsOn)
    return screenText(draft, about)
  }
  for (const text of texts) {
    const request = aRequest({ text })
    const [one, other] = await Promise.all(
      [busy, screenText].map((screen) => evaluate(screen).evaluate(request)),
    )
    expect(one).toEqual(other)
  }
})

test('an analysis goes on where it was if a getter of the profile analyses other texts', () => {
  const busy = <Fields extends object>(fields: Fields): Fields =>
    new Proxy(fields, {
      get(target, key, receiver) {
        if (typeof key === 'string') some.forEach(resultsOn)
        return Reflect.get(target, key, receiver) as unknown
      },
    })
  for (const { recipient, text } of flawed.slice(0, 3)) {
    expect(screenText(busy({ text }), { recipient: busy(recipient), group: undefined })).toEqual(
      screenText(text, { recipient, group: undefined }),
    )
  }
})
