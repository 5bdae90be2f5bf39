import { GROUP_KEYS, PERSON_KEYS } from './people.js'
import {
  defaultState,
  entriesIn,
  type Language,
  MOST_COPIES,
  profileLines,
  type State,
} from './state.js'

/** The version of what stands in the URL. A link of another version is not read. */
const VERSION = '1'

/** A state from a URL, and the keys in it that could not be read. */
export interface ReadState {
  readonly state: State
  /** Whether the link is of another version, so that nothing of it was read. */
  readonly isOtherVersion: boolean
  readonly unread: readonly string[]
}

/** How a field of the state stands in the URL. */
interface Field<Value> {
  write(value: Value): string
  /** Returns `undefined` if the text cannot be the value. */
  read(text: string): Value | undefined
}

const LANGUAGES = ['en', 'de'] as const
const STANDINGS = ['none', 'member', 'moderator', 'pending', 'banned'] as const
const SCOPES = ['all', 'inviter', 'group'] as const

/** Longer texts would be nobody's: a draft is denied long before. */
const MOST_UNITS = 10_000

const fields = {
  inviter: oneOf(PERSON_KEYS),
  recipient: oneOf(PERSON_KEYS),
  group: oneOf(GROUP_KEYS),
  route: oneOf(['profile', 'group'] as const),
  subject: words(),
  text: words(),
  wants: lines(),
  haves: lines(),
  other: lines(),
  locale: { write: String, read: (text) => (text === '' || hasName(text) ? text : undefined) },
  inviterStanding: oneOf(STANDINGS),
  recipientStanding: oneOf(STANDINGS),
  areContacts: {
    write: (value) => (value ? 'yes' : 'no'),
    read: (text) => (text === 'yes' || text === 'no' ? text === 'yes' : undefined),
  },
  optOuts: {
    write: (value) => value.join('.'),
    read: (text) => {
      const scopes = SCOPES.filter((scope) => text.split('.').includes(scope))
      return scopes.join('.') === text ? scopes : undefined
    },
  },
  now: { write: String, read: (text) => (isInstant(text) ? text : undefined) },
  invitedOn: { write: String, read: (text) => (text === '' || isDay(text) ? text : undefined) },
  copies: {
    write: String,
    read: (text) => (/^\d$/.test(text) && +text <= MOST_COPIES ? +text : undefined),
  },
  copied: words(),
} satisfies { readonly [Key in Exclude<keyof State, 'language'>]: Field<State[Key]> }

type FieldName = keyof typeof fields

// `Object.keys` forgets that these are the keys.
const fieldNames = Object.keys(fields) as FieldName[]

/** Writes what differs from the first case, so that a link is short: `v=1&lang=de&recipientStanding=member`. */
export function writeState(state: State): string {
  const usual = usualFor(state.language, state.recipient)
  const parameters = new URLSearchParams({ v: VERSION, lang: state.language })
  for (const name of fieldNames) {
    const [value, usualValue] = [written(state, name), written(usual, name)]
    if (value !== usualValue) parameters.set(name, value)
  }
  return readable(parameters.toString())
}

/** Reads what `writeState` has written, or whatever else stands there. It never throws. */
export function readState(text: string, visitor: Language): ReadState {
  const parameters = new URLSearchParams(text)
  const language = oneOf(LANGUAGES).read(parameters.get('lang') ?? '')
  const version = parameters.get('v')
  if (version !== VERSION) {
    const isOtherVersion = text !== '' && version !== null
    const unread = version === null ? [...new Set(parameters.keys())] : []
    return { state: defaultState(language ?? visitor), isOtherVersion, unread }
  }
  const unread = parameters.has('lang') && language === undefined ? ['lang'] : []
  const recipient = fields.recipient.read(parameters.get('recipient') ?? 'bernd') ?? 'bernd'
  let state = usualFor(language ?? visitor, recipient)
  for (const [name, value] of parameters) {
    if (name === 'v' || name === 'lang') continue
    const patch = isFieldName(name) ? patchOf(name, value) : undefined
    if (patch === undefined) unread.push(name)
    else state = { ...state, ...patch }
  }
  return { state, isOtherVersion: false, unread }
}

/** The first case, with this recipient. */
function usualFor(language: Language, recipient: State['recipient']): State {
  const usual = defaultState(language)
  return recipient === usual.recipient ? usual : { ...usual, ...profileLines(recipient) }
}

function written(state: State, name: FieldName): string {
  // Each field writes the value of its own name.
  return (fields[name].write as (value: unknown) => string)(state[name])
}

function patchOf(name: FieldName, text: string): Partial<State> | undefined {
  const value = fields[name].read(text)
  return value === undefined ? undefined : { [name]: value }
}

function isFieldName(name: string): name is FieldName {
  return Object.hasOwn(fields, name)
}

function oneOf<const Value extends string>(values: readonly Value[]): Field<Value> {
  return { write: String, read: (text) => values.find((value) => value === text) }
}

function words(): Field<string> {
  return {
    write: (value) => value.slice(0, MOST_UNITS),
    read: (text) => (text.length <= MOST_UNITS ? text : undefined),
  }
}

function lines(): Field<string> {
  return { ...words(), write: (value) => entriesIn(value).join('\n').slice(0, MOST_UNITS) }
}

/** Whether it is the tag of a language that the page can name. */
function hasName(tag: string): boolean {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(tag) !== undefined
  } catch {
    return false
  }
}

/** Whether it is an instant that exists, to the minute, in the years that a form can show. */
export function isInstant(text: string): boolean {
  const isForm = /^(19[7-9]|[2-9]\d\d)\d-\d\d-\d\dT\d\d:\d\d$/.test(text)
  return isForm && isoOf(`${text}Z`).startsWith(text)
}

export function isDay(text: string): boolean {
  return isInstant(`${text}T00:00`)
}

/** Empty if there is no such instant. */
function isoOf(text: string): string {
  const instant = new Date(text)
  return Number.isNaN(+instant) ? '' : instant.toISOString()
}

/** Leaves what may stand in a fragment as it is. */
function readable(encoded: string): string {
  return encoded.replace(/%(3A|2C|3F|21|2F|40|27|28|29|7E)/g, (code) => decodeURIComponent(code))
}
