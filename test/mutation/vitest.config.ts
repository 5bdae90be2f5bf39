import { defineConfig } from 'vitest/config'
import base from '../../vitest.config.js'
import { parts } from './parts.js'

// Where the runner says which part is mutated, its tests alone.
const part = parts.find(({ name }) => name === process.env['MUTATION_PART'])
// Coverage and the tests of types are left out: a mutant changes neither.
const { typecheck: _typecheck, coverage: _coverage, ...test } = base.test ?? {}

export default defineConfig({
  ...base,
  test: {
    ...test,
    include: part?.tests.map((pattern) => `test/${pattern}.test.ts`) ?? [],
    // Properties are tried less often here: the examples are to find the mutants out.
    env: { FUZZ: '0.05' },
    runner: 'test/mutation/runner.ts',
    isolate: process.env['MUTATION_MODULES'] !== 'together',
  },
})
