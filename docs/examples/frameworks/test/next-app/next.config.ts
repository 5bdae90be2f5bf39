import { resolve } from 'node:path'
import type { NextConfig } from 'next'

const DOORS = ['content', 'form', 'http', 'memory', 'messages', 'testing']

// The app is built in dist/next-app, five folders below the root of the repository, where next-server.ts bundles the doors.
export default {
  turbopack: {
    root: resolve('../../../../..'),
    resolveAlias: {
      '@/invitations': './invitations.ts',
      'group-invitations': './doors/index.js',
      ...Object.fromEntries(
        DOORS.map((door) => [`group-invitations/${door}`, `./doors/${door}/index.js`]),
      ),
    },
  },
  // `tsc -p docs/examples/frameworks` checks the types.
  typescript: { ignoreBuildErrors: true },
} satisfies NextConfig
