import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { inRepository } from '../support/repository.js'

/** Below the repository, so that the packages that are installed there are found. */
const folder = inRepository('coverage/mutation')

/**
 * Copies what the tests need, for Stryker to work in, and returns the folder of the copy.
 *
 * In the copy Stryker does not see its comments: the mutants that they explain are tried too. So the scores are those
 * of all mutants, and a comment that explains none is found.
 */
export function copyOfRepository(): string {
  rmSync(folder, { recursive: true, force: true })
  const files = ['package.json', 'tsconfig.json', 'vitest.config.ts', 'README.md', 'CHANGELOG.md']
  for (const name of ['src', 'test', 'docs', ...files]) {
    cpSync(inRepository(name), join(folder, name), {
      recursive: true,
      filter: (path) => basename(path) !== 'node_modules',
    })
  }
  for (const name of readdirSync(join(folder, 'src'), { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts')) continue
    const file = join(folder, 'src', name)
    const text = readFileSync(file, 'utf8')
      .replaceAll('// Stryker ', '// Explained: ')
      .replace(/'(?:\.|\.\.\/text)\/once\.js'/, `'../../test/mutation/once-per-test.js'`)
    writeFileSync(file, text)
  }
  return folder
}
