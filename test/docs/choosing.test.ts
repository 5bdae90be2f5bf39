import {
  choiceForInviter,
  defineRule,
  InvitationPolicy,
  type OptOut,
  type Repositories,
  type Standing,
} from 'group-invitations'
import { createInMemoryRepositories } from 'group-invitations/memory'
import { expect, test } from 'vitest'
import { NOW } from '../support/builders.js'
import { codeIn, tableUnder } from '../support/markdown.js'
import { textOf } from '../support/repository.js'

/** All that may be so of Bernd, whom Anna could invite into two groups. */
interface World {
  readonly bernd: 'exists' | 'hides' | 'is nobody'
  readonly optOut: OptOut | undefined
  readonly isBlocked: boolean
  readonly standings: Readonly<Record<'chess' | 'zen', Standing | undefined>>
  readonly inviter: Readonly<Record<'chess' | 'zen', 'member' | 'moderator'>>
}

const booleans = [true, false]
const standings = ['member', 'pending', 'banned', undefined] as const
const groups = ['chess', 'zen'] as const
const optOuts = [undefined, 'all', { inviterId: 'anna' }, { groupId: 'chess' }] as const

function* allWorlds(): Generator<World> {
  const inside = ['member', 'moderator'] as const
  for (const inChess of inside)
    for (const inZen of inside)
      for (const isBlocked of booleans) {
        const nobody = { chess: undefined, zen: undefined }
        const known = { inviter: { chess: inChess, zen: inZen }, isBlocked }
        yield { ...known, ...{ bernd: 'is nobody', optOut: undefined, standings: nobody } }
        for (const bernd of ['exists', 'hides'] as const)
          for (const optOut of optOuts)
            for (const chess of standings)
              for (const zen of standings)
                yield { ...known, ...{ bernd, optOut, standings: { chess, zen } } }
      }
}

function repositoriesOf({ bernd, optOut, standings, inviter }: World): Repositories {
  const isThere = bernd !== 'is nobody'
  const member = {
    memberId: 'bernd',
    displayName: 'Bernd Müller',
    optOuts: optOut === undefined ? [] : [optOut],
  }
  const repositories = createInMemoryRepositories({
    members: [{ memberId: 'anna', displayName: 'Anna Weber' }, ...(isThere ? [member] : [])],
    groups: groups.map((groupId) => ({
      ...{ groupId, name: groupId },
      standings: { anna: inviter[groupId], ...(isThere && { bernd: standings[groupId] }) },
    })),
  })
  const { profiles } = repositories
  const isSeen = (memberId: string) => memberId !== 'bernd' || bernd !== 'hides'
  return {
    ...repositories,
    profiles: {
      findProfiles: (memberIds, viewerId) =>
        profiles.findProfiles(memberIds.filter(isSeen), viewerId),
    },
  }
}

const isOfGroup = (optOut: OptOut | undefined) =>
  optOut !== undefined && optOut !== 'all' && 'groupId' in optOut

/** What makes a recipient unavailable, in the words of the page. */
function causesIn({ bernd, optOut, isBlocked, standings }: World, groupId: 'chess' | 'zen') {
  const causes: readonly (readonly [cause: string, isSo: boolean])[] = [
    ['no such member', bernd === 'is nobody'],
    ['a member who hides', bernd === 'hides'],
    ['an opt-out from everything or this inviter', optOut !== undefined && !isOfGroup(optOut)],
    ['an opt-out into the group', isOfGroup(optOut)],
    ['a custom rule', isBlocked],
    ['a request to join', standings[groupId] === 'pending'],
    ['a ban', standings[groupId] === 'banned'],
  ]
  return causes.filter(([, isSo]) => isSo).map(([cause]) => cause)
}

test('the page says what can be the cause, from what stands beside it in the answer of groupsFor', async () => {
  const rows = tableUnder('docs/choosing.md', '## What several answers reveal together').map(
    ([beside = '', causes = '']) => ({
      types: beside.includes('without denials') ? [''] : codeIn(beside),
      causes: causes.split(', '),
    }),
  )
  const found: Record<string, string[]> = {}
  for (const world of allWorlds()) {
    const check = () => (world.isBlocked ? { type: 'Blocked' } : undefined)
    const policy = new InvitationPolicy(repositoriesOf(world), {
      ...{ clock: () => NOW, rules: [defineRule({ name: 'blocks', check })] },
    })
    const choices = await policy.groupsFor({ inviterId: 'anna', recipientId: 'bernd' })
    const [chess = '', zen = ''] = choices._unsafeUnwrap().map((choice) => {
      const { denials } = choiceForInviter(choice)
      return denials.map(({ type }) => type).join()
    })
    // One of several causes excludes nothing, and may itself be excluded: only one that is alone counts.
    const [cause, ...others] = causesIn(world, 'chess')
    if (chess !== 'RecipientUnavailable' || cause === undefined || others.length > 0) continue
    const causes = (found[zen] ??= [])
    if (!causes.includes(cause)) causes.push(cause)
  }
  const sorted = (lists: Readonly<Record<string, readonly string[]>>) =>
    Object.fromEntries(Object.entries(lists).map(([type, causes]) => [type, [...causes].sort()]))
  const written = rows.flatMap(({ types, causes }) => types.map((type) => [type, causes] as const))
  expect(sorted(Object.fromEntries(written))).toEqual(sorted(found))
})

test('the page says that groupsFor reveals an opt-out', () => {
  const text = textOf('docs/choosing.md').replace(/\s+/g, ' ')
  expect(text).toContain(
    '`groupsFor` reveals an opt-out to everybody who shares a group with the recipient, in one answer.',
  )
})
