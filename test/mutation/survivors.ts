/** Mutants that no test notices, and why. */
export interface Survivor {
  /** Below `src/`. */
  readonly file: string
  /** What stands in the mutated line or lines, and in no others of the file that have mutants which survive. */
  readonly code: string
  /** How many of their mutants survive. */
  readonly mutants: number
  readonly reason: string
}

const FASTER = 'A shortcut: without it the answer is the same, and takes longer.'
const ASKED = 'It is asked only where there is one.'
const KNOWN = 'What is read has been read before, and cannot be wrong any more.'
const NEVER = 'A default that nothing meets, or that changes nothing.'

/** All of them. `docs/testing.md` lists them too, and `npm run mutation` fails on any other. */
export const survivors: readonly Survivor[] = [
  {
    file: 'consult.ts',
    code: "readProfile(facts.recipientProfile, 'the profile')",
    mutants: 1,
    reason: KNOWN,
  },
  { file: 'consult.ts', code: 'matcher?.findMentions', mutants: 1, reason: ASKED },
  { file: 'consult.ts', code: 'screener?.screen', mutants: 1, reason: ASKED },
  { file: 'content/first-line.ts', code: 'const match = /^.*', mutants: 1, reason: FASTER },
  { file: 'content/placeholders.ts', code: "filter(([, word = '']) =>", mutants: 1, reason: NEVER },
  { file: 'content/salutation.ts', code: "nextWords[0]?.folded ?? ''", mutants: 1, reason: NEVER },
  {
    file: 'content/similarity.ts',
    code: '(2 * fewer) / total < least',
    mutants: 2,
    reason: FASTER,
  },
  {
    file: 'content/similarity.ts',
    code: 'Math.ceil(total * (1 - least))',
    mutants: 2,
    reason: 'It only says where the walk may end: further on the answer is the same.',
  },
  { file: 'content/similarity.ts', code: 'unshared <= most', mutants: 1, reason: FASTER },
  {
    file: 'content/term-index.ts',
    code: 'others.length > 0',
    mutants: 1,
    reason: 'A term of one word is filed twice, and told once.',
  },
  {
    file: 'content/term-index.ts',
    code: 'isOpen: open >= 0',
    mutants: 1,
    reason: 'Of several words only the last can be open there.',
  },
  {
    file: 'content/term-screener.ts',
    code: "{ subject = '', text }: Draft,",
    mutants: 2,
    reason: NEVER,
  },
  { file: 'content/term-screener.ts', code: 'excuses = []', mutants: 1, reason: NEVER },
  { file: 'content/term-screener.ts', code: 'hits.length === 0', mutants: 1, reason: FASTER },
  {
    file: 'content/text-fingerprint.ts',
    code: 'index < end',
    mutants: 1,
    reason: 'Where the closing begins there is a line break, and no word.',
  },
  { file: 'disclosure.ts', code: 'options.reveal ?? []', mutants: 1, reason: NEVER },
  {
    file: 'disclosure.ts',
    code: "case 'DependencyFailed':",
    mutants: 1,
    reason: 'Any other type is told in the same way.',
  },
  {
    file: 'fact-calls.ts',
    code: 'findRecentFingerprints: { known: [] }',
    mutants: 2,
    reason: 'Nobody looks at it where no copies are looked for.',
  },
  {
    file: 'fact-calls.ts',
    code: 'findContactsAmong: { known: undefined }',
    mutants: 1,
    reason: 'What is not there is undefined too.',
  },
  {
    file: 'facts-from-repositories.ts',
    code: '?.inviter',
    mutants: 1,
    reason: 'There are standings for each group that was asked for.',
  },
  {
    file: 'facts-from-repositories.ts',
    code: '?.recipients',
    mutants: 1,
    reason: 'There are standings for each group that was asked for.',
  },
  {
    file: 'memory/parse-network-fields.ts',
    code: 'const isoDate',
    mutants: 1,
    reason: 'What stands before a date is refused by parseISO too.',
  },
  {
    file: 'memory/parse-network-fields.ts',
    code: '!Number.isNaN(+date)',
    mutants: 1,
    reason: 'Less than no number is no number either.',
  },
  {
    file: 'memory/in-memory-invitations.ts',
    code: 'fingerprints.get(inviterId) ?? []',
    mutants: 1,
    reason: 'What was never sent is dropped by its date.',
  },
  {
    file: 'memory/parse-network.ts',
    code: 'standing !== undefined',
    mutants: 1,
    reason: 'A standing that is undefined is none.',
  },
  {
    file: 'memory/store.ts',
    code: 'claim.repeatableAt > before.repeatableAt',
    mutants: 1,
    reason: 'Of two claims that end at the same instant either will do.',
  },
  {
    file: 'memory/store.ts',
    code: 'fingerprints.get(inviterId) ?? []',
    mutants: 1,
    reason: 'What was never sent is dropped by its date.',
  },
  {
    file: 'messages/language.ts',
    code: '} catch {',
    mutants: 1,
    reason: 'Without it the function ends, and gives what counts as false too.',
  },
  {
    file: 'messages/formats.ts',
    code: "timeZone ?? 'UTC'",
    mutants: 1,
    reason: 'A time zone that is none becomes UTC all the same.',
  },
  {
    file: 'messages/html.ts',
    code: '.split(',
    mutants: 2,
    reason: 'All parts are treated alike, wherever the text is parted.',
  },
  {
    file: 'messages/messages-for.ts',
    code: "german('informal')",
    mutants: 1,
    reason: 'Whatever is not formal is informal.',
  },
  { file: 'messages/messages-for.ts', code: 'locales ?? []', mutants: 1, reason: NEVER },
  { file: 'outside-call.ts', code: 'new Array<unknown>(calls.length)', mutants: 1, reason: FASTER },
  {
    file: 'outside-call.ts',
    code: 'answer.then === Promise.prototype.then',
    mutants: 1,
    reason: FASTER,
  },
  {
    file: 'custom-denials.ts',
    code: 'ask: () => facts',
    mutants: 1,
    reason: 'The answer is at hand, and read from there.',
  },
  { file: 'custom-denials.ts', code: "readDate(facts.now, 'now')", mutants: 1, reason: KNOWN },
  {
    file: 'custom-denials.ts',
    code: "readClaim(facts.claim, 'the claim')",
    mutants: 1,
    reason: KNOWN,
  },
  {
    file: 'parse-fields.ts',
    code: '} catch {',
    mutants: 2,
    reason: 'Without it the function ends, and gives what counts as nothing too.',
  },
  { file: 'policy-setup.ts', code: 'screener ? { matcher, screener }', mutants: 1, reason: FASTER },
  { file: 'read-answers.ts', code: 'new Array<Value>(keys.length)', mutants: 1, reason: FASTER },
  { file: 'read-answers.ts', code: 'new Array<boolean>(keys.length)', mutants: 1, reason: FASTER },
  { file: 'read-content.ts', code: 'if (!condition)', mutants: 1, reason: FASTER },
  {
    file: 'read-draft.ts',
    code: 'reference ? [reference] : []',
    mutants: 1,
    reason: 'What is no entry of the profile is left out again.',
  },
  { file: 'rules/characters-are-safe.ts', code: "given.subject ?? ''", mutants: 1, reason: NEVER },
  {
    file: 'text/count-characters.ts',
    code: 'const end = start + units',
    mutants: 1,
    reason: 'The window ends in front of a pair instead of behind it: neither parts it.',
  },
  {
    file: 'text/count-characters.ts',
    code: 'end < text.length',
    mutants: 1,
    reason: 'The last character is left for one more window, and counted there.',
  },
  {
    file: 'text/count-characters.ts',
    code: 'units = graphemes.length === 0',
    mutants: 1,
    reason: 'Windows that grow count the same, and take longer.',
  },
  {
    file: 'text/count-characters.ts',
    code: 'new Intl.Segmenter',
    mutants: 1,
    reason: 'Graphemes are the default.',
  },
  {
    file: 'text/measure.ts',
    code: 'case undefined:',
    mutants: 1,
    reason: 'Without it the function ends, and gives undefined too.',
  },
  {
    file: 'text/measure.ts',
    code: 'text.length * 3 <= BYTE_LIMIT',
    mutants: 1,
    reason: 'No length times 3 is 5,000.',
  },
  { file: 'text/measure.ts', code: 'text.length * 3 > BYTE_LIMIT', mutants: 1, reason: FASTER },
  { file: 'text/normalize-text.ts', code: "text.includes('\\r')", mutants: 1, reason: FASTER },
  {
    file: 'text/resembles.ts',
    code: 'one.length < other.length',
    mutants: 1,
    reason: 'Of two words of one length either may be called the shorter one.',
  },
  {
    file: 'text/resembles.ts',
    code: 'long.indexOf(stem, 4) >= 0',
    mutants: 1,
    reason: 'From the fourth letter on nothing is found at 0.',
  },
  {
    file: 'text/resembles.ts',
    code: 'while (shared < short.length',
    mutants: 2,
    reason: 'Behind the end of both words there is NaN, which equals nothing.',
  },
]
