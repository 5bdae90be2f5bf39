import { describe, expect, test } from 'vitest'
import type { Table } from '../../src/content/classifier.js'
import { profileWordsOf } from '../../src/content/profile-words.js'
import type { ProhibitedTerm } from '../../src/content/prohibited-terms.js'
import {
  DISGUISED_SCORE,
  SCORE_OF_TERM,
  screenWords,
  SURE_SCORE,
  SUSPECTED_SCORE,
} from '../../src/content/screen-words.js'
import { TermIndex } from '../../src/content/term-index.js'
import { topicOf } from '../../src/content/topic.js'
import { visitFeatures } from '../../src/text/features.js'
import { wordsIn } from '../../src/text/words.js'
import { aTable, featuresOf } from '../support/a-table.js'
import { aProfile } from '../support/builders.js'
import { whilePolluted } from '../support/polluted.js'

const suspected = (category: ProhibitedTerm['category'], ...terms: string[]): ProhibitedTerm[] =>
  terms.map((term) => ({ term, category, certainty: 'suspected' }))

const terms = new TermIndex<ProhibitedTerm>([
  ...suspected('spam', 'jackpot', 'abo falle', 'casino abend', 'los'),
  ...suspected('multi-level-marketing', 'mlm', 'multi level marketing', 'downline*'),
  { term: 'kaffeefahrt*', category: 'spam' },
  { term: 'heizdecke', category: 'spam', certainty: 'sure' },
])

interface About {
  readonly haves?: readonly string[]
  readonly group?: string
}

const JUST_ABOVE = 1e-9

/** A table in which every text has this score. */
const scoring = (score: number) => aTable({}, { bias: score })
const unsuspected = scoring(-9)
const suspecting = scoring((SUSPECTED_SCORE + SURE_SCORE) / 2)
const witness = scoring(9)

function screen(
  given: string | { readonly subject?: string; readonly text: string },
  table: Table,
  { haves = [], group }: About = {},
) {
  const draft = typeof given === 'string' ? { text: given } : given
  const profile = profileWordsOf(aProfile({ displayName: 'Bernd Losmann', haves: [...haves] }))
  const topic = topicOf(profile, group === undefined ? undefined : { name: group })
  return screenWords(draft, wordsIn(draft.text), topic, terms, table)
}

/** The words that are found, with a question mark if they are only suspected. */
const found = (...args: Parameters<typeof screen>) =>
  screen(...args).map(({ term, certainty }) => `${term}${MARKS[certainty]}`)

const MARKS = { sure: '', suspected: '?' }

describe('one witness', () => {
  test('the list alone finds nothing, however many terms there are', () => {
    expect(found('Der Jackpot', unsuspected)).toEqual([])
    expect(found('Jackpot, Abo-Falle, MLM, Downlines', unsuspected)).toEqual([])
    const many = scoring(SURE_SCORE - 3 * SCORE_OF_TERM + JUST_ABOVE)
    expect(found('Jackpot, Abo-Falle, MLM, Downlines', many)).toEqual([])
  })

  test('disguise alone suspects, however many there are', () => {
    const table = aTable({ geld: 1, gold: 1 }, { bias: -9 })
    expect(found('Ihr G E L D', table)).toEqual(['G E L D?'])
    expect(found('Ihr G E L D und G0LD', table)).toEqual(['G E L D?', 'G0LD?'])
  })

  test('the classifier alone suspects, however high the score is', () => {
    const table = aTable({ geld: 9 }, { bias: 9 })
    expect(found('Ihr Geld', table)).toEqual(['Geld?'])
  })

  test('the classifier suspects a text above a score, and not at it', () => {
    const at = (bias: number) => found('Ihr Geld', aTable({ geld: 1 }, { bias, unit: 0 }))
    expect(at(SUSPECTED_SCORE)).toEqual([])
    expect(at(SUSPECTED_SCORE + JUST_ABOVE)).toEqual(['Geld?'])
  })
})

