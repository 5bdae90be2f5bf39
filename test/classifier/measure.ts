// Prints how good the content rules are; `--write` writes it into `docs/content-rules.md`.
import { readFileSync, writeFileSync } from 'node:fs'
import { inRepository } from '../support/repository.js'
import { figures } from './figures.js'

const MARKS = /(?<=<!-- figures -->\n)[^]*?(?=<!-- \/figures -->)/

const page = inRepository('docs/content-rules.md')
const text = await figures()
console.log(text)
const written = readFileSync(page, 'utf8')
if (process.argv.includes('--write')) {
  writeFileSync(
    page,
    written.replace(MARKS, () => `\n${text}\n\n`),
  )
}
