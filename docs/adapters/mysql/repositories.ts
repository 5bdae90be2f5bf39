import type { Repositories } from 'group-invitations'
import { answersIn } from './answers.js'
import { contactsIn } from './contacts.js'
import type { Database } from './database.js'
import { groupsIn } from './groups.js'
import { invitationsIn } from './invitations.js'
import { membershipsIn } from './memberships.js'
import { preferencesIn } from './preferences.js'
import { profilesIn } from './profiles.js'

export const repositoriesIn = (database: Database): Repositories => ({
  memberships: membershipsIn(database),
  profiles: profilesIn(database),
  preferences: preferencesIn(database),
  contacts: contactsIn(database),
  groups: groupsIn(database),
  invitations: invitationsIn(database),
  answers: answersIn(database),
})
