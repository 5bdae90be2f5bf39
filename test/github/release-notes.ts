// Prints what the changelog says of a version, for a release on GitHub: npm run release-notes -- 0.1.0
import { textOf } from '../support/repository.js'
import { notesIn } from './notes-in.js'

const [version = ''] = process.argv.slice(2)
console.log(notesIn(textOf('CHANGELOG.md'), version))
