import type { Repositories } from 'group-invitations'
import { answersIn } from './answers.js'
import { contactsIn } from './contacts.js'
import type { Database } from './database.js'
import { groupsIn } from './groups.js'
import { invitationsIn } from './invitations.js'
import { membershipsIn } from './memberships.js'
import { preferencesIn } from './preferences.js'
import { profilesIn } from './profiles.js'

/** All seven ports. The site, without a slash at its end, begins the addresses of members and groups. */
export const repositoriesIn = (database: Database, site: string): Repositories => ({
  memberships: membershipsIn(database),
  profiles: profilesIn(database, site),
  preferences: preferencesIn(database),
  contacts: contactsIn(database),
  groups: groupsIn(database, site),
  invitations: invitationsIn(database),
  answers: answersIn(database),
})
