import { is } from 'drizzle-orm'
import { PgTransaction } from 'drizzle-orm/pg-core'
import type { Repositories } from 'group-invitations'
import { atMost } from '../shared/in-flight.js'
import { answersIn } from './answers.js'
import { contactsIn } from './contacts.js'
import type { Database } from './database.js'
import { throwingDriversErrors } from './drivers-errors.js'
import { groupsIn } from './groups.js'
import { invitationsIn } from './invitations.js'
import { membershipsIn } from './memberships.js'
import { preferencesIn } from './preferences.js'
import { profilesIn } from './profiles.js'

/**
 * All ports, over a database or within a transaction of yours. A transaction has one connection, which takes one query
 * at a time, and a policy calls several methods at once: there they are called one by one.
 */
export function repositoriesIn(database: Database): Repositories {
  const inTurn = atMost(is(database, PgTransaction) ? 1 : Infinity)
  const over = <Port extends object>(portIn: (database: Database) => Port) =>
    throwingDriversErrors(portIn(database), inTurn)
  return {
    memberships: over(membershipsIn),
    profiles: over(profilesIn),
    preferences: over(preferencesIn),
    contacts: over(contactsIn),
    groups: over(groupsIn),
    invitations: over(invitationsIn),
    answers: over(answersIn),
  }
}
