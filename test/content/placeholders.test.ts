import { describe, expect, test } from 'vitest'
import { findMissingName, findSlot } from '../../src/content/placeholders.js'

const slotIn = (text: string) => findSlot(text, ['Bernd', 'Müller'])

/** As tools of mail merges, newsletters, sales and programming write them. */
describe('a sure slot', () => {
  test.each([
    '{name}',
    '{ Vorname }',
    '{firstname}',
    '{!Contact.FirstName}',
    '{$last_name}',
    '{{ first_name }}',
    "{{ person.first_name | default: 'there' }}",
    "{{ token('contact.firstname', 'x') }}",
    '{{x}}',
    '{% if firstname %}',
    '${firstName}',
    '#{name}',
    '{MERGEFIELD Referrer}',
    '{contactfield=firstname}',
    '{TOKEN:FIRSTNAME}',
    '%VORNAME%',
    '%%Termin%%',
    '%%=v(@name)=%%',
    '%MANDANT%',
    '%vorname%',
    '%recipient.name%',
    '%Subscriber:CustomFieldFirstName%',
    '%(name)s',
    '%1$s',
    '[Name]',
    '[Firma einsetzen]',
    '[INSERT TOPIC]',
    '[company name]',
    '[your-name]',
    '[user:name]',
    '[%name%]',
    '[[var:region]]',
    '[[Vorname]]',
    '<Vorname>',
    '<<Vorname>>',
    '<%= host.name %>',
    '<?= $name ?>',
    '&lt;Vorname&gt;',
    '<<<Name>>>',
    '{Hallo|Hi|Servus}',
    '[Kompliment zum Profil]',
    '[hier Bezug zum Profil]',
    '(hier Bezug einsetzen)',
    '(Firma einfügen)',
    '[tbd]',
    '[Thema]',
    '[Skill]',
    '[Interest]',
    '<meineFirma>',
    '[Name: ]',
    '{Empfänger_Vorname}',
    '{{Empfänger}}',
    '<firstName>',
    '*|FNAME|*',
    '@@event_date@@',
    '##form_vorname##',
    '###NAME###',
    '$$ANREDE$$',
    '$SUBSCRIBER.EMAIL$',
    '__GASTGEBER__',
    '_FN_',
    '#vorname#',
    '&NAME&',
    '~Owner.FirstName~',
    '$name',
    '$interesse',
    '[object Object]',
    '#NAME?',
    '#BEZUG!',
    '<no value>',
  ])('%s', (placeholder) => {
    const slot = { placeholder, index: 14, certainty: 'sure' }
    expect(slotIn(`Lieber Bernd, ${placeholder} ist da.`)).toEqual(slot)
    // Templates for programmers have slots too, if they greet with them.
    expect(slotIn(`Hallo ${placeholder}, Jinja und Twig?`)).toEqual({ ...slot, index: 6 })
    expect(slotIn(`Lieber Bernd, ${placeholder} in Jinja`)).toEqual({
      ...slot,
      certainty: 'suspected',
    })
    expect(slotIn(`Lieber Bernd, „${placeholder}“`)?.certainty).toBe('suspected')
  })
})

test('in a text about code, what asks for more of a person than a name is no example', () => {
  const certaintyOf = (slot: string) => slotIn(`Lieber Bernd, ${slot} in Python`)?.certainty
  for (const slot of ['{firma}', '[Name]', '{{company}}', '(Firma einfügen)', '%VORNAME%']) {
    expect(certaintyOf(slot), slot).toBe('sure')
  }
  for (const slot of ['{name}', '${name}', '{{ user }}', '{0}', '%(first_name)s', '{title}']) {
    expect(certaintyOf(slot), slot).toBe('suspected')
  }
})

test('one greets with a slot up to two signs behind the greeting', () => {
  const certaintyOf = (text: string) => slotIn(text)?.certainty
  expect(certaintyOf('Hallo {{name}}: die Vorlage')).toBe('sure')
  expect(certaintyOf('Hallo, {{name}}: die Vorlage')).toBe('sure')
  expect(certaintyOf('Hallo,  {{name}}: die Vorlage')).toBe('suspected')
})

test('of two slots in one place the longer one is reported', () => {
  expect(slotIn('Lieber $first_name.title, komm!')).toEqual({
    ...{ placeholder: '$first_name.title', index: 7, certainty: 'sure' },
  })
})

