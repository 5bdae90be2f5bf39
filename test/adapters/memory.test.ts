import { inMemoryFixture } from '../support/in-memory-fixture.js'
import { proveAdapters } from '../support/prove-adapters.js'

proveAdapters('in memory', (port) => () => inMemoryFixture((repositories) => repositories[port]), {
  lacks: ['another', 'blocks'],
})
