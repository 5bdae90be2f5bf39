import type { Repositories } from 'group-invitations'
import { throwingDriversErrors } from '../drizzle/drivers-errors.js'
import { answersIn } from './answers.js'
import { contactsIn } from './contacts.js'
import type { Database } from './database.js'
import { groupsIn } from './groups.js'
import { invitationsIn } from './invitations.js'
import { membershipsIn } from './memberships.js'
import { preferencesIn } from './preferences.js'
import { profilesIn } from './profiles.js'

/** All ports. The site, without a slash at its end, begins the addresses of members and groups. */
export const repositoriesIn = (database: Database, site: string): Repositories => ({
  memberships: throwingDriversErrors(membershipsIn(database)),
  profiles: throwingDriversErrors(profilesIn(database, site)),
  preferences: throwingDriversErrors(preferencesIn(database)),
  contacts: throwingDriversErrors(contactsIn(database)),
  groups: throwingDriversErrors(groupsIn(database, site)),
  invitations: throwingDriversErrors(invitationsIn(database)),
  answers: throwingDriversErrors(answersIn(database)),
})
