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
  readonly id: string
  readonly recipient: MemberProfile
  readonly text: string
}

/** What one sender has mailed to many: the first is the original. */
export interface Template {
  readonly id: string
  readonly copies: readonly (Sample & { readonly change: string })[]
}

/** A text that breaks one rule. */
export interface Flawed extends Sample {
  readonly rule: ContentFinding['type']
}

/** Reads one file of the corpus. */
function read(name: string): unknown {
  return JSON.parse(readFileSync(`test/corpus/${name}.json`, 'utf8'))
}

export const samples = (name: string) => read(name) as readonly Sample[]
export const templates = read('copies') as readonly Template[]
export const flawed = read('flawed') as readonly Flawed[]

/** What the content rules have against a sample: the types of denials and advisories. */
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
