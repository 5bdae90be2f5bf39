// Fails where an import has grown over its limit.
import { sizes } from './sizes.js'

const measured = await sizes()
console.table(measured)
const over = measured.filter(({ bytes, atMost }) => bytes > atMost).map(({ what }) => what)
if (over.length > 0) throw new Error(`Over its limit: ${over.join('; ')}`)
