// Installs the packed package in an empty folder, and uses it there as the README says.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { blocksIn } from '../support/markdown.js'

const folder = mkdtempSync(join(tmpdir(), 'group-invitations-'))
const inFolder = (command: string, ...args: string[]) =>
  execFileSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })

try {
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
      encoding: 'utf8',
    }),
  ) as [{ filename: string; files: { path: string; size: number }[] }]
  const { filename, files } = packed
  console.log(files.map(({ path, size }) => `${String(size).padStart(7)}  ${path}`).join('\n'))

  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  inFolder('npm', 'install', '--silent', `./${filename}`, 'neverthrow')

  const [quickStart = ''] = blocksIn('README.md', 'ts')
  writeFileSync(join(folder, 'quick-start.mjs'), quickStart)
  console.log(inFolder('node', 'quick-start.mjs'))

  writeFileSync(
    join(folder, 'quick-start.cjs'),
    `(async () => {${quickStart.replace(/^import (.*) from (.*)$/gm, 'const $1 = require($2)')}})()`,
  )
  console.log(inFolder('node', 'quick-start.cjs'))

  // Each entry point from the tarball: an adapter is proved with nothing but what is installed.
  const proof = `
    const opened = () => {
      let all = createInMemoryRepositories()
      return {
        get repository() { return all.groups },
        seed: (network) => { all = createInMemoryRepositories(network) },
        close: () => {},
      }
    }
    for (const { name, run } of groupRepositoryContract(opened)) {
      await run()
      console.log('proved:', name)
    }
    const repositories = createInMemoryRepositories()
    const service = new InvitationService(new InvitationPolicy(repositories), repositories)
    console.log((await service.optOut('anna')).isOk() && 'the service answers')
    const verdict = await new InvitationPolicy(repositories).evaluate({})
    const told = forInviter(verdict.isErr() ? verdict.error : undefined)
    console.log(de.describe(told), toProblemDetails(told).status)
    console.log(invitationDraftSchema['~standard'].validate({}).issues.length, 'issues')`
  const entries = [
    ['{ forInviter, InvitationPolicy, InvitationService }', 'group-invitations'],
    ['{ invitationDraftSchema }', 'group-invitations/form'],
    ['{ toProblemDetails }', 'group-invitations/http'],
    ['{ createInMemoryRepositories }', 'group-invitations/memory'],
    ['{ de }', 'group-invitations/messages'],
    ['{ groupRepositoryContract }', 'group-invitations/testing'],
  ]
  const imports = entries.map(([names, entry]) => `import ${names} from '${entry}'`)
  const requires = entries.map(([names, entry]) => `const ${names} = require('${entry}')`)
  writeFileSync(join(folder, 'proof.mjs'), `${imports.join('\n')}${proof}`)
  writeFileSync(join(folder, 'proof.cjs'), `${requires.join('\n')};(async () => {${proof}})()`)
  console.log(inFolder('node', 'proof.mjs'), inFolder('node', 'proof.cjs'))
} finally {
  rmSync(folder, { recursive: true })
}
