import { readFileSync } from 'node:fs'
import {
  decide,
  type ContentFinding,
  type MemberProfile,
  type RecentFingerprint,
} from 'group-invitations'
import { aRequest, someFacts } from './builders.js'

/** An invitation of the corpus. */
export interface Sample {
  readonly category?: string
  readonly id: string
  readonly recipient: MemberProfile
  readonly text: string
}

/** The copies of one text: the first is the original. */
export interface Template {
  readonly id: string
  readonly copies: readonly (Sample & { readonly change: string })[]
}

/** A text that breaks one rule. */
export interface Flawed extends Sample {
  readonly rule: ContentFinding['type']
}

function load(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../corpus/${name}.json`, import.meta.url), 'utf8'))
}

export const samples = (name: string) => load(name) as readonly Sample[]
export const templates = load('copies') as readonly Template[]
export const flawed = load('flawed') as readonly Flawed[]

/** The types of denials and advisories of a sample. */
export function findingsOn(
  { recipient, text }: Pick<Sample, 'recipient' | 'text'>,
  recentFingerprints: readonly RecentFingerprint[] = [],
): { denials: string[]; advisories: string[] } {
  const facts = someFacts({ recipientProfile: recipient, recentFingerprints })
  const { denials, advisories } = decide(aRequest({ subject: undefined, text }), facts).match(
    (approval) => ({ denials: [], advisories: approval.advisories }),
    (error) => (error.type === 'InvitationDenied' ? error : { denials: [], advisories: [] }),
  )
  return {
    denials: denials.map(({ type }) => type),
    advisories: advisories.map(({ type }) => type),
  }
}
