// Proves the site as it was built, in a browser: npm run test:site
//
// The browser is the Chromium of the machine, or the one that CHROME names. With -- --install it installs the Debian
// package if there is none.
import { spawnSync } from 'node:child_process'
import { findChromium } from '../../../../test/support/chromium.js'
import { install } from '../../../../test/support/system-packages.js'

if (findChromium() === undefined && process.argv.includes('--install')) install(['chromium'])
const chromium = findChromium()
if (chromium === undefined) {
  console.error(
    'There is no Chromium here: npm run test:site -- --install installs it, or apt-get install chromium',
  )
  process.exit(1)
}
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/site.config.ts'],
  { stdio: 'inherit', env: { ...process.env, CHROME: chromium } },
)
process.exitCode = status ?? 1
