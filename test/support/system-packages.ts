import { spawnSync } from 'node:child_process'

/** Those of the Debian packages that are not installed. */
export function missingOf(packages: readonly string[]): string[] {
  return packages.filter((name) => {
    const { stdout } = spawnSync('dpkg-query', ['-W', '-f', '${db:Status-Status}', name], {
      encoding: 'utf8',
    })
    return stdout !== 'installed'
  })
}

/** Installs Debian packages, by `sudo` if this is not root. */
export function install(packages: readonly string[]): void {
  asRoot('apt-get', 'update', '-qq')
  asRoot('apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...packages)
}

function asRoot(...line: readonly string[]): void {
  const isRoot = process.getuid?.() === 0
  const all = ['env', 'DEBIAN_FRONTEND=noninteractive', ...line]
  const [command = '', ...rest] = isRoot ? all : ['sudo', ...all]
  console.log(`\n$ ${[command, ...rest].join(' ')}`)
  const { status } = spawnSync(command, rest, { stdio: 'inherit' })
  if (status !== 0) throw new Error(`${line.join(' ')} ended with ${String(status)}`)
}
