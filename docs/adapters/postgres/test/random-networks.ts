import type { Standing } from 'group-invitations'
import type { Network } from 'group-invitations/memory'
import fc from 'fast-check'
import { after, NOW } from '../../../../test/support/builders.js'
import { runs } from '../../../../test/support/runs.js'

/** A network, and what a network in memory does not know. Its identifiers begin with a prefix of its own. */
export interface RandomNetwork {
  readonly network: Network
  /** Members whose profile is gone and groups that are gone, while their memberships and the like are still there. */
  readonly gone: readonly string[]
  readonly blocks: readonly (readonly [memberId: string, blockedId: string])[]
  /** When the whole burst of these members is free again. */
  readonly freeAts: readonly (readonly [memberId: string, freeAt: Date])[]
  readonly request: { readonly inviterId: string; readonly recipientId: string; groupId: string }
}

const DAY = 24 * 60 * 60 * 1000
// Three with a role each, so that a fact of one is seldom that of another.
const PEOPLE = ['inviter', 'recipient', 'third'] as const
const PAIRS = PEOPLE.flatMap((one) =>
  PEOPLE.filter((other) => other !== one).map((other) => [one, other] as const),
)
const standing = fc.constantFrom<Standing | undefined>(
  undefined,
  'member',
  'moderator',
  'pending',
  'banned',
)
const mostlyNone = <Item>(of: Item[]) =>
  fc.oneof({ weight: 2, arbitrary: fc.constant<Item[]>([]) }, fc.subarray(of))
const entries = fc.subarray(['Schach', 'TypeScript', 'Chor'])

/** An opt-out from one inviter or group: of this request, of no request, or of one with the identifier of the other. */
const SCOPED = [
  { inviterId: 'inviter' },
  { inviterId: 'recipient' },
  { inviterId: 'third' },
  { inviterId: 'group' },
  { groupId: 'group' },
  { groupId: 'other' },
  { groupId: 'inviter' },
]

const member = fc.record({
  optedOut: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, fc.constant(true)),
  optOuts: mostlyNone(SCOPED),
  wants: entries,
  haves: entries,
  other: entries,
  givenName: fc.constantFrom(undefined, 'Kim'),
  familyName: fc.constantFrom(undefined, 'Meyer'),
  locale: fc.constantFrom(undefined, 'de'),
})

const invitation = fc.record({
  pair: fc.constantFrom(...PAIRS),
  // The youngest that is too old, the oldest that is not, and others.
  age: fc.constantFrom(0, 1, DAY, 30 * DAY, 30 * DAY + 1, 150 * DAY),
  ends: fc.constantFrom(-10, 0, 10, 90 * DAY),
  textFingerprint: fc.constantFrom(undefined, '1.', '1.0000', '1.00000001'),
  text: fc.constant(undefined),
})

const model = fc.record({
  members: fc.tuple(member, member, member),
  standings: fc.array(fc.tuple(standing, standing, standing), { minLength: 2, maxLength: 2 }),
  admission: fc.constantFrom(undefined, 'open', 'approval'),
  contacts: fc.subarray([
    [0, 1],
    [0, 2],
    [1, 2],
  ] as const),
  gone: mostlyNone([...PEOPLE, 'group']),
  blocks: mostlyNone(PAIRS),
  freeAts: mostlyNone([...PEOPLE]),
  invitations: fc.uniqueArray(invitation, {
    maxLength: 8,
    selector: ({ pair, ends }) => (ends === 0 ? pair.join() : {}),
  }),
  // More than an evaluation asks for.
  many: fc.oneof({ weight: 20, arbitrary: fc.constant(0) }, fc.integer({ min: 99, max: 103 })),
})

type Model = typeof model extends fc.Arbitrary<infer Value> ? Value : never

export const randomNetworks: readonly RandomNetwork[] = fc.sample(model, runs(300)).map(networkOf)

function networkOf(model: Model, index: number): RandomNetwork {
  const idOf = (name: string) => `${index}-${name}`
  const sent = model.invitations.map(
    ({ pair: [inviter, recipient], age, ends, ...others }, at) => ({
      ...others,
      invitationId: idOf(`i-${at}`),
      inviterId: idOf(inviter),
      recipientId: idOf(recipient),
      groupId: idOf('group'),
      sentAt: after(NOW, -age),
      // No two end at once: either could be the claim.
      repeatableAt: after(NOW, ends + (ends === 0 ? 0 : at)),
    }),
  )
  const many = Array.from({ length: model.many }, (_nothing, at) => ({
    invitationId: idOf(`many-${at}`),
    inviterId: idOf('inviter'),
    recipientId: idOf(`guest-${at}`),
    groupId: idOf('group'),
    textFingerprint: `1.${String(at).padStart(4, '0')}`,
    // In no order of their age.
    sentAt: after(NOW, -(((at * 37) % 103) + 2) * 1000),
    repeatableAt: after(NOW, DAY),
  }))
  const standingsIn = (group: Model['standings'][number] | undefined) =>
    Object.fromEntries(
      PEOPLE.flatMap((name, at) => (group?.[at] ? [[idOf(name), group[at]] as const] : [])),
    )
  return {
    network: {
      members: PEOPLE.map((name, at) => ({
        ...model.members[at],
        optOuts: model.members[at]?.optOuts.map(({ inviterId, groupId }) =>
          inviterId === undefined ? { groupId: idOf(groupId) } : { inviterId: idOf(inviterId) },
        ),
        memberId: idOf(name),
        displayName: `The ${name} ${index}`,
      })),
      groups: ['group', 'other'].map((name, at) => ({
        groupId: idOf(name),
        name: `The ${name} ${index}`,
        ...(model.admission && { admission: model.admission }),
        standings: standingsIn(model.standings[at]),
      })),
      contacts: model.contacts.map(([one, other]) => [idOf(PEOPLE[one]), idOf(PEOPLE[other])]),
      invitations: [...sent, ...many],
    },
    gone: model.gone.map(idOf),
    blocks: model.blocks.map(([one, other]) => [idOf(one), idOf(other)]),
    freeAts: model.freeAts.map((name, at) => [idOf(name), after(NOW, at * 90_000 + (index % 3))]),
    request: {
      inviterId: idOf('inviter'),
      recipientId: idOf('recipient'),
      groupId: idOf('group'),
    },
  }
}