describe('two witnesses are sure', () => {
  test('the classifier and the list', () => {
    expect(found('Der Jackpot', witness)).toEqual(['Jackpot'])
  })

  test('the classifier and the list, above a score and not at it', () => {
    expect(found('Der Jackpot', scoring(SURE_SCORE))).toEqual(['Jackpot?'])
    expect(found('Der Jackpot', scoring(SURE_SCORE + JUST_ABOVE))).toEqual(['Jackpot'])
  })

  test('each further term makes up for some of the score', () => {
    const one = scoring(SURE_SCORE - SCORE_OF_TERM + JUST_ABOVE)
    expect(found('Der Jackpot', one)).toEqual(['Jackpot?'])
    expect(found('Der Jackpot, Jackpot', one)).toEqual(['Jackpot?'])
    expect(found('Der Jackpot, MLM', one)).toEqual(['Jackpot', 'MLM'])
    expect(found('Der Jackpot, MLM', scoring(SURE_SCORE - SCORE_OF_TERM))).toEqual([
      'Jackpot?',
      'MLM?',
    ])
  })

  test('the classifier and disguise: it suspects at a lower score', () => {
    const at = (bias: number) => found('Ihr G E L D', aTable({ geld: 1 }, { bias, unit: 0 }))
    expect(at(DISGUISED_SCORE)).toEqual(['G E L D?'])
    expect(at(DISGUISED_SCORE + JUST_ABOVE)).toEqual(['G E L D'])
  })

  test('the list and disguise only suspect without the classifier, in one word or in two', () => {
    expect(found('J4ckpot!', unsuspected)).toEqual(['J4ckpot?'])
    expect(found('J4ckpot!', scoring(DISGUISED_SCORE + JUST_ABOVE))).toEqual(['J4ckpot'])
    const table = aTable({ geld: 1 }, { bias: -9 })
    expect(found('Jackpot: G E L D', table)).toEqual(['Jackpot?', 'G E L D?'])
    expect(found('G E L D: Jackpot', table)).toEqual(['G E L D?', 'Jackpot?'])
  })

  test('all three', () => {
    const table = aTable({ geld: 1 }, { bias: 9 })
    expect(found('Jackpot: G E L D', table)).toEqual(['Jackpot', 'G E L D'])
  })
})

describe('what hides no word that speaks for prohibited content is no disguise', () => {
  const table = aTable({ geld: 1, rad: -1 }, { bias: -9 })

  test.each(['Neo4j', 'MP3s', 'Women@Work', 'U.A.w.g.', 'R.S.V.P.', 'r4ds', 'Fit4Fun'])(
    '%s',
    (word) => {
      expect(found(`Jackpot, ${word}`, table)).toEqual([])
      expect(found(`Jackpot, ${word}`, suspecting)).toEqual(['Jackpot?'])
      expect(found(`Jackpot, ${word}`, scoring(SUSPECTED_SCORE))).toEqual([])
    },
  )

  test('a word that speaks against it', () => {
    expect(found('Jackpot, r.a.d.e', aTable({ rade: -1 }, { bias: -9 }))).toEqual([])
    expect(found('Jackpot, r.a.d.e', aTable({ rade: 1 }, { bias: -9 }))).toEqual([
      'Jackpot?',
      'r.a.d.e?',
    ])
  })

  test('a word that only its neighbours make suspect', () => {
    const hashes: number[] = []
    visitFeatures(['haus', 'rade'], (hash) => void hashes.push(hash))
    const pair = hashes.filter(
      (hash) => ![...featuresOf('haus'), ...featuresOf('rade')].includes(hash),
    )
    expect(pair).toHaveLength(1)
    const table = aTable(new Map(pair.map((hash) => [hash, 9])), { bias: -9 })
    expect(found('Haus r.a.d.e', table)).toEqual([])
  })

  test('a word in the same place of the other field', () => {
    const draft = { subject: 'Neo4j', text: 'Jackpot' }
    expect(found(draft, unsuspected)).toEqual([])
    expect(found({ subject: 'Jackpot', text: 'Neo4j' }, unsuspected)).toEqual([])
  })

  test('a word beside a term', () => {
    expect(found('Neo4j Jackpot', unsuspected)).toEqual([])
    expect(found('Jackpot Neo4j', unsuspected)).toEqual([])
  })

  test('but a word of a term is, the first or a further one', () => {
    expect(found('Die 4bo-F4lle', unsuspected)).toEqual([])
    expect(found('Die Abo-F4lle', unsuspected)).toEqual(['Abo-F4lle?'])
    expect(found('Die Abo-F4lle', witness)).toEqual(['Abo-F4lle'])
    expect(found('Die A.b.o.-Falle', unsuspected)).toEqual([])
    expect(found({ subject: 'Die Abo-F4lle', text: '' }, unsuspected)).toHaveLength(1)
  })
})

