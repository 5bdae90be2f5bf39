import type { Route, Standing } from 'group-invitations'
import { defaultDraft } from './drafts.js'
import { type GroupKey, type PersonKey, profileOf } from './people.js'

/** The languages of the playground itself. */
export type Language = 'en' | 'de'

/** What of the recipient's opt-outs concerns this invitation. */
export type OptOutScope = 'all' | 'inviter' | 'group'

/** All that a user can set: a case, from which everything on the page follows. Plain data, as it stands in the URL. */
export interface State {
  readonly language: Language
  readonly inviter: PersonKey
  readonly recipient: PersonKey
  readonly group: GroupKey
  readonly route: Route
  readonly subject: string
  readonly text: string
  /** The recipient's profile, one entry a line. */
  readonly wants: string
  readonly haves: string
  readonly other: string
  /** The recipient's language as a BCP 47 tag; empty if it is unknown. */
  readonly locale: string
  readonly inviterStanding: Standing | 'none'
  readonly recipientStanding: Standing | 'none'
  readonly areContacts: boolean
  readonly optOuts: readonly OptOutScope[]
  /** The instant of the decision, in UTC: `2026-09-02T09:30`. */
  readonly now: string
  /** The day on which the inviter last invited the recipient, in UTC; empty: never. */
  readonly invitedOn: string
  /** How many others got `copied` from the inviter a week ago. */
  readonly copies: number
  readonly copied: string
}

/** Everybody has the same clock at first, so that a case is the same on every day. */
const FIRST_NOW = '2026-09-02T09:30'

/** As many as there are people besides the two. */
export const MOST_COPIES = 3

/** The case that the playground opens with, which is approved. */
export function defaultState(language: Language): State {
  const recipient = 'bernd'
  return {
    language,
    inviter: 'anna',
    recipient,
    group: 'typescript',
    route: 'profile',
    ...defaultDraft(language),
    ...profileLines(recipient),
    locale: language === 'de' ? 'de-DE' : 'en-GB',
    inviterStanding: 'moderator',
    recipientStanding: 'none',
    areContacts: true,
    optOuts: [],
    now: FIRST_NOW,
    invitedOn: '',
    copies: 0,
    copied: '',
  }
}

/** The profile of somebody else, when the recipient changes. */
export function profileLines(person: PersonKey): Pick<State, 'wants' | 'haves' | 'other'> {
  const { wants = [], haves = [], other = [] } = profileOf(person) ?? {}
  return { wants: wants.join('\n'), haves: haves.join('\n'), other: other.join('\n') }
}

/** The entries of a field of the profile, of which each has a line. */
export function entriesIn(lines: string): string[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
