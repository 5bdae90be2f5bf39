import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { inRepository } from '../support/repository.js'

/** What of an entry point somebody imports, and how many bytes it may take, minified and gzipped. */
export interface Import {
  readonly what: string
  readonly code: string
  readonly atMost: number
}

export const imports: readonly Import[] = [
  {
    what: 'InvitationPolicy',
    code: "export { InvitationPolicy } from './dist/index.js'",
    atMost: 43_000,
  },
  {
    what: 'InvitationPolicy, InvitationService',
    code: "export { InvitationPolicy, InvitationService } from './dist/index.js'",
    atMost: 46_000,
  },
  { what: 'decide', code: "export { decide } from './dist/index.js'", atMost: 39_000 },
  { what: 'measureText', code: "export { measureText } from './dist/form.js'", atMost: 1_500 },
  { what: 'all of group-invitations', code: "export * from './dist/index.js'", atMost: 51_000 },
  { what: 'all of /form', code: "export * from './dist/form.js'", atMost: 4_000 },
  { what: 'all of /http', code: "export * from './dist/http.js'", atMost: 12_000 },
  { what: 'en', code: "export { en } from './dist/messages.js'", atMost: 7_500 },
  { what: 'all of /memory', code: "export * from './dist/memory.js'", atMost: 13_000 },
  { what: 'all of /messages', code: "export * from './dist/messages.js'", atMost: 15_500 },
  { what: 'all of /testing', code: "export * from './dist/testing.js'", atMost: 25_000 },
]

/** The size of what is imported, with all that it needs, neverthrow included. */
export interface Size {
  readonly what: string
  /** Minified and gzipped, in bytes. */
  readonly bytes: number
  /** The limit, in bytes. */
  readonly atMost: number
}

/** Measures the built package: `npm run build` first. */
export function sizes(): Promise<Size[]> {
  return Promise.all(
    imports.map(async ({ what, code, atMost }) => {
      const { outputFiles } = await build({
        stdin: { contents: code, resolveDir: inRepository('') },
        bundle: true,
        minify: true,
        format: 'esm',
        target: 'es2022',
        write: false,
      })
      const bytes = outputFiles.reduce((sum, file) => sum + gzipSync(file.contents).length, 0)
      return { what, bytes, atMost }
    }),
  )
}
