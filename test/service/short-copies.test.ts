import { type EnforcementOptions, sanctionFor } from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { describe, expect, test } from 'vitest'
import { aRequest } from '../support/builders.js'
import { serviceOver } from '../support/sending.js'

const NAMES =
  'Adam Berta Carla Dieter Emil Frida Gustav Hanna Ida Jonas Karl Lena Maria Nora Otto Paula Rosa Sven Tilda Uwe'
const members = ['A', 'B'].flatMap((initial) =>
  NAMES.split(' ').map((name) => ({
    memberId: `${name}${initial}`,
    displayName: `${name} ${initial}mann`,
    haves: ['Schach'],
  })),
)

const HOBBIES = ['Yoga', 'Klettern', 'Kochen', 'Fotografie', 'Segeln']
const differing = members.map((member, index) => ({
  ...member,
  haves: [HOBBIES[index % HOBBIES.length] ?? ''],
}))

/** Sends a text of the inviter's to each of the members, and returns what was answered to each. */
async function sendToAll(
  textFor: (name: string, index: number) => string,
  enforcement?: EnforcementOptions,
  recipients = members,
) {
  const repositories = createInMemoryRepositories({
    members: [{ memberId: 'anna', displayName: 'Anna Schmidt' }, ...recipients],
    groups: [{ groupId: 'chess', name: 'Elbe', standings: { anna: 'member' } }],
  })
  const service = serviceOver(repositories, { enforcement })
  const answers = []
  for (const [index, { memberId, displayName }] of recipients.entries()) {
    const text = textFor(String(displayName.split(' ')[0]), index)
    const request = aRequest({ recipientId: memberId, groupId: 'chess', text })
    const sent = await service.send(request, { invitationId: `i-${index}` })
    answers.push(
      sent.match(
        ({ advisories }) => ({ isSent: true, findings: advisories }),
        (error) => ({
          isSent: false,
          findings: error.type === 'InvitationDenied' ? error.denials : [error],
        }),
      ),
    )
  }
  expect(answers).toHaveLength(40)
  const pending = new Set(repositories.pendingDeliveries().map(({ invitationId }) => invitationId))
  return { answers, stored: pending.size }
}

const anything = { SalutationMissing: 'off', ProfileReferenceMissing: 'off' } as const

describe('40 identical texts of 8 words', () => {
  test.each<[what: string, text: (name: string) => string, EnforcementOptions?]>([
    ['with a name each', (name) => `Hallo ${name}, komm doch bald mal zum Schach!`],
    ['to the letter', () => 'Komm doch mal vorbei, wir spielen immer Schach', anything],
    ['over two lines', (name) => `Hi ${name},\nkomm mal vorbei: Schach!\nViele Grüße`],
  ])('%s: two are sent, then none', async (_what, textFor, enforcement) => {
    expect(textFor('Adam').match(/\S+/g)).toHaveLength(8)
    const { answers, stored } = await sendToAll(textFor, enforcement)
    expect(stored).toBe(2)
    const [first, second, ...others] = answers
    const copied = (similarCount: number) => ({
      ...{ type: 'MassMessage', similarity: 1, similarCount, isShort: true },
    })
    expect(first).toEqual({ isSent: true, findings: [] })
    expect(second).toEqual({ isSent: true, findings: [copied(1)] })
    for (const answer of others) expect(answer).toEqual({ isSent: false, findings: [copied(2)] })
    expect(sanctionFor(copied(2))).toBeUndefined()
  })
})

test('40 texts of 6 words that differ in one word are all sent, and none is a copy', async () => {
  const things = Array.from({ length: 40 }, (_, index) => `ding${index}`)
  const textFor = (name: string, index: number) =>
    `Hallo ${name}, bring ${things[index]} zum Schach!`
  expect(textFor('Adam', 0).match(/\S+/g)).toHaveLength(6)
  const { answers, stored } = await sendToAll(textFor)
  expect(stored).toBe(40)
  for (const answer of answers) expect(answer).toEqual({ isSent: true, findings: [] })
})

test.each([
  ['of profile entries', 'Hallo Kim, Yoga, Klettern, Kochen, Fotografie oder Segeln?'],
  ['of a name', 'Bernd!'],
  ['of emoji', '🎉🎉🎉'],
])('40 copies %s alone, to members with different profiles: two are sent', async (_of, text) => {
  const { answers, stored } = await sendToAll(() => text, anything, differing)
  expect(stored).toBe(2)
  expect(answers.filter(({ isSent }) => isSent)).toHaveLength(2)
  expect(answers.at(-1)?.findings).toMatchObject([{ type: 'MassMessage', isShort: true }])
})

test('70 letters of Chinese sent to 40 members are no short text: they have a sanction', async () => {
  const text = '我们每周二下国际象棋，欢迎你来参加。'.repeat(5).slice(0, 70)
  const { answers, stored } = await sendToAll(() => text, anything)
  expect(stored).toBe(2)
  const copied = { type: 'MassMessage', similarity: 1, similarCount: 2 } as const
  expect(answers.at(-1)).toEqual({ isSent: false, findings: [copied] })
  expect(sanctionFor(copied)).toBeDefined()
})
