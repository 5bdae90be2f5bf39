import { fold } from '../text/fold.js'

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

/** What a text between signs names: a slot that somebody meant to fill, or what belongs there. */
export function slotNameIn(slot: string): 'task' | 'personal' | 'general' | undefined {
  const found = new Set<string>()
  // `firstName` is two words, as `first_name` is.
  const words = slot.match(/\p{Lu}+(?!\p{Ll})|\p{L}\p{Ll}*/gu) ?? []
  for (const word of words) {
    const folded = fold(word)
    const kind = KINDS.find(([, list]) => list.test(folded))
    if (kind === undefined) return undefined
    found.add(kind[0])
  }
  if (found.has('task') && words.length > 1) return 'task'
  return found.has('personal') ? 'personal' : found.has('general') ? 'general' : undefined
}