describe('a term of which the service is sure', () => {
  test.each(['Kaffeefahrten', 'Heizdecke'])('is enough: %s', (term) => {
    expect(found(`Die ${term}`, unsuspected)).toEqual([term])
  })

  test('leaves the others out if nothing else is found', () => {
    expect(found('Jackpot, Heizdecke, MLM', unsuspected)).toEqual(['Heizdecke'])
  })

  test('is also enough behind a disguise without a space between', () => {
    expect(found('J4ckpot!Heizdecke', unsuspected)).toEqual(['J4ckpot!Heizdecke'])
    expect(found('Abo F4lle!Heizdecke', unsuspected)).toEqual(['Abo F4lle!Heizdecke'])
    expect(found('J4ckpot Heizdecke', unsuspected)).toEqual(['J4ckpot?', 'Heizdecke'])
  })

  test('does not make the others sure', () => {
    expect(found('Jackpot, Heizdecke', scoring(SUSPECTED_SCORE + JUST_ABOVE))).toEqual([
      'Jackpot?',
      'Heizdecke',
    ])
  })

  test('is a witness like the others', () => {
    expect(found('Jackpot, Heizdecke', witness)).toEqual(['Jackpot', 'Heizdecke'])
  })
})

describe('the topic accuses nobody', () => {
  test.each([
    ['a term of the profile', 'Der Jackpot', { haves: ['Jackpot-Statistik'] }],
    ['another spelling of it', 'die MLM', { haves: ['mlm'] }],
    ['another term of its category', 'über MLM', { haves: ['Multi-Level-Marketing'] }],
    ['its plural', 'deine Downlines', { haves: ['Downline'] }],
    ['the name of the group', 'unser Jackpot', { group: 'Jackpot e. V.' }],
    ['another spelling in it', 'MLM ist das Thema', { group: 'MLM-Opfer' }],
    ['spam in a profile of marketing', 'Jackpot, MLM', { haves: ['Multi-Level-Marketing'] }],
    ['another term of spam in a profile of spam', 'Die Abo-Falle', { haves: ['Jackpot'] }],
  ])('%s', (_case, text, about) => {
    expect(found(text, witness)).not.toEqual([])
    expect(found(text, witness, about)).toEqual([])
  })

  test('a term that begins in one entry and ends in the next counts', () => {
    const haves = ['Ich lese mein Abo', 'Falle nie auf']
    expect(found('Die Abo-Falle', witness, { haves })).toEqual(['Abo-Falle'])
  })

  test('a term of spam in the profile excuses none of marketing', () => {
    expect(found('Abo-Falle, MLM', witness, { haves: ['Jackpot'] })).toEqual(['MLM'])
  })

  test('the name of the group excuses only the terms that it has', () => {
    expect(
      found('MLM ist das Thema', witness, { group: 'Opfer von Multi-Level-Marketing' }),
    ).toEqual(['MLM'])
    expect(found('Jackpot, Abo-Falle', witness, { group: 'Jackpot' })).toEqual(['Abo-Falle'])
  })

  test('the classifier does not see the words of a term that is excused', () => {
    const table = aTable({ mlm: 9, jackpot: 9 }, { bias: 0 })
    expect(found('Ihr MLM', table)).toEqual(['MLM'])
    expect(found('Ihr MLM', table, { haves: ['Multi-Level-Marketing'] })).toEqual([])
    expect(found('Ihr J4ckpot', table, { haves: ['Multi-Level-Marketing'] })).toEqual([])
  })

  test('a term that is sure counts, unless the topic has itself', () => {
    expect(found('Jackpot, Heizdecke', witness, { haves: ['Jackpot'] })).toEqual(['Heizdecke'])
    expect(found('Jackpot, Heizdecke', witness, { haves: ['Heizdecke'] })).toEqual([])
  })

  test('the classifier does not see its words, related ones and names', () => {
    const table = aTable({ geld: 9, gold: -5 }, { bias: 0, unit: 9 })
    expect(found('Ihr Geld', table)).toEqual(['Geld?'])
    expect(found('Ihr Geld', table, { haves: ['Geld'] })).toEqual([])
    expect(found('Ihr Geld, Gold', table, { group: 'Geld' })).toEqual([])
    expect(found('Anna, Bernd', aTable({ bernd: 9, anna: 9 }))).toEqual(['Anna?'])
  })

  test('a name is no term, though it excuses no other', () => {
    const screenFor = (displayName: string, text: string) => {
      const recipient = aProfile({ displayName, haves: [] })
      const topic = topicOf(profileWordsOf(recipient), undefined)
      return screenWords({ text }, wordsIn(text), topic, terms, witness).map(({ term }) => term)
    }
    expect(screenFor('Anna Los', 'Frau Los, ein Jackpot')).toEqual(['Jackpot'])
    expect(screenFor('Anna Losmann', 'Frau Los, ein Jackpot')).toEqual(['Los', 'Jackpot'])
  })

  test('its words in disguise are none', () => {
    const table = aTable({ geld: 1 }, { bias: -9 })
    expect(found('Jackpot: G E L D', table, { haves: ['Geld'] })).toEqual([])
    expect(found('J4ckpot', witness, { haves: ['Jackpot'] })).toEqual([])
  })
})