test('a slot right behind an example is none', () => {
  expect(slotIn('Lieber Bernd, „{{name}}{{firma}} ist da.')).toEqual({
    ...{ placeholder: '{{firma}}', index: 23, certainty: 'sure' },
  })
})

test.each([
  'Der Serienbrief, mit {{firma}} darin',
  'Die Serienbriefe, mit {{firma}} darin',
  'Serienmails mit {{firma}}',
  'Wir schreiben {{firma}} in Vorlagen.',
  'Lieber Bernd, {name} in Python!',
  'Lieber Bernd, {name} in yml',
  'Lieber Bernd, {name} in yaml',
])('may be an example: %s', (text) => {
  expect(slotIn(text)?.certainty).toBe('suspected')
})

describe('a suspected slot', () => {
  test.each([
    '{Bundesland}',
    '{so nicht}',
    '[interessiert mich auch]',
    '[netto]',
    '[Alma Mater]',
    '[XY]',
    '[[Wiki]]',
    '<<Faust>>',
    '<<ANZAHL_BANDS>>',
    '%CUSTOM1%',
    '!!Vorname!!',
    'hier Namen einfügen',
    'insert name here',
    '<lach>',
    '‹Ort›',
    '«Nachname»',
    '«Firma»',
    '{0}',
    '{10}',
    'X'.repeat(4),
    'X'.repeat(60),
    'TT.MM.JJJJ',
    'JJJJ',
    'DD/MM/YYYY',
    'HH:MM',
    'NAME_OF_CITY',
    'hier den Namen eintragen',
    'Hier Ort und Datum ergänzen',
    '……',
    '#NV',
    '(Firma)',
    '(job title)',
    '(gemeinsamer Kontakt)',
    '*Vorname*',
    '-name-',
    '|FNAME|',
    '__INIT__',
    '%PATH%',
    '$salutation_de',
    'first_name',
    'companyName',
    'FIRST_NAME',
    'VORNAME',
    'XXX',
    '____',
    '{...}',
    '%s',
    'undefined',
    'NaN',
    'TBD',
    'xyz',
    '(null)',
    'Lorem ipsum',
    'Vorname Nachname',
    'Musterfirma',
    'John Doe',
  ])('%s', (placeholder) => {
    expect(slotIn(`Lieber Bernd, ${placeholder} ist da.`)).toEqual({
      placeholder,
      index: 14,
      certainty: 'suspected',
    })
  })

  test.each(['…', '...', 'xxx', 'XY', '???', '---', 'n/a', 'FIRMA', 'STADT', '[...]', '[ ]', ','])(
    'in the place of a name: %s',
    (placeholder) => {
      const slot = { placeholder, index: 25, certainty: 'suspected' }
      expect(slotIn(`Deine Erfahrung, die bei ${placeholder} passt, und`)).toEqual(slot)
    },
  )
})

test('of several slots, the first sure one is found, else the first suspected one', () => {
  expect(slotIn('[Name] {{x}}')).toEqual({ placeholder: '[Name]', index: 0, certainty: 'sure' })
  expect(slotIn('{{x}} [Name]')?.placeholder).toBe('{{x}}')
  expect(slotIn('[1] Map<Name> {a} [Stadt]')).toMatchObject({ placeholder: '[Stadt]', index: 18 })
  expect(slotIn('[netto] XXX, %PATH%, [Stadt]')).toMatchObject({ placeholder: '[Stadt]' })
  expect(slotIn('XXX, [netto] %PATH%')).toMatchObject({ placeholder: 'XXX' })
})

test('a recipient may be called so', () => {
  expect(findSlot('Frau Mustermann ist da', ['Erika', 'Mustermann'])).toBeUndefined()
  expect(findSlot('Frau MUSTERMANN ist da', ['mustermann'])).toBeUndefined()
  expect(findSlot('Frau Mustermann ist da', ['Bernd'])?.placeholder).toBe('Mustermann')
})

