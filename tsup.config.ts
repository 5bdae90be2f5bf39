import { defineConfig } from 'tsup'

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    content: 'src/content/index.ts',
    form: 'src/form/index.ts',
    http: 'src/http/index.ts',
    memory: 'src/memory/index.ts',
    messages: 'src/messages/index.ts',
    testing: 'src/testing/index.ts',
  },
  format: ['esm', 'cjs'],
  target: 'es2022',
  // One file an entry point: each further one would be felt at every start. So date-fns is bundled too, as tsup does with
  // `devDependencies`; LICENSE has its notices.
  splitting: false,
  // Writes `new RegExp('…', 'u')` for `/…/u`. V8 checks all expressions of a file as it is loaded, also those in functions
  // that are never called, and builds each Unicode class for that: half of the time of an import.
  esbuildOptions(options) {
    options.supported = { 'regexp-sticky-and-unicode-flags': false }
  },
  tsconfig: 'tsconfig.src.json',
  // tsup sets `baseUrl`, which TypeScript 6 deprecates.
  dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
})
