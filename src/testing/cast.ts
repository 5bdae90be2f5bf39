import type { NetworkMember } from '../memory/network.js'
import type { Invitation } from '../model/invitation.js'
import type { GroupId, MemberId } from '../model/member.js'
import type { Pace } from '../model/pace.js'
import type { InvitationRecord } from '../ports/invitation-repository.js'
import {
  HOSTILE_COUNT,
  HOSTILE_INVITATION_COUNT,
  identifiersOf,
  ODD,
  type Pair,
  pairsAmong,
} from './contract-ids.js'
import type { SeedGroup, SeedInvitation, SeedNetwork } from './fixture.js'
import { AT, claimFrom, END, later, recordFrom } from './records.js'

/** The first number of identifiers of which as many are made as a case needs. */
const MANY = 1000

/** More than most stores accept as single parameters. */
const MANY_COUNT = 5000

/** As many as a case commits records. */
const CROWD = 60

/** What the cases are made of: members, groups and invitations with the identifiers of the store. */
export interface Cast {
  readonly anna: MemberId
  readonly bernd: MemberId
  readonly clara: MemberId
  readonly dora: MemberId
  readonly emil: MemberId
  /** A member who does not exist. */
  readonly nobody: MemberId
  readonly chess: GroupId
  readonly choir: GroupId
  /** A group that does not exist. */
  readonly nowhere: GroupId
  /** The identifier of an invitation. */
  readonly invitation: (n: number) => string
  /** By default identifiers that collide unless they are compared exactly; groups have the same as members. */
  readonly odd: {
    readonly members: readonly MemberId[]
    readonly groups: readonly GroupId[]
    readonly pairs: readonly Pair[]
  }
  /** By default identifiers of digits, which a driver may return as numbers; and one more, for what does not exist. */
  readonly digits: {
    readonly members: readonly MemberId[]
    readonly groups: readonly GroupId[]
    readonly noMember: MemberId
    readonly noGroup: GroupId
  }
  readonly many: (count?: number) => readonly MemberId[]
  readonly manyGroups: (count?: number) => readonly GroupId[]
  readonly membersOf: (ids: readonly MemberId[]) => readonly NetworkMember[]
  readonly groupsOf: (ids: readonly GroupId[]) => readonly SeedGroup[]
  /** Anna, Bernd, Clara and Dora, and two groups. */
  readonly four: Pick<SeedNetwork, 'members' | 'groups'>
  /** By default an invitation from Anna to Bernd into chess, sent at `AT`. */
  readonly recordOf: (changes?: Partial<Invitation>) => InvitationRecord
  /** Anna, Bernd, Clara, Dora and 60 more, and two groups. */
  readonly crowd: Pick<SeedNetwork, 'members' | 'groups'>
  /** Anna's record of this number, to another one of the crowd for each, sent so many milliseconds after `AT`. */
  readonly recordAt: (
    number: number,
    sentMs: number,
    pace: Pace | undefined,
    changes?: Partial<Invitation>,
  ) => InvitationRecord
  /** To a member each, with identifiers that by default collide unless they are compared exactly. */
  readonly oddRecords: () => readonly InvitationRecord[]
  /** For `seed`: by default an invitation from Anna to Bernd into chess, whose pair is taken until `end`. */
  readonly claimUntil: (end: Date, changes?: Partial<SeedInvitation>) => SeedInvitation
  /** For `seed`: one from Anna into chess to each of these members, numbered from 0, whose pair is taken until `END`. */
  readonly lettersTo: (recipientIds: readonly MemberId[]) => readonly SeedInvitation[]
  /** For `seed`: to a member each, with the identifiers of `oddRecords`. */
  readonly oddLetters: () => readonly SeedInvitation[]
}

/** @throws TypeError if the identifiers are not as promised. */
export function castOf(ids: unknown): Cast {
  const { member, group, invitation } = identifiersOf(ids)
  const people = {
    anna: member.at(0),
    bernd: member.at(1),
    clara: member.at(2),
    dora: member.at(3),
    emil: member.at(4),
    nobody: member.at(5),
  }
  const { anna, bernd, clara, dora } = people
  const clubs = { chess: group.at(0), choir: group.at(1), nowhere: group.at(2) }
  const { chess, choir } = clubs
  // A store may make display names of two names, or demand that names differ.
  const membersOf = (memberIds: readonly MemberId[]) =>
    memberIds.map((memberId) => ({ memberId, displayName: `Member ${member.numberOf(memberId)}` }))
  const groupsOf = (groupIds: readonly GroupId[]) =>
    groupIds.map((groupId) => ({ groupId, name: `Group ${group.numberOf(groupId)}` }))
  const many = (count = MANY_COUNT) => member.from(MANY, count)
  const odd = { members: member.from(ODD, HOSTILE_COUNT), groups: group.from(ODD, HOSTILE_COUNT) }
  const parties = { inviterId: anna, recipientId: bernd, groupId: chess }
  const recordOf = (changes: Partial<Invitation> = {}) =>
    recordFrom({ invitationId: invitation.at(1), ...parties }, changes)
  const claimUntil = (end: Date, changes: Partial<SeedInvitation> = {}) =>
    claimFrom({ invitationId: invitation.at(0), ...parties }, end, changes)
  const four = { members: membersOf([anna, bernd, clara, dora]), groups: groupsOf([chess, choir]) }
  return {
    ...people,
    ...clubs,
    invitation: invitation.at,
    odd: { ...odd, pairs: pairsAmong(odd.members) },
    digits: {
      members: member.from(ODD, 3),
      groups: group.from(ODD, 3),
      noMember: member.at(ODD + 3),
      noGroup: group.at(ODD + 3),
    },
    many,
    manyGroups: (count = MANY_COUNT) => group.from(MANY, count),
    membersOf,
    groupsOf,
    four,
    recordOf,
    crowd: { ...four, members: [...four.members, ...membersOf(many(CROWD))] },
    recordAt(number, sentMs, pace, changes = {}) {
      const [recipientId = bernd] = many(CROWD).slice(number)
      const invitationId = invitation.at(number)
      const sentAt = later(AT, sentMs)
      return { ...recordOf({ invitationId, recipientId, sentAt, ...changes }), pace }
    },
    oddRecords: () =>
      many(HOSTILE_INVITATION_COUNT).map((recipientId, at) =>
        recordOf({ invitationId: invitation.at(ODD + at), recipientId }),
      ),
    claimUntil,
    lettersTo: (recipientIds) =>
      recipientIds.map((recipientId, at) =>
        claimUntil(END, { invitationId: invitation.at(at), recipientId }),
      ),
    oddLetters: () =>
      many(HOSTILE_INVITATION_COUNT).map((recipientId, at) =>
        claimUntil(END, { invitationId: invitation.at(ODD + at), recipientId }),
      ),
  }
}