describe('no slot', () => {
  test.each([
    '(ca. 20 Personen)',
    'Hier kannst du dich eintragen, hier könnt ihr euch eintragen',
    'TT.MM. und 24.12.2026, 19:30',
    'a{0} und x^{2}',
    'Name: Bernd',
    '«Stadtanzeiger» und «interessant»',
    '_interessant_ ~~Thema~~',
    '[Gruppe](https://chess.example)',
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
    '{ }, [ ] und […]',
    '{1, 2, 3} und {feucht, 27 mm}',
    '[Update] [Anm. d. Red.]',
    '[G], [D7] und [Em]',
    '<https://chess.example> [mailto:x]',
    'Freund[inn]en, Kolleg(inn)en, Kolleg*innen, Mitarbeiter_innen, Freund:innen',
    '*Thema:* KI, *Ort:* Köln',
    '#Firma #Gruppe, R&D, C#, A$AP',
    '(in der Gruppe), (unsere Gruppe), (Ort und Zeit stehen in der Gruppe)',
    'UNSERE FIRMA UND DIE NAMEN',
    'Familie XY, null Bock, XYZ-Analyse, TODO-Liste',
    'about undefined behaviour',
    'Ich dachte ... und freue mich auf ...',
    'bei uns, in Köln. Und als Gast.',
    '__init__, "%s", $1, 5 $',
    '______\nAnna',
    'mein Vorname, LinkedIn und YouTube',
  ])('%s', (text) => {
    expect(slotIn(text)).toBeUndefined()
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
    ['Hi FNAME,', 'FNAME', 3],
    ['Hallo „Vorname“,', 'Vorname', 7],
    ['Hallo @vorname,', 'vorname', 7],
    ['Liebe xxxx,', 'xxxx', 6],
    ['Liebe(r) ,', 'r) ,', 6],
    ['Hallo Frau Liebe,', 'Liebe,', 11],
    ['Hallo  , ich bin', 'Hallo  ,', 0],
    ['Sehr geehrte/r Frau/Herr ,\nwir', 'Herr ,', 20],
    ['Sehr geehrter Herr Dr. ,', 'Dr. ,', 19],
    ['Sehr geehrte,', 'geehrte,', 5],
    ['Dear Mr. ,', 'Mr. ,', 5],
    ['Lieber', 'Lieber', 0],
    ['Hallo , ich bin', 'Hallo ,', 0],
    ['\n\nHallo Frau!', 'Frau!', 8],
  ])('%j', (text, placeholder, index) => {
    expect(findMissingName(text, [])).toEqual({
      placeholder,
      index,
      certainty: 'sure',
    })
  })
})

describe('a suspected missing name', () => {
  test.each([
    ['Liebe, Respekt und Vertrauen', 'Liebe,', 0],
    ['Sehr geehrte Frau, wir', 'Frau,', 13],
  ])('%j', (text, placeholder, index) => {
    expect(findMissingName(text, [])).toEqual({ placeholder, index, certainty: 'suspected' })
    // Alone in its line it is no sentence.
    const line = text.slice(0, index + placeholder.length)
    expect(findMissingName(`${line}\nwir`, [])?.certainty).toBe('sure')
    expect(findMissingName(text.replace(',', ' ,'), [])?.certainty).toBe('sure')
  })
})

describe('a suspected blank in the salutation', () => {
  test.each([
    ['Liebe …, schön, dass', '…', 6],
    ['Lieber ... wie geht es', '...', 7],
    ['Dear ____', '____', 5],
    ['Dear…', '…', 4],
    ['Hallo …,', '…', 6],
    ['Hallo $1,', '$1', 6],
    ['Dear %s,', '%s', 5],
    ['Liebe %vn kommt', '%vn', 6],
    ['Liebe -- kommt', '--', 6],
    ['Liebe ?? kommt', '??', 6],
  ])('%j', (text, placeholder, index) => {
    expect(findMissingName(text, [])).toEqual({ placeholder, index, certainty: 'suspected' })
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
    ['Hallo Herr NULL,', ['Jan', 'Null']],
    ['Hallo null,', ['Null']],
    ['Hallo Frau Liebe,', ['Heidi', 'Liebe']],
    ['Sehr geehrte Frau HERR,', ['Anna', 'Herr']],
    ['Hi Dear!', ['Dear']],
    ['Undefined behaviour, ein Thema', []],
    ['Bonjour !', []],
    ['Guten Tag , Frau Müller', []],
    ['Hallo ... ich bin neu', []],
    ['Dear Nan,', ['Nancy']],
    ['Hallo X,', []],
    ['Liebe „Null“', ['Null']],
    ['Liebe Runde …, kommt vorbei', []],
    ['Liebe - kommt', []],
    ['Liebe ? kommt', []],
    ['', []],
  ])('%j', (text, names) => {
    expect(findMissingName(text, names)).toBeUndefined()
  })
})
