// What the classifier is trained on: the texts to build with, and most of the real messages.
import { plainWords } from '../../src/text/disguise.js'
import { visitFeatures } from '../../src/content/features.js'
import { profileWordsOf } from '../../src/content/profile-words.js'
import { isOfTopic, topicOf } from '../../src/content/topic.js'
import { normalizeText } from '../../src/text/normalize-text.js'
import { wordsIn } from '../../src/text/words.js'
import { isMarketing, isProhibited, type Message, messages } from '../support/messages.js'
import type { Example } from './fit.js'
import { mails, passages } from './strangers.js'

/** Real messages are many, and other ones than invitations. Of marketing there are few. */
const WEIGHTS = { marketing: 1.2, own: 1, spam: 0.25, mail: 0.15, passage: 0.08 }

/** Each fifth real message is only measured. */
export const isMeasured = (_message: unknown, at: number) => at % 5 === 0

export async function examples(): Promise<Example[]> {
  const own = messages('build').map((message) =>
    exampleOf(
      message,
      isMarketing(message) ? WEIGHTS.marketing : WEIGHTS.own,
      isProhibited(message),
      isMarketing(message),
    ),
  )
  const isTrained = (message: unknown, at: number) => !isMeasured(message, at)
  const real = (await mails())
    .filter(isTrained)
    .map(({ text, isSpam }) =>
      exampleOf({ text }, isSpam ? WEIGHTS.spam : WEIGHTS.mail, isSpam, false),
    )
  const written = passages()
    .filter(isTrained)
    .map((text) => exampleOf({ text }, WEIGHTS.passage, false, false))
  return [...own, ...real, ...written]
}

function exampleOf(
  { text, recipient, group }: Pick<Message, 'text' | 'recipient' | 'group'>,
  weight: number,
  isProhibited: boolean,
  isMarketing: boolean,
): Example {
  const normalized = normalizeText(text)
  const topic = topicOf(profileWordsOf(recipient), group)
  const { words } = plainWords(normalized, wordsIn(normalized))
  const counted = words.filter((word) => !isOfTopic(word, topic))
  const hashes: number[] = []
  visitFeatures(
    counted.map(({ folded }) => folded),
    (hash) => void hashes.push(hash),
  )
  return { hashes, isProhibited, isMarketing, weight }
}