describe('the evidence', () => {
  test('has the words as they stand there, with places, category and certainty', () => {
    const draft = { subject: 'Ihr JACKPOT', text: 'Ja: Multi-Level-Marketing' }
    expect(screen(draft, witness)).toEqual([
      { category: 'spam', term: 'JACKPOT', index: 4, field: 'subject', certainty: 'sure' },
      {
        category: 'multi-level-marketing',
        term: 'Multi-Level-Marketing',
        index: 4,
        certainty: 'sure',
      },
    ])
  })

  test('has each term in its first place, in subject and text', () => {
    expect(screen({ subject: 'Jackpot, Jackpot', text: 'Jackpot, MLM, Jackpot' }, witness)).toEqual(
      [
        expect.objectContaining({ term: 'Jackpot', index: 0, field: 'subject' }),
        expect.objectContaining({ term: 'MLM', index: 9 }),
      ],
    )
  })

  test('is in the order of the places, the subject first, whatever kind it is', () => {
    const table = aTable({ geld: 1, gold: 1 }, { bias: -9 })
    const draft = { subject: 'G O L D, Jackpot', text: 'MLM, G E L D und Heizdecke' }
    expect(found(draft, table)).toEqual(['G O L D?', 'Jackpot?', 'MLM?', 'G E L D?', 'Heizdecke'])
  })

  test('has each place once: a term in disguise', () => {
    expect(found('J4ckpot', unsuspected)).toEqual(['J4ckpot?'])
    const table = aTable({ geld: 1, gold: 1 }, { bias: -9 })
    expect(found('Jackpot G3ld!Gold', table)).toEqual(['Jackpot?', 'G3ld!Gold?'])
  })

  test('has the term if a disguise is in the same place', () => {
    expect(found('C4sino-Abend', unsuspected)).toEqual(['C4sino-Abend?'])
    expect(found('H3izdecke', unsuspected)).toEqual(['H3izdecke'])
  })

  test('has the same index in subject and text twice', () => {
    expect(screen({ subject: 'Jackpot', text: 'MLM' }, witness)).toHaveLength(2)
  })

  test('of a disguise has the category of the classifier', () => {
    const table = (marketing: string[]) => aTable({ geld: 1 }, { bias: 9, marketing })
    expect(screen('G E L D', table([]))).toEqual([
      { category: 'spam', term: 'G E L D', index: 0, certainty: 'sure' },
    ])
    expect(screen('G E L D', table(['geld']))).toEqual([
      { category: 'multi-level-marketing', term: 'G E L D', index: 0, certainty: 'sure' },
    ])
  })

  test('of the classifier alone is the three strongest words, in their order', () => {
    const weights = { haus: 2, geld: 9, gold: 5, wein: 2, baum: -9, chef: 7 }
    const table = aTable(weights, { bias: 9, marketing: ['geld'] })
    const draft = { subject: 'Wein Geld', text: 'Haus Chef Baum Gold sechs' }
    expect(screen(draft, table)).toEqual([
      { category: 'spam', term: 'Geld', index: 5, field: 'subject', certainty: 'suspected' },
      { category: 'spam', term: 'Chef', index: 5, certainty: 'suspected' },
      { category: 'spam', term: 'Gold', index: 15, certainty: 'suspected' },
    ])
  })

  test('has the strongest word even if several others are equal', () => {
    const table = aTable({ haus: 2, geld: 2, gold: 2, wein: 9 }, { bias: 9 })
    expect(found('Haus Geld Gold Wein', table)).toEqual(['Haus?', 'Geld?', 'Wein?'])
  })

  test('of the classifier has words that say something, if there are any', () => {
    const table = aTable({ wir: 9, und: 7, geld: 2 }, { bias: 9 })
    expect(found('Wir und Geld', table)).toEqual(['Geld?'])
    expect(found('Wir und ihr', table)).toEqual(['Wir?', 'und?'])
  })

  test('has none within another', () => {
    expect(found('G3ld-Abo-F4lle-J4ckpot', unsuspected)).toEqual(['Abo-F4lle?', 'J4ckpot?'])
    const table = aTable({ falle: 5, abo: 5 }, { bias: 9 })
    expect(found('Abo F.a.l.l.e, Abo-Falle', table)).toEqual(['Abo F.a.l.l.e'])
  })

  test.each([
    ['field', 'subject'],
    ['field', 'text'],
    ['name', 'subject'],
    ['certainty', 'suspected'],
  ])('takes nothing from Object.prototype: %s %s', async (key, value) => {
    const draft = { subject: 'Jackpot', text: 'MLM, Heizdecke' }
    const expected = JSON.stringify(screen(draft, witness))
    await whilePolluted(key, value, () => {
      expect(JSON.stringify(screen(draft, witness))).toBe(expected)
    })
  })

  test('has only words that speak for prohibited content', () => {
    const table = aTable({ eins: 2, zwei: -2 }, { bias: 9 })
    expect(found('eins zwei drei', table)).toEqual(['eins?'])
    expect(found('zwei drei', table)).toEqual([])
  })

  test('has no words of the classifier if there are terms', () => {
    const table = aTable({ geld: 9 }, { bias: SUSPECTED_SCORE + JUST_ABOVE, unit: 0 })
    expect(found('Geld, Jackpot', table)).toEqual(['Jackpot?'])
  })
})

