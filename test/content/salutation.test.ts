import { describe, expect, test } from 'vitest'
import { callsByName, firstLineOf } from '../../src/content/salutation.js'
import { aProfile } from '../support/builders.js'

describe('the first line', () => {
  test.each([
    ['the only one', 'Hallo, Bernd!', 'Hallo, Bernd!', 0],
    ['the first of several', 'Hallo,\nBernd', 'Hallo,', 0],
    ['the first that has a word', '\n👋 –\n  … Hallo Bernd …\nTag', '  … Hallo Bernd …', 6],
    ['none', '–\n…', '', 0],
  ])('%s', (_case, text, line, start) => {
    expect(firstLineOf(text)).toEqual({ line, start })
  })
})

/** The last word of a name is the family name. */
const calls = (text: string, displayName: string) => callsByName(text, aProfile({ displayName }))

type Cases = readonly (readonly [text: string, displayName: string])[]

describe('calls by name', () => {
  const cases: Record<string, Cases> = {
    'behind a greeting, whatever follows': [
      ['Guten Tag Frau Mustermann,\nTYPO3 …', 'Maria Mustermann'],
      ['sehr geehrter herr dr.  müller ich', 'Bernd Müller'],
      ['hallo anna ich wollte', 'Anna Koch'],
      ['moin frauke, wie geht es', 'Frauke Petersen'],
      ['Hallo liebe Anna wir haben', 'Anna Koch'],
      ['Lieber Bernd, du bietest TypeScript an.', 'Bernd Müller'],
      ['Guten Morgen und ein frohes neues Jahr, lieber Bernd!', 'Bernd Müller'],
      ['Sehr geehrte Frau Kollegin Hofstätter wir', 'Mag. Elfriede Hofstätter'],
      ['Grüß dich Lukas du', 'Lukas Brandl'],
      ['Sehr geehrter Herr Dr. rer. nat. Zink wir', 'Eberhard Zink'],
      ['Liebe:r Kim wir', 'Kim Sander'],
      ['Sehr geehrte/r Frau/Herr Sander,', 'Kim Sander'],
      ['Dear Mr J. R. Tolkien it', 'J. R. R. Tolkien'],
      ['Hello Anna/Tom, hi', 'Anna Koch'],
    ],
    'at the end of a clause that opens the text': [
      ['Griaß di Walter, deine Rinder', 'Walter Gschwendtner'],
      ['Petri Heil Burkhard! Wer', 'Burkhard Senftleben'],
      ['Now then Graham. Lads', 'Graham Ottley'],
      ['Wünsche einen schönen guten Tag Walter,', 'Walter Gschwendtner'],
      ['Ahoi Käpt’n Thomsen, wer', 'Arne Thomsen'],
      ['Sehr geehrter Herr Direktor Prachtl, „Dear', 'Egon Prachtl'],
      ['Hallo McKay', 'John McKay'],
      ['Liebe Frau Weiss', 'Anna Weiß'],
      ['Hallo Gudrun und Ewald, Äpfel', 'Ewald Kreutzer'],
      ['Hallo Jana – schön', 'Jana Blum'],
      ['Hi Tom 🙂 schön', 'Tom Ernst'],
      ['Dr. Nwosu, hello.', 'Amara Nwosu'],
      ['Frau Groß, ich habe', 'Petra Groß'],
      ['Björn, moin. Grill ist da.', 'Björn Asmussen'],
      ['Luis hi! Another one', 'Luis Ortega'],
      ['Kurze Frage, Anna, hast du Zeit', 'Anna Koch'],
      ['Kurze Frage vorab, Anna, hast du Zeit?', 'Anna Koch'],
      ['Glück auf, Herr Ruhland, wir', 'Ferdinand Ruhland'],
      ['Will, your dinghy', 'Will Turner'],
    ],
    'before a word that turns to the member': [
      ['kevin du schreibst', 'Kevin Lobinger'],
      ['frau koch sie suchen', 'Petra Koch'],
      ['Carlos mate, safety', 'Carlos Mendoza'],
    ],
    'alone at the end of a sentence': [
      ['Schön, dass du da bist, Anna! Wir', 'Anna Koch'],
      ['Welcome to Düsseldorf, Yuki! I', 'Yuki Brandt'],
      ['Ich freue mich auf Sie, Frau Koch\nWir', 'Anna Koch'],
    ],
    'in one of the first four lines': [
      ['\n👋\n\nHallo Jana –', 'Jana Blum'],
      ['Guten Morgen!\n\nLiebe Anna,\nschön', 'Anna Koch'],
      ['Hallo!\nAnna, komm doch', 'Anna Koch'],
      ['Wir laden ein\nLiebe Anna,', 'Anna Koch'],
      ['Eins\nZwei\nDrei\nLiebe Anna,', 'Anna Koch'],
      [`${'a '.repeat(38)}, hi Anna`, 'Anna Koch'],
    ],
    'a name that is a greeting or a common word': [
      ['Hallo Frau Abend,', 'Sigrid Abend'],
      ['Guten Morgen, Herr Dr. Morgen', 'Frank Morgen'],
      ['Hi Will!', 'Will Turner'],
      ['Lieber Can wir spielen', 'Can Aydın'],
      ['Guten Tag Herr Le,', 'Tuan Le'],
      ['Hallo Di,', 'Di Wang'],
      ['Hallo Herr Zimmer,', 'Jan Zimmer'],
      ['Lieber Peter,', 'Peter Olsen'],
    ],
    'whatever stands around it': [
      ['Liebe Maria-Eva wir', 'Eva Maria Blum'],
      ['Guten Tag: Anna, hast du Zeit?', 'Anna Koch'],
      ['Hallo, guten Morgen liebe Frau Doktor, Anna, hast du Zeit?', 'Anna Koch'],
      ['Kurze Frage…: Anna, hast du Zeit?', 'Anna Koch'],
      ['Kurze „Frage“, Anna, hast du Zeit?', 'Anna Koch'],
      ['Hallo liebe Frau Morgen,', 'Julia Morgen'],
      ['Griaß di mei liabe guate Anna, kimm', 'Anna Koch'],
      ['Ahoi lieber Käpten Thomsen!', 'Jan Thomsen'],
      ['Schön, dass du da bist , Anna!', 'Anna Koch'],
      ['Schön, dass du da bist, Anna !', 'Anna Koch'],
      ['Griaß di Anna, - wir', 'Anna Koch'],
      ['Hallo Frau von der Heide wir', 'Uwe von der Heide'],
    ],
    'below lines without a word': [['👋\n–\n…\n🙂\n\nHallo Anna,', 'Anna Koch']],
  }
  describe.each(Object.entries(cases))('%s', (_title, those) => {
    test.each(those)('%j to %s', (text, displayName) => {
      expect(calls(text, displayName)).toBe(true)
    })
  })
})

