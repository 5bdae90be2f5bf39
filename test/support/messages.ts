import { readdirSync, readFileSync } from 'node:fs'
import { decide, type Group, type MemberProfile } from 'group-invitations'
import { aProfile, aRequest, someFacts } from './builders.js'
import { inRepository } from './repository.js'
import { samples } from './corpus.js'
import { type RuleResults, ruleResultsIn } from './verdicts.js'

/** A message of the corpus: an invitation, if it has a recipient. */
export interface Message {
  /** What it is: `honest`, `mlm-soft`, `spam-loan`, `slot`, … */
  readonly class: string
  readonly recipient?: MemberProfile
  readonly group?: Group
  readonly subject?: string
  readonly text: string
  /** The unfilled slot in a message of the class `slot`. */
  readonly slot?: string
  /** The link in a message of the class `link`. */
  readonly link?: string
}

/** The texts with which the rules were built, or those on which they are only measured. */
export function messages(half: 'build' | 'measure'): Message[] {
  const folder = inRepository(`test/corpus/${half}`)
  const written = readdirSync(folder)
    .sort()
    .flatMap((file) => readFileSync(`${folder}/${file}`, 'utf8').trim().split('\n'))
    .map(parsed)
  return half === 'build' ? [...written, ...earlier()] : written
}

function parsed(line: string): Message {
  // The files are checked by `corpus.test.ts`.
  const { group, ...message } = JSON.parse(line) as Omit<Message, 'group'> & { group?: string }
  return group === undefined ? message : { ...message, group: { name: group } }
}

/** The first texts of the corpus. */
function earlier(): Message[] {
  const honest = ['honest', 'innocent', 'signs', 'unseen-innocent'].flatMap((name) =>
    samples(name).map(({ recipient, text }) => ({
      class: name.endsWith('innocent') ? 'touchy' : 'honest',
      recipient,
      text,
    })),
  )
  const prohibited = ['prohibited', 'unseen-prohibited'].flatMap((name) =>
    samples(name).map(({ recipient, text, category }) => ({
      class: category === 'spam' ? 'spam' : 'mlm-plain',
      recipient,
      text,
    })),
  )
  return [...honest, ...prohibited]
}

/** What the rules find in a message. One without a recipient has a recipient without a profile to speak of. */
export function findingsIn({ recipient, group, subject, text }: Message): RuleResults {
  const profile = recipient ?? aProfile({ wants: [], haves: [], other: [] })
  const facts = someFacts({ recipientProfile: profile, ...(group && { group }) })
  return ruleResultsIn(decide(aRequest({ subject, text }), facts))
}

export function isProhibited({ class: name }: Message): boolean {
  return name.startsWith('spam') || isMarketing({ class: name })
}

/** Whether it is multi-level marketing; in the half that is measured also called `plain`, `soft` and `disguised`. */
export function isMarketing({ class: name }: Pick<Message, 'class'>): boolean {
  return name.startsWith('mlm')
}
