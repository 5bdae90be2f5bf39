import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inRepository } from '../support/repository.js'

/**
 * Packs the built package (`npm run build` first), and installs it as its users do: from the tarball, beside neverthrow,
 * in a temporary folder with nothing else, for as long as it is used.
 */
export async function whileInstalled(use: (folder: string) => Promise<void> | void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'group-invitations-'))
  try {
    const tarball = execFileSync(
      'npm',
      ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder],
      { cwd: inRepository(''), encoding: 'utf8' },
    )
    writeFileSync(join(folder, 'package.json'), '{ "private": true }')
    execFileSync(
      'npm',
      ['install', '--silent', '--no-audit', `./${tarball.trim()}`, 'neverthrow'],
      { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] },
    )
    await use(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
