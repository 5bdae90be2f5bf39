import { defineConfig } from 'tsup'

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    form: 'src/form.ts',
    http: 'src/http/problem-details.ts',
    memory: 'src/memory/in-memory-repositories.ts',
    messages: 'src/messages/public.ts',
    testing: 'src/testing/contracts.ts',
  },
  format: ['esm', 'cjs'],
  target: 'es2022',
  // One file an entry point: each further one would be felt at every start.
  splitting: false,
  tsconfig: 'tsconfig.src.json',
  // tsup sets `baseUrl`, which TypeScript 6 deprecates.
  dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
})
