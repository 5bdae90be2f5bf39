import { decide, InvitationPolicy, type Route, type Standing } from 'group-invitations'
import { createInMemoryRepositories, type Network } from 'group-invitations/memory'
import { expect, test } from 'vitest'
import { aClaim, after, aProfile, aRequest, NOW, someFacts } from './support/builders.js'

interface World {
  route: Route
  inviter: Standing | undefined
  recipient: Standing | undefined
  exists: boolean
  contact: boolean
  optedOut: boolean
  claimEnds: 'in 1 ms' | 'now' | undefined
  text: string
}

const standings = ['member', 'moderator', 'pending', 'banned', undefined] as const
const booleans = [true, false]

function* worlds(): Generator<World> {
  for (const route of ['profile', 'group'] as const)
    for (const inviter of standings)
      for (const recipient of standings)
        for (const exists of booleans)
          for (const contact of booleans)
            for (const optedOut of booleans)
              for (const claimEnds of ['in 1 ms', 'now', undefined] as const)
                for (const text of ['Lieber Bernd, TypeScript!', '', 'a'.repeat(501)])
                  yield { route, inviter, recipient, exists, contact, optedOut, claimEnds, text }
}

/** The domain's sentences, one a line, written without the library's code. */
function sentences(world: World): string[] {
  const table: [denial: string, isSo: boolean][] = [
    ['InviterNotInGroup', !['member', 'moderator'].includes(world.inviter ?? '')],
    ['NotADirectContact', world.route === 'group' && !world.contact],
    ['TextEmpty', world.text === ''],
    ['TextTooLong', world.text.length === 501],
    ['RateLimited6Months', world.claimEnds === 'in 1 ms'],
    ['RecipientNotFound', !world.exists],
    ['RecipientOptedOut', world.optedOut],
    ['AlreadyMember', ['member', 'moderator'].includes(world.recipient ?? '')],
    ['MembershipPending', world.recipient === 'pending'],
    ['RecipientBanned', world.recipient === 'banned'],
    ['SalutationMissing', world.exists && world.text.length === 501],
    ['ProfileReferenceMissing', world.exists && world.text.length === 501],
  ]
  return table.filter(([, isSo]) => isSo).map(([denial]) => denial)
}

const claimIn = ({ claimEnds }: World) =>
  claimEnds && aClaim(claimEnds === 'now' ? NOW : after(NOW, 1), after(NOW, -1000))

const factsOf = (world: World) =>
  someFacts({
    inviterStanding: world.inviter,
    recipientStanding: world.recipient,
    recipientProfile: world.exists ? aProfile() : undefined,
    recipientOptedOut: world.optedOut,
    areDirectContacts: world.contact,
    claim: claimIn(world),
  })

const requestOf = ({ route, text }: World) => aRequest({ route, text })

test('every world is decided as the domain’s sentences say', () => {
  let count = 0
  for (const world of worlds()) {
    const denials = decide(requestOf(world), factsOf(world)).match(
      () => [],
      (error) =>
        error.type === 'InvitationDenied' ? error.denials.map(({ type }) => type) : [error.type],
    )
    expect(denials, JSON.stringify(world)).toEqual(sentences(world))
    count += 1
  }
  expect(count).toBe(2 * 5 * 5 * 2 * 2 * 2 * 3 * 3)
})

/** A world that the repositories can tell: who does not exist has neither contacts, standing nor settings. */
const networkOf = (world: World): Network => ({
  members: [
    { memberId: 'anna', displayName: 'Anna Schmidt' },
    ...(world.exists ? [{ memberId: 'bernd', ...aProfile(), optedOut: world.optedOut }] : []),
  ],
  groups: [
    {
      groupId: 'typescript-hamburg',
      name: 'TypeScript Hamburg',
      standings: { anna: world.inviter, ...(world.exists && { bernd: world.recipient }) },
    },
  ],
  contacts: world.exists && world.contact ? [['bernd', 'anna']] : [],
  invitations: [claimIn(world)]
    .flatMap((claim) => claim ?? [])
    .map((claim) => ({ ...claim, inviterId: 'anna', recipientId: 'bernd' })),
})

test('evaluate decides every world exactly as decide does', async () => {
  for (const world of worlds()) {
    if (!world.exists && (world.optedOut || world.contact || world.recipient)) continue
    const repositories = createInMemoryRepositories(networkOf(world))
    const policy = new InvitationPolicy(repositories, { clock: () => NOW })
    const evaluated = await policy.evaluate(requestOf(world))
    expect(evaluated, JSON.stringify(world)).toEqual(decide(requestOf(world), factsOf(world)))
  }
})
