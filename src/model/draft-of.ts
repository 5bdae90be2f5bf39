import type { Draft } from './invitation.js'

/** The draft alone of whatever has one. Where there is no subject, none is told. */
export function draftOf({ subject, text }: Draft): Draft {
  return subject === undefined ? { text } : { subject, text }
}
