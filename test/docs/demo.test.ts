import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DENIAL_TYPES, type InvitationRequest, repeatableAt } from 'group-invitations'
import { afterAll, describe, expect, test } from 'vitest'
import { chapters } from '../../docs/examples/chapters.js'
import { blocksIn } from '../support/markdown.js'
import { inRepository, textOf } from '../support/repository.js'

/** Runs an example as its own process, as `npm run demo` does. */
function run(example: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', `docs/examples/${example}`, ...args],
    { cwd: inRepository(''), encoding: 'utf8' },
  )
  return { status, stdout, complaints: stderr.split('\n').filter((line) => line !== '') }
}

const folder = mkdtempSync(join(tmpdir(), 'group-invitations-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

describe('the demo', () => {
  const request = JSON.parse(textOf('docs/examples/request.json')) as InvitationRequest

  let files = 0

  /** A request of one's own in a file. */
  function fileOf(content: string): string {
    const file = join(folder, `request-${(files += 1)}.json`)
    writeFileSync(file, content)
    return file
  }

  test('approves its request, and says until when the pair is taken', () => {
    const { status, stdout, complaints } = run('demo.ts')
    expect({ status, complaints }).toEqual({ status: 0, complaints: [] })
    expect(stdout).toContain('Anna Schmidt invites Bernd Müller into “TypeScript Hamburg”')
    const [verdict = ''] = stdout.split('Approved on')
    expect(verdict.match(/✓/g)).toHaveLength(DENIAL_TYPES.length)
    expect(stdout).toContain(
      'Approved on September 2, 2026 at 9:30 AM UTC. Once sent, repeatable from March 2, 2027 at 9:30 AM UTC.',
    )
  })

  test('goes on with sending: what is stored, both deliveries, and the second attempt denied', () => {
    const [, page = ''] = run('demo.ts').stdout.split(/\nSent\n|Received by/)
    expect(page.split('\n').map((line) => line.replace(/ {2,}/g, ' ').trim())).toEqual([
      'invitationId "demo-1"',
      'inviterId "anna"',
      'recipientId "bernd"',
      'groupId "typescript-hamburg"',
      'route "group"',
      'subject "TypeScript in Hamburg"',
      expect.stringMatching(/^text "Lieber Bernd,.*…$/),
      'reference {"field":"haves","entry":"TypeScript"}',
      'sentAt September 2, 2026 at 9:30 AM UTC',
      'repeatableAt March 2, 2027 at 9:30 AM UTC',
      '',
      'To be delivered',
      '✓ email demo-1.email',
      '✓ news demo-1.news',
      '',
      'Sent once more',
      '✓ with the same identifier: the same invitation, and nothing new is stored',
      '✗ with another one: You have already invited this member to this or another group within the last 6 months, on September 2, 2026. Another invitation will be possible from March 2, 2027 at 9:30 AM UTC.',
      '',
      '',
    ])
  })

  test('ends with an answer: the recipient accepts, and each side sees it', () => {
    const [, page = ''] = run('demo.ts').stdout.split('Received by ')
    expect(page.split('\n').map((line) => line.trim())).toEqual([
      'Bernd Müller',
      '✓ “TypeScript Hamburg”, from Anna Schmidt',
      '',
      'Accepted',
      '✓ You are now in the group.',
      '',
      'What each side sees',
      '✓ Bernd Müller: nothing to answer',
      '✓ Anna Schmidt: Accepted',
      '',
      '',
    ])
  })

  test('sends nothing that is denied', () => {
    expect(run('demo.ts', 'docs/examples/denied.json').stdout).not.toContain('Sent')
  })

  test('denies the other one, each reason in the place of its rule', () => {
    const { status, stdout } = run('demo.ts', 'docs/examples/denied.json')
    expect(status).toBe(0)
    expect(stdout.match(/✗ .*\[(\w+)\]/g)?.map((line) => line.replace(/.*\[|\]/g, ''))).toEqual([
      'SubjectTooLong',
      'TextEmpty',
      'RateLimited6Months',
      'RecipientBanned',
    ])
    expect(stdout).toContain('Denied, for 4 reasons.')
  })

  test('shows what the content rules have against a template, and what they advise', () => {
    const { status, stdout } = run('demo.ts', 'docs/examples/template.json')
    expect(status).toBe(0)
    const marked = (mark: string) =>
      [...stdout.matchAll(new RegExp(`${mark} .*\\[(\\w+)\\]`, 'g'))].map(([, type]) => type)
    expect(marked('✗')).toEqual([
      'UnfilledPlaceholder',
      'SalutationMissing',
      'ProfileReferenceMissing',
      'MassMessage',
      'ProhibitedContent',
    ])
    expect(marked('!')).toEqual(['WantsAndHavesNotAddressed', 'LinkInText'])
  })

  test('says nothing of a text that is not there', () => {
    expect(run('demo.ts', 'docs/examples/denied.json').stdout).not.toContain('How it is written')
  })

  test('prints no character that a terminal would obey', () => {
    const { stdout } = run('demo.ts', fileOf(JSON.stringify({ ...request, text: 'a\u001b[2Jb' })))
    expect(stdout).toContain('│ a\\u001b[2Jb')
    expect(stdout).not.toContain('\u001b')
  })

  test('decides otherwise on another name', () => {
    const { status, stdout } = run(
      'demo.ts',
      fileOf(JSON.stringify({ ...request, recipientId: 'deniz' })),
    )
    expect(status).toBe(0)
    expect(stdout).toContain(
      '✗ The invitation starts from the group, and the recipient is no direct contact of the inviter. [NotADirectContact]',
    )
    expect(stdout).toContain(
      '✗ The recipient has switched off group invitations: all, those of this inviter, or those into this group. [RecipientOptedOut]',
    )
  })

  test.each([
    ['no such file', 'nowhere.json', 'nowhere.json: there is no such file, or it cannot be read.'],
    ['no JSON', fileOf('{ "inviterId": '), /request-1\.json: this is not JSON\. SyntaxError/],
  ])('complains of %s in one line', (_case, file, line) => {
    const { status, stdout, complaints } = run('demo.ts', file)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(complaints).toEqual([expect.stringMatching(line)])
  })

  test.each([
    ['a request that is none', 'null', ['invalid: The request must be an object']],
    [
      'a wrong route',
      JSON.stringify({ ...request, route: 'search' }),
      ["invalid: route must be 'profile' or 'group'"],
    ],
    [
      'a wrong time',
      JSON.stringify({ ...request, now: 'soon' }),
      ['now must be a time in UTC, such as 2026-09-02T09:30:00Z.'],
    ],
  ])('complains of %s', (_case, content, lines) => {
    const file = fileOf(content)
    const { status, complaints } = run('demo.ts', file)
    expect({ status, complaints }).toEqual({
      status: 1,
      complaints: lines.map((line) => `${file}: ${line}`),
    })
  })

  test('has words for every rule, in the rulebook’s order', () => {
    expect(chapters.flatMap(({ rules }) => Object.keys(rules))).toEqual(DENIAL_TYPES)
  })
})

describe('the quick start', () => {
  const program = textOf('docs/examples/quick-start.ts')

  test('is the first sample of the README and of the site, has at most twenty lines, and prints what they show', () => {
    const { status, stdout, complaints } = run('quick-start.ts')
    expect({ status, complaints }).toEqual({ status: 0, complaints: [] })
    for (const page of ['README.md', 'docs/index.md']) {
      expect(blocksIn(page, 'ts')[0]).toBe(program)
      expect(blocksIn(page, 'text')[0]).toBe(stdout)
    }
    expect(program.trimEnd().split('\n').length).toBeLessThanOrEqual(20)
  })

  test('approves with the one word that the README changes, and says when the pair is free again', () => {
    const [, changed = ''] = /With `([^`]+)` it prints an approval/.exec(textOf('README.md')) ?? []
    const bernd = program.replace(/recipientId: '\w+'/, changed)
    expect(bernd).not.toBe(program)
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '--eval', bernd],
      { cwd: inRepository(''), encoding: 'utf8' },
    )
    expect(stderr).toBe('')
    const [decidedAt = '', repeatable = ''] = stdout.match(/(?<=At: )\S+(?=Z,)/g) ?? []
    expect(repeatable).toBe(
      repeatableAt(new Date(`${decidedAt}Z`))
        .toISOString()
        .replace('Z', ''),
    )
  })
})
