import type { Group, MemberProfile } from 'group-invitations'

/** Who is in the network, and `nobody`: an identifier without a profile. */
export const PERSON_KEYS = ['anna', 'bernd', 'chiara', 'emil', 'layla', 'nobody'] as const
export type PersonKey = (typeof PERSON_KEYS)[number]

/** The groups, and `none`: an identifier without a group. */
export const GROUP_KEYS = ['typescript', 'chess', 'none'] as const
export type GroupKey = (typeof GROUP_KEYS)[number]

const people: Readonly<Record<Exclude<PersonKey, 'nobody'>, MemberProfile>> = {
  anna: {
    displayName: 'Anna Schmidt',
    givenName: 'Anna',
    familyName: 'Schmidt',
    wants: ['Speakers on TypeScript'],
    haves: ['Meetups in Hamburg'],
    other: [],
    url: 'https://network.example/people/anna',
  },
  bernd: {
    displayName: 'Bernd Müller',
    givenName: 'Bernd',
    familyName: 'Müller',
    wants: ['User Group in Hamburg'],
    haves: ['TypeScript', 'Code Reviews'],
    other: ['Software architect, Elbwerk GmbH'],
    url: 'https://network.example/people/bernd',
  },
  chiara: {
    displayName: 'Chiara Rossi',
    givenName: 'Chiara',
    familyName: 'Rossi',
    wants: ['Design systems'],
    haves: ['UX Research'],
    other: [],
    url: 'https://network.example/people/chiara',
  },
  emil: {
    displayName: 'Emil Ørsted',
    givenName: 'Emil',
    familyName: 'Ørsted',
    wants: ['Chess partners'],
    haves: ['Node.js'],
    other: [],
    url: 'https://network.example/people/emil',
  },
  layla: {
    displayName: 'ليلى حداد',
    givenName: 'ليلى',
    familyName: 'حداد',
    wants: ['تبادل الخبرات'],
    haves: ['تصميم الواجهات'],
    other: [],
    url: 'https://network.example/people/layla',
  },
}

const groups: Readonly<Record<Exclude<GroupKey, 'none'>, Group>> = {
  typescript: {
    name: 'TypeScript Hamburg',
    url: 'https://network.example/groups/typescript',
    admission: 'approval',
  },
  chess: {
    name: 'Elbe Chess',
    url: 'https://network.example/groups/chess',
    admission: 'open',
  },
}

export function profileOf(person: PersonKey): MemberProfile | undefined {
  return person === 'nobody' ? undefined : people[person]
}

export function groupOf(group: GroupKey): Group | undefined {
  return group === 'none' ? undefined : groups[group]
}

/** Everybody who has a profile, in the order of the list. */
export function everybody(): Exclude<PersonKey, 'nobody'>[] {
  return PERSON_KEYS.filter((person) => person !== 'nobody')
}
