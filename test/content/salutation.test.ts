import { describe, expect, test } from 'vitest'
import { callsByName, firstLineOf } from '../../src/content/salutation.js'

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

describe('calls by name', () => {
  test.each([
    ['Guten Tag Frau Mustermann,\nTYPO3 …', ['Mustermann']],
    ['Sehr geehrter Herr Dr. von der Heide,', ['Heide']],
    ['Lieber Bernd, du bietest TypeScript an.', ['Bernd']],
    ['Hallo Frau Mueller,', ['Müller']],
    ['HALLO FRAU MÜLLER!', ['Mueller']],
    ['Liebe Frau Weiss', ['Weiß']],
    ["Dear Ms O'Neill,", ['O', 'Neill']],
    ['Guten Morgen und ein frohes neues Jahr, lieber Bernd!', ['Bernd']],
    ['\n👋\n\nHallo Jana –', ['Jana']],
    ['moin frauke, wie geht es', ['Frauke']],
    ['Frau Groß, ich habe', ['Groß', 'Kühn']],
    ['Hi Alex!', ['Alexander']],
    ['Hi Alex!', ['Alexander', 'Blum']],
    ['Hallo McKay', ['McKay']],
    ['sehr geehrter herr dr.  müller', ['Müller']],
    ['Hi Tom – fancy a walk?', ['Thomas']],
    ['Servus Andi,', ['Andreas']],
    ['Guten Morgen!\n\nLiebe Anna,', ['Anna']],
    ['Guten Tag Herr Le,', ['Tuan', 'Le']],
    ['Hallo Frau Abend,', ['Abend']],
    ['hallo anna ich wollte', ['Anna']],
    ['Hi Tom 🙂', ['Thomas']],
    ['Hey Uli …', ['Ulrich']],
    ['Alex, hast du', ['Alexander']],
    ['Liebe Steffi\n', ['Stefanie']],
    ['Hi Basti :)', ['Sebastian']],
    ['Guten Morgen!\n\nLiebe Anna,\nschön', ['Anna']],
    ['Wir freuen uns, Bernd hier zu sehen', ['Bernd']],
    ['sehr geehrter herr dr. müller ich', ['Müller']],
    ['Hi Niki!', ['Nikolaus']],
    ['Hi Alexa,', ['Alexandra']],
  ])('%j', (text, names) => {
    expect(callsByName(text, names)).toBe(true)
  })
})

describe('a short form', () => {
  const others = Array.from({ length: 29 }, (_, index) => `Xq${'x'.repeat(index)}z`)

  test('counts for the first 30 names, and the others count as they are', () => {
    expect(callsByName('Hi Tom!', [...others, 'Thomas'])).toBe(true)
    expect(callsByName('Hi Tom!', [...others, 'Xy', 'Thomas'])).toBe(false)
    expect(callsByName('Hi Thomas!', [...others, 'Xy', 'Thomas'])).toBe(true)
  })

  test('counts for names of at most 50 letters', () => {
    expect(callsByName('Hi Tom!', [`Thomas${'z'.repeat(44)}`])).toBe(true)
    expect(callsByName('Hi Tom!', [`Thomas${'z'.repeat(45)}`])).toBe(false)
  })
})

describe('calls nobody', () => {
  test.each([
    ['Hallo zusammen,', ['Bernd']],
    ['Sehr geehrte Damen und Herren,', ['Damian', 'Herr']],
    ['Dear all,', ['Abdullah']],
    ['Hi there!', ['Theresa']],
    ['Hallo Team,', ['Teamara']],
    ['Hallo Peter,', ['Bernd']],
    ['Lieber Olaf Peters,', ['Ole', 'Petersen']],
    ['Hello, will you join us?', ['Will']],
    ['Wir sind ein Haufen junger Leute', ['Jung']],
    ['Hi J.,', ['Jana']],
    ['Mach mit! Guten Tag', ['Schmidt']],
    ['Wir laden Sie ein,', ['Heinz']],
    ['Hallo, ich bin Mia, und', ['Maria']],
    ['Guten Morgen,', ['Julia', 'Morgen']],
    ['Liebe Mitglieder,', ['Heidi', 'Liebe']],
    ['Dear Lady,', ['Vladimir']],
    ['Hallo Mann,', ['Hermann']],
    ['Guten Morgen!\n\nWir laden Anna ein', ['Anna']],
    ['Wir laden ein\nLiebe Anna,', ['Anna']],
    ['Guten Abend euch\nLiebe Anna,', ['Anna']],
    ['Hallo!\n–\n', ['Anna']],
    ['Hallo Tmo,', ['Thomas']],
    ['Hallo mann,', ['Hartmann']],
    ['Hallo Sebastiano,', ['Sebastian']],
    ['Hallo Alexan,', ['Alexander']],
    ['hallo, anna ist da', ['Anna']],
    ['hallo anna-lena ist da', ['Lena']],
    ['Hallo!\nBernd, komm doch', ['Bernd']],
    ['Wir laden Sie und alle anderen ein, Tom', ['Thomas']],
    ['Hallo Jo,', ['Janosch']],
    ['Hallo Moll,', ['Moritz']],
    ['', ['Bernd']],
    ['–', ['Bernd']],
  ])('%j', (text, names) => {
    expect(callsByName(text, names)).toBe(false)
  })
})
