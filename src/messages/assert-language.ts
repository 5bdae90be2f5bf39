import { DENIAL_TYPES, type InvitationDenial } from '../decision/denials.js'
import type { DisclosedDenial } from '../disclosure/disclosed.js'
import type { ProfileField } from '../model/member.js'
import { assert, assertKnownKeys, ownFieldsOf } from '../validation/assert.js'
import type { Language, MailWords, StaffDenial } from './language.js'

const KEYS: readonly (keyof Language)[] = [
  'locale',
  'direction',
  'quotationMarks',
  'toInviter',
  'toStaff',
  'otherCategories',
  'noDecision',
  'toRecipient',
  'answered',
  'statuses',
  'invalidValue',
  'hints',
  'mail',
]

/** The denials of the rulebook for which an inviter has no words. */
const unknownToInviters: {
  readonly [Type in Exclude<InvitationDenial['type'], DisclosedDenial['type']>]: true
} = { RecipientNotFound: true, RecipientOptedOut: true, RecipientBanned: true }

/** What staff also reads, beside the denials of the rulebook. */
const afterSending: {
  readonly [Type in Exclude<StaffDenial['type'], InvitationDenial['type']>]: true
} = {
  InvitationClosed: true,
  InvitationNotFound: true,
  InvitationWithdrawn: true,
  InvitationAccepted: true,
  InvitationExpired: true,
}

type PlainPart = 'noDecision' | 'toRecipient' | 'answered' | 'statuses'

/** The keys of the parts that are words alone. */
const plain: { readonly [Part in PlainPart]: { readonly [Key in keyof Language[Part]]: true } } = {
  noDecision: {
    InvalidRequest: true,
    InvitationIdReused: true,
    InvitationAccepted: true,
    InvitationGone: true,
    ServiceUnavailable: true,
  },
  toRecipient: {
    InvitationExpired: true,
    InvitationAccepted: true,
    RecipientBanned: true,
    InvitationGone: true,
    InvalidRequest: true,
    ServiceUnavailable: true,
  },
  answered: { joined: true, pending: true, accepted: true, declined: true, withdrawn: true },
  statuses: { Open: true, Accepted: true, Withdrawn: true, Expired: true },
}

type TemplateName = Exclude<keyof MailWords, 'reference'> | `reference.${ProfileField}`

const namesIn: { readonly [Name in TemplateName]: readonly string[] } = {
  invitation: ['{inviter}', '{group}'],
  someInvitation: [],
  message: ['{inviter}'],
  'reference.wants': ['{entry}'],
  'reference.haves': ['{entry}'],
  'reference.other': ['{entry}'],
  noName: [],
  seeGroup: [],
  seeInvitation: [],
  seeInviter: ['{inviter}'],
  report: [],
  because: ['{platform}', '{inviter}'],
  enough: [],
  switchOff: [],
}

/**
 * Throws a `TypeError` that names what is missing, unknown or of the wrong type, or a template that has other names than
 * its own: a language of an earlier version is found out when it is made, and not by a reader.
 */
export function assertLanguage(language: unknown): asserts language is Language {
  const { locale, direction, quotationMarks, ...own } = fieldsIn(language, 'language', KEYS)
  assert(isTag(locale), 'language.locale', 'a BCP 47 tag')
  assert(direction === 'ltr' || direction === 'rtl', 'language.direction', "'ltr' or 'rtl'")
  const isPair = areTexts(quotationMarks) && quotationMarks.length === 2
  assert(isPair, 'language.quotationMarks', 'two strings')

  const toInviter = DENIAL_TYPES.filter((type) => !Object.hasOwn(unknownToInviters, type))
  assertSentences(own['toInviter'], 'toInviter', [...toInviter, 'RecipientUnavailable'])
  assertSentences(own['toStaff'], 'toStaff', [...DENIAL_TYPES, ...Object.keys(afterSending)])
  assertSentences(own['otherCategories'], 'otherCategories', ['toInviter', 'toStaff'])
  for (const [part, keys] of Object.entries(plain)) assertWords(own[part], part, Object.keys(keys))
  assert(isText(own['invalidValue']), 'language.invalidValue', 'a string')
  const hints = fieldsIn(own['hints'], 'language.hints', ['everybody', 'moderator'])
  for (const standing of ['everybody', 'moderator']) {
    assert(areTexts(hints[standing]), `language.hints.${standing}`, 'a list of strings')
  }
  assertTemplates(own['mail'])
}

type Fields = Readonly<Record<string, unknown>>

/** The own fields of a part. Throws a `TypeError` if it is no record, or names its first unknown key. */
function fieldsIn(value: unknown, path: string, known: readonly string[]): Fields {
  assertKnownKeys(value, path, known)
  return ownFieldsOf(value) as Fields
}

function assertSentences(value: unknown, part: string, types: readonly string[]): void {
  const sentences = fieldsIn(value, `language.${part}`, types)
  for (const type of types) {
    assert(typeof sentences[type] === 'function', `language.${part}.${type}`, 'a function')
  }
}

function assertWords(value: unknown, part: string, keys: readonly string[]): void {
  const words = fieldsIn(value, `language.${part}`, keys)
  for (const key of keys) assert(isText(words[key]), `language.${part}.${key}`, 'a string')
}

function assertTemplates(value: unknown): void {
  const { reference, ...others } = ownFieldsOf(Object(value) as Fields)
  const entries = Object.entries(ownFieldsOf(Object(reference) as Fields))
  const templates = {
    ...others,
    ...Object.fromEntries(entries.map(([field, template]) => [`reference.${field}`, template])),
  }
  const own = fieldsIn(templates, 'language.mail', Object.keys(namesIn))
  for (const [template, names] of Object.entries(namesIn)) {
    const wish =
      names.length === 0 ? 'without anything to be filled in' : `with ${names.join(' and ')}`
    assert(hasExactly(names, own[template]), `language.mail.${template}`, wish)
  }
}

function hasExactly(names: readonly string[], template: unknown): boolean {
  if (!isText(template)) return false
  const given = new Set(template.match(/\{\w+\}/g))
  return given.size === names.length && names.every((name) => given.has(name))
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function areTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isText)
}

function isTag(locale: unknown): boolean {
  // Stryker disable BlockStatement: undefined counts as false
  try {
    return isText(locale) && Intl.getCanonicalLocales(locale).length === 1
  } catch {
    return false
  }
  // Stryker restore BlockStatement
}
