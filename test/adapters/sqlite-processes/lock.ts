// Holds the write lock for so many milliseconds, and says when it has it.
import { sqlite } from '../../../docs/adapters/sqlite/test/builtin.js'

const [file = '', milliseconds = ''] = process.argv.slice(2)
const DatabaseSync = await sqlite()
const database = DatabaseSync && new DatabaseSync(file)
database?.exec('BEGIN IMMEDIATE')
console.log('locked')
setTimeout(() => database?.exec('COMMIT'), Number(milliseconds))
