import { existsSync } from 'node:fs'
import { dirname } from 'node:path'

/** The folder of the package that a folder of `packages.json` belongs to: that of the site is above its code. */
export const packageOf = (folder: string): string =>
  existsSync(`${folder}/package.json`) ? folder : packageOf(dirname(folder))
