import { spawnSync } from 'node:child_process'

/** The path of the browser that `CHROME` names, or of the first of these that is on the PATH. */
export function findChromium(): string | undefined {
  const names = [process.env['CHROME'] ?? [], 'chromium', 'chromium-browser', 'google-chrome']
  return names.flat().map(pathOf).find(Boolean)
}

const pathOf = (command: string) =>
  spawnSync('sh', ['-c', 'command -v "$0"', command], { encoding: 'utf8' }).stdout.trim()
