// Fails where a built file, code or declarations, imports anything except neverthrow and its own neighbours.
import ts from 'typescript'
import { filesBelow, textOf } from '../support/repository.js'

const built = ['.js', '.cjs', '.d.ts', '.d.cts'].flatMap((ending) => filesBelow('dist', ending))
const imports = built.flatMap((file) =>
  ts
    .preProcessFile(textOf(file), true, true)
    .importedFiles.map(({ fileName }) => ({ file, name: fileName })),
)
const others = imports.filter(({ name }) => name !== 'neverthrow' && !name.startsWith('./'))
console.log(`${built.length} built files import neverthrow and each other`)
if (imports.length === 0 || others.length > 0) {
  throw new Error(`Other imports: ${JSON.stringify(others)}`)
}
