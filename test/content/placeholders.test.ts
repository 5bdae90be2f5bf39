import { describe, expect, test } from 'vitest'
import { findMissingName, findSlot } from '../../src/content/placeholders.js'

describe('a slot', () => {
  test.each([
    '{name}',
    '{ Vorname }',
    '{Bundesland}',
    '{{ first_name }}',
    '{{x}}',
    '${firstName}',
    '{MERGEFIELD Referrer}',
    '%VORNAME%',
    '%%Termin%%',
    '%MANDANT%',
    '%vorname%',
    '[Name]',
    '[Firma einsetzen]',
    '[[var:region]]',
    '[[vorlage.kunde]]',
    '<Vorname>',
    '<<ANZAHL_BANDS>>',
    '<<Vorname>>',
    '[[Vorname]]',
    '{0}',
    '{10}',
    '{Hallo|Hi|Servus}',
    '[Kompliment zum Profil]',
    '[hier Bezug zum Profil]',
    '[tbd]',
    '[Thema]',
    '[Skill]',
    '[Interest]',
    '<meineFirma>',
    '[Name: ]',
    '{Empfänger_Vorname}',
    '{{Empfänger}}',
    '<firstName>',
    '<%= host.name %>',
    '«Nachname»',
    '‹Ort›',
    '*|FNAME|*',
    '@@event_date@@',
    '__GASTGEBER__',
    '#vorname#',
    '~Owner.FirstName~',
    '$name',
    '$interesse',
    // So people write what they mean to fill in.
    'X'.repeat(5),
    '[object Object]',
  ])('%s', (placeholder) => {
    expect(findSlot(`Lieber Bernd, ${placeholder} ist da.`)).toEqual({ placeholder, index: 14 })
  })

  test('the first one is found', () => {
    expect(findSlot('[Name] {{x}}')).toEqual({ placeholder: '[Name]', index: 0 })
    expect(findSlot('{{x}} [Name]')).toEqual({ placeholder: '{{x}}', index: 0 })
    expect(findSlot('[1] Map<Name> {a} [Stadt]')).toEqual({ placeholder: '[Stadt]', index: 18 })
  })
})

describe('no slot', () => {
  test.each([
    '(ca. 20 Personen)',
    'Name: Bernd',
    '{so nicht}',
    '«Stadtanzeiger» und «interessant»',
    '_interessant_ ~~Thema~~',
    '[Gruppe](https://chess.example)',
    '[interessiert mich auch]',
    '[[Wiki]] <<Faust>>',
    'user_name_group_ anna_stadt_müller',
    '#Gruppe#Hamburg',
    'Ich <3 unsere Gruppe :>',
    'Anna <anna@firma.example>',
    'arr[group] x{2}',
    '[1]',
    '[sic]',
    'a[i]',
    '100 % und 5–10%',
    '50 % Rabatt, 20 % weniger',
    '$50 und US$ 20 und $PATH',
    '<3 >:-) <- ->',
    'std::vector<T>',
    'Map<string, Name>',
    'useState<Name | null>',
    'const { children } = props',
    '{ name: string }',
    '\\frac{abc}',
    'printf("%s %d")',
    '#TypeScript #Hamburg',
    'snake_case_name',
    'a ~ b ~ c',
    '«Der Name der Rose»',
    // A size, and kisses.
    'XXL, Gemma ' + 'X'.repeat(3),
    'anna@example.org',
  ])('%s', (text) => {
    expect(findSlot(text)).toBeUndefined()
  })
})

describe('a missing name', () => {
  test.each([
    ['Hallo null,', 'null', 6],
    ['Liebe undefined, hallo', 'undefined', 6],
    ['Dear None,', 'None', 5],
    ['Hallo VORNAME, wie geht es', 'VORNAME', 6],
    ['Guten Tag Herr XX,', 'XX', 15],
    ['Hallo XY,', 'XY', 6],
    ['Liebe Name,', 'Name', 6],
    ['Hallo  , ich bin', 'Hallo  ,', 0],
    ['Sehr geehrte/r Frau/Herr ,\nwir', 'Herr ,', 20],
    ['Sehr geehrter Herr Dr. ,', 'Dr. ,', 19],
    ['Sehr geehrte,', 'geehrte,', 5],
    ['Dear Mr. ,', 'Mr. ,', 5],
    ['Lieber', 'Lieber', 0],
    ['Hallo , ich bin', 'Hallo ,', 0],
    ['\n\nHallo Frau!', 'Frau!', 8],
  ])('%j', (text, placeholder, index) => {
    expect(findMissingName(text, [])).toEqual({ placeholder, index })
  })
})

describe('no missing name', () => {
  test.each([
    ['Hallo!', []],
    ['Hallo, Bernd', []],
    ['Hallo Annull,', []],
    ['Hallo Nullmann,', []],
    ['Hallo, Null ist eine Zahl', []],
    ['Hallo –', []],
    ['Hallo. , ich', []],
    ['Hallo Bernd, Gruß an deine Frau!', []],
    ['Moin moin,', []],
    ['Liebe:r Kim,', []],
    ['Liebe/r Kim,', []],
    ['Sehr geehrte Damen und Herren,', []],
    ['Dear Sir or Madam,', []],
    ['Hallo Herr Null,', ['Jan', 'Null']],
    ['Undefined behaviour, ein Thema', []],
    ['Bonjour !', []],
    ['Guten Tag , Frau Müller', []],
    ['', []],
  ])('%j', (text, names) => {
    expect(findMissingName(text, names)).toBeUndefined()
  })
})
