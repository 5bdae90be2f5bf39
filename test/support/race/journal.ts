import { appendFileSync, existsSync, readFileSync } from 'node:fs'

/** Answers on disk, one line each, written at once: what a client has seen before it was killed. */
export class Journal<Entry> {
  constructor(private readonly file: string) {}

  append(entry: Entry): void {
    appendFileSync(this.file, `${JSON.stringify(entry)}\n`)
  }

  /** All entries; a line that a kill has cut off is none. */
  entries(): Entry[] {
    if (!existsSync(this.file)) return []
    const lines = readFileSync(this.file, 'utf8').split('\n').slice(0, -1)
    return lines.map((line) => JSON.parse(line) as Entry)
  }
}

/** What `send` has answered to an attempt. */
export interface Answer {
  readonly invitationId: string
  readonly said: 'sent' | 'replayed' | 'refused'
  /** The invitation that refuses, of a refusal. */
  readonly by?: string
}

/** A message that the transport was handed. */
export interface Handed {
  readonly idempotencyKey: string
  readonly recipientId: string
  /** When its delivery was prepared, in milliseconds. */
  readonly preparedAt: number
}
