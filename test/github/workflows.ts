import { parse } from 'yaml'
import { filesBelow, textOf } from '../support/repository.js'

interface Step {
  readonly name?: string
  readonly uses?: string
  readonly with?: Readonly<Record<string, unknown>>
  readonly run?: string
}

export interface Job {
  readonly 'runs-on'?: string
  readonly uses?: string
  readonly needs?: string
  readonly if?: string
  readonly environment?: string | object
  readonly permissions?: Readonly<Record<string, string>>
  readonly 'timeout-minutes'?: number
  readonly steps?: readonly Step[]
}

export interface Workflow {
  readonly on: Readonly<Record<string, unknown>>
  readonly permissions?: Readonly<Record<string, string>>
  readonly concurrency?: { readonly group: string }
  readonly jobs: Readonly<Record<string, Job>>
}

export const FOLDER = '.github/workflows'

export const workflows = filesBelow(FOLDER, '.yml')

/** A workflow as it is written. GitHub and the linter hold its shape. */
export const workflowIn = (file: string) => parse(textOf(file)) as Workflow
