// Draws the pictures from the code and the figures: `npm run pictures -- --write` writes them, without it they are
// compared, which `npm test` does too.
import { writeFileSync } from 'node:fs'
import { inRepository, textOf } from '../support/repository.js'
import { drawn, FOLDER } from './pictures.js'

for (const [name, svg] of await drawn()) {
  const file = `${FOLDER}/${name}`
  if (process.argv.includes('--write')) writeFileSync(inRepository(file), svg)
  const isDrawn = textOf(file) === svg
  console.log(`${file}: ${svg.length} characters${isDrawn ? '' : ', is out of date'}`)
  if (!isDrawn) process.exitCode = 1
}
