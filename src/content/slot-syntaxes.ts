import { fold } from '../text/fold.js'
import type { Certainty } from './certainty.js'
import { once } from '../text/once.js'

/** How certain a slot is, by what stands in it: what a person or company is called, what else templates ask for, other words. */
export interface SlotSyntax {
  readonly personal: Certainty
  readonly general?: Certainty
  readonly any?: Certainty
  /** Every slot has one of them, and most texts have none: looking for them is cheaper than for slots. */
  readonly signs: readonly string[]
  /**
   * If other words belong to a pattern, the slot is its group `slot` at the end. A function, because Unicode classes cost
   * time when they are made.
   */
  readonly patterns: () => readonly RegExp[]
}

/** How tools and people write slots. */
export const slotSyntaxes: readonly SlotSyntax[] = [
  // Merge fields, template languages and spintax.
  {
    personal: 'sure',
    general: 'sure',
    any: 'sure',
    signs: ['{'],
    patterns: once(() => [
      /\{\{[^{}\n]{1,80}\}\}|[$#]\{[^{}\n]{1,80}\}|\{[$!%][^{}\n]{1,80}\}|\{MERGEFIELD [^{}\n]{1,60}\}/g,
      /\{[^{}|\s]{2,40}(?:\|[^{}|\n]{2,40})+\}/gu,
    ]),
  },
  // The same without braces, and what programs leave if there is no value.
  {
    personal: 'sure',
    general: 'sure',
    any: 'sure',
    signs: ['%', '#', '@@', '<?', '*|', '[object', '<no'],
    patterns: once(() => [
      /<[%?][^<>\n]{1,80}[%?]>|\[%[^[\]\n]{1,80}%\]|\*\|[^|\n]{1,60}\|\*/g,
      /(%%|@@)[\p{L}_=][\p{L}\p{N}_.:()@= -]{0,60}\1|##[\p{L}_][\p{L}\p{N}_.:]{0,40}##/gu,
      /(?<![\w%])%[A-Za-z_]{1,30}[.:][\w.:]{1,60}%|%\(\w{1,40}\)[sd]|%\d\$[sd]/g,
      /\[object \w{1,40}\]|<no value>|#(?:NAME\?|REF!|BEZUG!|WERT!|VALUE!|N\/A)/g,
    ]),
  },
  // Brackets, except those behind a word and lists in braces, as code has them, links, and remarks of editors.
  {
    personal: 'sure',
    general: 'sure',
    any: 'suspected',
    signs: ['{', '[', '<', '%', '_', '&lt;'],
    patterns: once(() => [
      /(?<![\p{L}\p{N}_)\]}\\<>{[])(?!\[(?:[Ss]ic|Anm|[Ee]dit|[Uu]pdate)\b|[[<](?:https?:|mailto:|www\.))(?=[[{<]{1,3}[^[\]{}<>\n]{0,60}(?:\p{L}{3}|[FL]N|X[XY]))(?:\[{1,3}[^[\]\n]{2,60}\]{1,3}(?!\()|<{1,3}[\p{L}_$#:@][^<>@\n]{1,60}>{1,3}|\{(?![^{}\n]{0,60}(?:[:,;=] |["']))[^{}\n]{2,60}\})/gu,
      /(?<![\p{L}\p{N}%])%[A-Z][A-Z\d_]{2,40}%|&lt;[^&\n]{2,60}&gt;|\$[a-z]{2,30}_[a-z_]{2,40}/gu,
      /(?<![\p{L}\p{N}_])(?:__[A-Z][A-Z_]{1,40}__|_[A-Z]{2}_)(?![\p{L}\p{N}_])/gu,
    ]),
  },
  // Signs around a word, or before it.
  {
    personal: 'sure',
    general: 'sure',
    signs: ['%', '#', '~', '$', '^', '&', '@', '§'],
    patterns: once(() => [
      /(?<![\p{L}\p{N}%#~$^&@§])([%#$^&@§]{1,3}|~)[\p{L}_][\p{L}\p{N}_.:]{1,40}\1(?![\p{L}\p{N}%#~$^&@§])/gu,
      /(?<![\p{L}\p{N}$])\$!?[\p{L}_][\p{L}_.]{1,40}/gu,
    ]),
  },
  {
    personal: 'suspected',
    general: 'suspected',
    signs: ['«', '‹', '»', '>>'],
    patterns: once(() => [/(?:[«‹»]|>>)[\p{L}_]{2,40}(?:[»›«]|<<)/gu]),
  },
  {
    personal: 'suspected',
    general: 'suspected',
    signs: ['('],
    patterns: once(() => [
      /\({1,2}(?!(?:an|and|at|aus|bei|bitte|das|der|die|for|from|für|im|in|meine?|mit|neue[rs]?|of|or|the|und|unsere?|von|with|zu|zum|zur) )[^()\n]{2,60}\){1,2}/giu,
    ]),
  },
  {
    personal: 'suspected',
    signs: ['*', '_', ':', '+', '=', '!', '?', '|', '-'],
    patterns: once(() => [
      /(?<![\p{L}\p{N}*_:+=!?|-])([*_:+=!?|-]{1,3})\p{L}[\p{L}\p{N}_]{1,30}\1(?![\p{L}\p{N}*_:+=!?|-])/gu,
    ]),
  },
  // What people write instead of a name.
  {
    personal: 'suspected',
    general: 'suspected',
    any: 'suspected',
    signs: ['Name', 'NAME', '_name', 'ANREDE', 'TITLE', 'Vorname', 'First', 'Muster', 'Doe'],
    patterns: once(() => [
      /(?:company|contact|firmen|first|full|group|gruppen|last|nach|recipient|user|vor)(?:_[Nn]ame|Name)(?![\p{L}\p{N}_])|[A-Z]{3,12}_NAME(?![\p{L}_])/gu,
      /(?<!\p{Lu}{2} |[\p{L}\p{N}#@_-])(?:VORNAME|NACHNAME|NAME|ANREDE|FIRMENNAME|FIRST ?NAME|LAST ?NAME|COMPANY NAME|JOB ?TITLE)(?![\p{L}\p{N}_-]| \p{Lu}{2})/gu,
      /(?:Vorname,? (?:Nach)?[Nn]ame|First ?[Nn]ame|Muster(?:mann|frau|firma|stadt|straße|unternehmen|verein)|Muster (?:GmbH|AG)|J(?:ohn|ane) Doe)(?!\p{L})/gu,
    ]),
  },
  // What people write instead of a word that they do not know yet, and what is left of an empty one.
  {
    personal: 'suspected',
    general: 'suspected',
    any: 'suspected',
    signs: ['TBD', 'tbd', 'TODO', 'TBA', 'xyz', 'XYZ', 'XXX', 'NaN', 'undefined', '%'],
    patterns: once(() => [
      /XXX(?<![\p{L}\p{N}]XXX)(?= \p{L}|[,;.”“"»])|undefined(?<!\p{L}undefined)(?! (?:behaviou?r|is\b|index|symbol|variable|value|reference)|\p{L})/gu,
      /(?<![\p{L}\p{N}/.-])(?:TBD|tbd|TODO|TBA|xyz|XYZ|NaN)(?![\p{L}\p{N}/-])|%[sd1-3](?<!(?:[\p{L}\p{N}%"'(]|\d\s)%.)(?![\p{L}\p{N}"'])/gu,
    ]),
  },
  {
    personal: 'suspected',
    general: 'suspected',
    any: 'suspected',
    signs: ['{', '_', '……', '#', 'XXXX', 'JJJJ', 'YYYY', 'HH:MM'],
    patterns: once(() => [
      /(?<![\p{L}\p{N}-])X{4,60}(?![\p{L}\p{N}]|[.@]\w)|(?<![\p{L}\p{N}\\^\])}])\{\d{1,2}\}|…{2,9}|##[^#\n]{2,40}##|#NV(?!\p{L})/gu,
      /(?<![\p{L}.])(?:TT\.MM\.JJJJ|DD[./]MM[./]YYYY|MM\/DD\/YYYY|JJJJ|YYYY|HH:MM)(?!\p{L})|(?<![\p{L}\p{N}_])[A-ZÄÖÜ]{3,20}(?:_[A-ZÄÖÜ]{2,20}){1,4}(?![\p{L}\p{N}_])/gu,
    ]),
  },
  {
    personal: 'suspected',
    general: 'suspected',
    any: 'suspected',
    signs: [
      ...['{.', '{…', '<.', '<…', '___', '(null)', 'Lorem'],
      ...['einsetzen', 'einfügen', 'eintragen', 'ergänzen', 'insert'],
    ],
    patterns: once(() => [
      /[{<](?:\.{3}|…)[>}]|(?<=[^_\n])_{3,12}(?!_)|(?<!_)_{3,12}(?= \p{L})|\(null\)|Lorem ipsum|[Hh]ier (?!(?:\p{L}+ ){0,2}(?:alle|dich|du|euch|ich|ihr|man|mich|Sie|sich|uns|wir) )(?:\p{L}{2,30} ){1,3}(?:einsetzen|einfügen|eintragen|ergänzen)|insert \w{2,20} (?:\w{2,20} )?here/gu,
    ]),
  },
  // A gap in the place of a name or noun: "bei [ ]", "Liebe ,".
  {
    personal: 'suspected',
    general: 'suspected',
    any: 'suspected',
    signs: [
      ...['[', '{', '<', '(', '…', 'xx', 'XX', 'XY', '/A', '/a', '??', '--', ' ,', ' .'],
      ...['FIRMA', 'UNTERNEHMEN', 'BRANCHE', 'BERUF', 'POSITION', 'STADT', 'ORT', 'THEMA'],
      ...['COMPANY', 'CITY'],
    ],
    patterns: once(() => [
      /(?:\b(?:als|as|at|aus|bei|Bereich|company|[Ff]irma|for|from|für|Gruppe|Herrn?|Frau|in|[Ll]iebe[rs]?|Thema|Unternehmen|von|with|zu[mr]?)|über) (?<slot>\[(?:\.{3}|…|[\s_]{0,9})\]|\{\s?\}|<\s?>|\(\s?\)|(?:…|\.{3,9}|xxx?|XX?[XY]|[Nn]\/[Aa]|\?{2,3}|-{2,3}|(?:FIRMA|UNTERNEHMEN|BRANCHE|BERUF|POSITION|STADT|ORT|THEMA|COMPANY|CITY)(?!\p{L}))(?= ?(?:[,.]|\p{L}))|[,.](?=\s))/gu,
    ]),
  },
]

/** All words here are folded. What is asked of a person or company. */
const PERSONAL =
  /^(?:(?!branch|class|domain|file|host|path)[a-z]*namen?s?|[fl]n|anrede|ansprechpartner|arbeitgeber|briefanrede|company|empfangers?|employer|firma|greeting|organi[sz]ation|prenom|nom|nombre|apellidos?|nome|cognome|naam|voornaam|bedrijf|imie|nazwisko|empresa|entreprise|azienda|recipient|salutation|unternehmens?)$/

/** What else templates have slots for. */
const GENERAL =
  /^(?:absender|abteilung|anlass|artikel|beitrag|beruf|berufsbezeichnung|betreff|bezug|branche|city|client|compliment|contact|country|datum|date|department|email|event|expertise|fachbereich|fachgebiet|fahigkeit|fahigkeiten|(?:contact)?field|first|funktion|gastgeber|gruppe|group|gruppenthema|hobbys?|hochschule|icebreaker|industry|interessen?|interests?|job|jobtit[el]+|kompetenz|kompetenzen|kompliment|kontakt|kunde|land|last|lead|location|mandant|ort|owner|person|placeholder|platzhalter|plz|position|post|produkt|product|profession|project|projekt|region|role|rolle|schwerpunkt|sender|skills?|stadt|standort|stelle|strasse|street|subject|subscriber|tbd|termin|text|themas?|titel|title|todo|token|topic|town|uhrzeit|university|universitat|user|veranstaltung|ville|wohnort)$/

/** What stands beside them. */
const FILLER =
  /^(?:a|add|an|and|anpassen|aus|bei|bitte|common|das|de[mnrs]|die|du|eintragen|enter|from|fur|gemeinsam|here|hier|his|her|i[mn]|konkret|[lg]t|mit|mutual|nennen|n[oe]u|of|oder|or|passend|personlich|please|profils?|profile|relevant|specific|the|their|und|var|vom|von|with|you|your|z[ui]|zu[mr]|(?:d|m|s)?ein|ihr|unser)(?:e[mnrs]?)?$/

/** What somebody writes who means to fill something in. */
const TASK = /^(?:ausfullen|eingeben|einfugen|einsetzen|erganzen|insert|replace)$/

const KINDS = [
  ['filler', FILLER],
  ['general', GENERAL],
  ['personal', PERSONAL],
  ['task', TASK],
] as const

/** `firstName` is two words, as `first_name` is. */
const namePart = once(() => /\p{Lu}+(?!\p{Ll})|\p{L}\p{Ll}*/gu)

/** What a text between signs names: a slot that somebody meant to fill, or what belongs there. */
export function slotNameIn(slot: string): 'task' | 'personal' | 'general' | undefined {
  const found = new Set<string>()
  const words = slot.match(namePart()) ?? []
  for (const word of words) {
    const folded = fold(word)
    const kind = KINDS.find(([, list]) => list.test(folded))
    if (kind === undefined) return undefined
    found.add(kind[0])
  }
  if (found.has('task') && words.length > 1) return 'task'
  return found.has('personal') ? 'personal' : found.has('general') ? 'general' : undefined
}
