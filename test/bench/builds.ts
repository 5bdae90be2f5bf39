import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { decide, InvitationPolicy } from 'group-invitations'
import type { findMentions, fingerprintText, screenText } from 'group-invitations/content'

/** What the bench calls of a build of this library. */
export interface Build {
  readonly decide: typeof decide
  readonly InvitationPolicy: typeof InvitationPolicy
  readonly findMentions: typeof findMentions
  readonly fingerprintText: typeof fingerprintText
  readonly screenText: typeof screenText
}

export const ours = await load('dist')

/** The build in the folder that the command line names: an earlier one, to show what a change has brought. */
export const before = process.argv[2] === undefined ? undefined : await load(process.argv[2])

async function load(folder: string): Promise<Build> {
  const door = (name: string) =>
    import(pathToFileURL(resolve(folder, `${name}.js`)).href) as Promise<Build>
  // The doors have these names in each build.
  return { ...(await door('index')), ...(await door('content')) }
}
