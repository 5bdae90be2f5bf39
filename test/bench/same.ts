// npm run bench:same -- FOLDER [COUNT]: compares the results of the built package with those of another build, on the whole
// corpus and on so many generated texts (20,000 by default; `SEED` makes others). Prints the first differences, but no
// text on which the rules are only measured.
import type { EnforcementOptions, MemberProfile, RecentFingerprint } from 'group-invitations'
import { aRequest, someFacts } from '../support/builders.js'
import { flawed, templates } from '../support/corpus.js'
import { type Message, messages } from '../support/messages.js'
import { before, type Build, ours } from './builds.js'
import { VERA } from './draft.js'
import { textsFrom } from './generated-texts.js'

if (!before) throw new Error('Which build? npm run bench:same -- FOLDER [COUNT]')
const count = Number(process.argv[3] ?? 20_000)

type Input = Omit<Message, 'class'> & { readonly recent: readonly RecentFingerprint[] }

/** As by default, and with rules that advise instead of denying, or deny instead of advising. */
const ENFORCEMENTS: readonly EnforcementOptions[] = [
  {},
  { UnfilledPlaceholder: 'advise', LinkInText: 'deny', SalutationMissing: 'advise' },
]

function resultsOf(build: Build, { text, subject, recipient, group, recent }: Input): string {
  const about = { recipient, group }
  const facts = { ...someFacts({ recentFingerprints: recent }), recipientProfile: recipient, group }
  const calls = [
    () => build.fingerprintText(text, recipient),
    () => build.findMentions({ text }, about),
    () => build.screenText({ text, subject }, about),
    () => build.screenText(text),
    ...ENFORCEMENTS.map(
      (enforcement) => () => build.decide(aRequest({ text, subject }), facts, { enforcement }),
    ),
  ]
  return JSON.stringify(calls.map(resultOrError))
}

function resultOrError(call: () => unknown): unknown {
  try {
    return call()
  } catch (error) {
    return String(error)
  }
}

const built = [...messages('build'), ...flawed, ...templates.flatMap(({ copies }) => copies)]
const corpus: readonly Omit<Message, 'class'>[] = [...built, ...messages('measure')]
// What is generated may be printed, so it is made of nothing that is only measured.
const recipients = built.flatMap(({ recipient }) => recipient ?? [])
const seed = Number(process.env['SEED'] ?? 1)
const texts = built.map((message) => message.text)
const { below, piece, text, anyText } = textsFrom(texts, seed)

function someRecipient(): MemberProfile | undefined {
  if (below(20) === 0) return undefined
  if (below(2) === 0) return recipients[below(recipients.length)]
  if (below(2) === 0) return VERA
  return {
    displayName: piece() || 'x',
    givenName: piece(),
    familyName: ['Koch', 'von der Heide', 'Müller-Lüdenscheidt', ''][below(4)] ?? '',
    wants: [piece(), text().slice(0, 60)],
    haves: text().split(' ').slice(0, 5),
    other: [piece(), 'IT', 'C++', '3D', 'Neue Kontakte'],
  }
}

function someMessage(): Omit<Message, 'class'> {
  const recipient = someRecipient()
  const subjects = [undefined, piece(), text().slice(0, 40), `${piece()} ${piece()}`]
  const names = ['TypeScript Hamburg', piece(), text().slice(0, 50)]
  const subject = subjects[below(subjects.length)]
  const name = names[below(names.length)]
  return {
    text: anyText(),
    ...(recipient && { recipient }),
    ...(subject !== undefined && { subject }),
    ...(name && { group: { name } }),
  }
}

let differences = 0
let recent: readonly RecentFingerprint[] = []
for (let index = 0; index < corpus.length + count; index += 1) {
  const input: Input = { ...(corpus[index] ?? someMessage()), recent }
  const [mine, theirs] = [resultsOf(ours, input), resultsOf(before, input)]
  const textFingerprint = before.fingerprintText(input.text, input.recipient)
  recent = [...recent.slice(-49), { recipientId: `m-${index % 70}`, textFingerprint }]
  if (mine === theirs) continue
  differences += 1
  if (differences > 5) continue
  let at = 0
  while (mine[at] === theirs[at]) at += 1
  if (index >= built.length && index < corpus.length) {
    console.log('A text on which the rules are only measured')
    continue
  }
  console.log({ ...input, recent: undefined })
  for (const results of [mine, theirs]) console.log(results.slice(Math.max(0, at - 60), at + 200))
}
console.log(`${corpus.length} texts of the corpus, ${count} generated: ${differences} differences`)
process.exitCode = differences > 0 ? 1 : 0