test('the scores are in order', () => {
  expect(DISGUISED_SCORE).toBeLessThan(SUSPECTED_SCORE)
  expect(SURE_SCORE).toBeGreaterThan(SUSPECTED_SCORE + SCORE_OF_TERM)
  expect(SCORE_OF_TERM).toBeGreaterThan(0)
})

test('a draft without a subject is weighed by its text alone', () => {
  const bias = SUSPECTED_SCORE + JUST_ABOVE - 2 / Math.sqrt(2)
  expect(found('Geld', aTable({ geld: 2 }, { bias }))).toEqual(['Geld?'])
  expect(found({ subject: 'Ja', text: 'Geld' }, aTable({ geld: 2 }, { bias }))).toEqual([])
})

test('without words there is no evidence', () => {
  expect(screen({ text: '' }, witness)).toEqual([])
  expect(screen({ subject: '', text: '–' }, witness)).toEqual([])
})

test('words in the subject and in the text are weighed together', () => {
  const table = aTable({ geld: 2, gold: 2 }, { bias: SUSPECTED_SCORE - 1.6 })
  expect(found({ text: 'Geld' }, table)).toEqual([])
  expect(found({ subject: 'Gold', text: 'Geld' }, table)).toEqual(['Gold?', 'Geld?'])
})