describe('calls nobody', () => {
  const cases: Record<string, Cases> = {
    'no name': [
      ['Hallo zusammen,', 'Bernd Müller'],
      ['Sehr geehrte Damen und Herren,', 'Damian Herr'],
      ['Hallo Peter,', 'Bernd Müller'],
      ['Lieber Olaf Peters,', 'Ole Petersen'],
      ['Lieber Peter,', 'Ole Petersen'],
      ['Hallo Herr Zimmer,', 'Jan Zimmermann'],
      ['Hallo Dr, ich', 'Dr. Jana Blum'],
      ['Von Tom,', 'Uwe von der Heide'],
      ['Hallo Kollegin,', 'Anna Koch'],
      ['', 'Bernd Müller'],
      ['–', 'Bernd Müller'],
    ],
    'a noun': [
      ['am Freitag, wie immer, treffen wir uns', 'Sabine Freitag'],
      ['Freitag, 20 Uhr, im Löwen', 'Claudia Freitag'],
      ['Sommer, Sonne, Eis', 'Werner Sommer'],
      ['Guten Freitag!', 'Ute Freitag'],
      ['Hallo und schönen Sommer!', 'Birgit Sommer'],
      ['Hallo liebe Sommer Gäste, die', 'Birgit Sommer'],
      ['Liebe Berg-Freunde, am Wochenende', 'Ralf Berg'],
      ['Liebe Koch- und Backfreunde,', 'Anja Koch'],
      ['Liebe Koch & Backfreunde,', 'Anja Koch'],
      ['Hallo Team Berg,', 'Tina Berg'],
      ['Wir sind ein Haufen junger Leute', 'Max Jung'],
      ['Guten Morgen,', 'Julia Morgen'],
      ['Liebe Mitglieder,', 'Heidi Liebe'],
      ['Hello, will you join us?', 'Will Turner'],
      ['Will you join us?', 'Will Turner'],
      ['Hi can you join us?', 'Can Aydın'],
    ],
    'somebody else': [
      ['Frau Koch hat mir von euch erzählt', 'Petra Koch'],
      ['Unsere Leiterin, Frau Koch, hat', 'Petra Koch'],
      ['unsere liebe Frau Koch, die', 'Petra Koch'],
      ['Wie Frau Koch, unsere Leiterin, sagt', 'Petra Koch'],
      ['Hallo, anna ist da', 'Anna Koch'],
      ['Hallo, ich bin Anna, und', 'Anna Koch'],
      ['Post von Anna, und', 'Anna Koch'],
      ['Hallo Post von Anna,', 'Anna Koch'],
      ['Hallo liebe Post von Anna,', 'Anna Koch'],
      ['Frage : Anna, hast du Zeit?', 'Anna Koch'],
      ['Hallo Liebe,', 'Liebe Schmidt'],
      ['Griaß di mei liabe guate gscheite Anna, kimm', 'Anna Koch'],
      ['Schön (dass du da bist), Anna!', 'Anna Koch'],
      ['Liebe Koch& Backfreunde,', 'Anja Koch'],
      ['Kurze wichtige Frage vorab, Anna, hast du Zeit?', 'Anna Koch'],
      ['hallo anna-lena ist da', 'Lena Koch'],
      ['Mit dabei: Anna, Tom und', 'Anna Koch'],
      ['Bäckerei, Konditorei, Küche, Garten, Anna, alle', 'Anna Koch'],
      ['Ich grüße vom Kurs Keramik und Ton Anna, wir', 'Anna Koch'],
      ['Rücken, Knie, Schulter, Hüfte, Anna.', 'Anna Koch'],
      ['Dabei: Anna Koch. Wir', 'Anna Koch'],
    ],
    'a quoted name': [
      ['In der Gruppe „Hallo Lena“ geht es', 'Lena Kramer'],
      ['Die Gruppe (Hallo Lena) sucht', 'Lena Kramer'],
    ],
    'the sender': [
      ['Kommt alle!\nLiebe Grüße\nAnna', 'Anna Koch'],
      ['Töpfern am Samstag? Viele liebe Grüße, Anna', 'Anna Koch'],
      ['Wir töpfern.\nLiebe Grüße Anna', 'Anna Koch'],
    ],
    'too far away': [
      ['Eins\nZwei\nDrei\nVier\nLiebe Anna,', 'Anna Koch'],
      [`${'a '.repeat(45)}, hi Anna`, 'Anna Koch'],
      ['Guten Abend euch, ihr Wanderer\nAnna, wir', 'Anna Koch'],
    ],
  }
  describe.each(Object.entries(cases))('%s', (_title, those) => {
    test.each(those)('%j to %s', (text, displayName) => {
      expect(calls(text, displayName)).toBe(false)
    })
  })
})

describe('nicknames', () => {
  test.each([
    ['behind a greeting', 'Hi Alex!', 'Alexander Blum', true],
    ['as the opening word', 'Alex, hast du', 'Alexander Blum', true],
    ['from the list', 'Servus Sepp,', 'Josef Huber', true],
    ['in a later clause', 'Ihr Lieben, hallo Kathi!', 'Katharina Brand', true],
    ['only at the end of the clause', 'Hi Alex du hast', 'Alexander Blum', false],
    ['only opening the text', 'Wir laden Sie und alle anderen ein, Tom', 'Thomas Ernst', false],
    ['only behind salutation words', 'Hallo Familie Alex,', 'Alexander Blum', false],
    ['not of a family name', 'Hallo Schmitt,', 'Anna Schmittmann', false],
  ])('%s', (_title, text, displayName, expected) => {
    expect(calls(text, displayName)).toBe(expected)
  })
})
