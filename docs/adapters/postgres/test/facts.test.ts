import { PGlite } from '@electric-sql/pglite'
import { InvitationPolicy } from 'group-invitations'
import { fingerprintText } from 'group-invitations/content'
import { createInMemoryRepositories, type Network } from 'group-invitations/memory'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { factsIn } from '../facts.js'
import { repositoriesIn } from '../repositories.js'
import { after, aProfile, aRequest, NOW } from '../../../../test/support/builders.js'
import { NETWORK } from '../../../../test/support/network.js'
import { emptyTables, SCHEMA, seed } from './fixtures.js'

const database = new PGlite()

beforeAll(() => database.exec(SCHEMA))
afterAll(() => database.close())

const DAY = 24 * 60 * 60 * 1000
const copy = `${aRequest().text} Kaffee gibt es auch, und wer will, bringt etwas mit.`
const inGroup = (standings: Record<string, string>) => [
  { groupId: 'typescript-hamburg', name: 'TypeScript Hamburg', standings },
]
const sent = (recipientId: string, ago: number, text = copy) => ({
  invitationId: `to-${recipientId}`,
  inviterId: 'anna',
  recipientId,
  groupId: 'chess',
  text,
  textFingerprint: fingerprintText(text, aProfile()),
  sentAt: after(NOW, -ago),
  repeatableAt: after(NOW, 1e10 - ago),
})

const NETWORKS: readonly (readonly [name: string, network: Network])[] = [
  ['all is well', NETWORK],
  ['nothing is there', {}],
  [
    'there is no recipient',
    {
      ...NETWORK,
      members: NETWORK.members.filter(({ memberId }) => memberId !== 'bernd'),
      contacts: [],
      groups: inGroup({ anna: 'moderator' }),
    },
  ],
  ['the inviter is pending', { ...NETWORK, groups: inGroup({ anna: 'pending' }) }],
  [
    'the recipient is a member',
    { ...NETWORK, groups: inGroup({ anna: 'member', bernd: 'member' }) },
  ],
  ['the recipient is banned', { ...NETWORK, groups: inGroup({ anna: 'member', bernd: 'banned' }) }],
  [
    'the recipient has opted out',
    {
      ...NETWORK,
      members: NETWORK.members.map((member) => ({ ...member, optedOut: true })),
      contacts: [],
      groups: inGroup({ anna: 'member' }),
    },
  ],
  ['they are no contacts', { ...NETWORK, contacts: [] }],
  [
    'the pair is taken',
    { ...NETWORK, invitations: [{ ...sent('bernd', DAY), repeatableAt: after(NOW, 1) }] },
  ],
  [
    'the claim ends now',
    { ...NETWORK, invitations: [{ ...sent('bernd', DAY), repeatableAt: NOW }] },
  ],
  ['one other got the text', { ...NETWORK, invitations: [sent('dora', DAY)] }],
  [
    'two others got the text',
    { ...NETWORK, invitations: [sent('dora', DAY), sent('emil', 30 * DAY)] },
  ],
  [
    'one of two got it too long ago',
    { ...NETWORK, invitations: [sent('dora', DAY), sent('emil', 30 * DAY + 1)] },
  ],
]

test.each(NETWORKS)(
  'one query and the repositories lead to the same decision if %s',
  async (_name, network) => {
    await emptyTables(database)
    await seed(database, network)
    const repositories = repositoriesIn(database)
    const clock = () => NOW
    const byQuery = new InvitationPolicy(repositories, { clock, loadFacts: factsIn(database) })
    const byRepositories = new InvitationPolicy(repositories, { clock })
    const inMemory = new InvitationPolicy(createInMemoryRepositories(network), { clock })
    for (const route of ['profile', 'group'] as const) {
      const request = aRequest({ route, text: copy })
      const verdict = await byQuery.evaluate(request)
      expect(verdict).toEqual(await byRepositories.evaluate(request))
      expect(verdict).toEqual(await inMemory.evaluate(request))
    }
  },
)

test('without fingerprints all other facts are the same', async () => {
  await emptyTables(database)
  await seed(database, { ...NETWORK, invitations: [sent('dora', DAY), sent('emil', 30 * DAY)] })
  const facts = await factsIn(database)(aRequest(), NOW)
  expect(facts.recentFingerprints.map(({ recipientId }) => recipientId)).toEqual(['dora', 'emil'])
  expect(await factsIn(database, { MassMessage: 'off' })(aRequest(), NOW)).toEqual({
    ...facts,
    recentFingerprints: [],
  })
})

test('the networks lead to different decisions', async () => {
  const verdicts = await Promise.all(
    NETWORKS.map(async ([, network]) =>
      JSON.stringify(
        await new InvitationPolicy(createInMemoryRepositories(network), {
          clock: () => NOW,
        }).evaluate(aRequest({ route: 'group', text: copy })),
      ),
    ),
  )
  expect(new Set(verdicts).size).toBeGreaterThan(NETWORKS.length - 3)
})
