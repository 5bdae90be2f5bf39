import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname } from 'node:path'
import { inRepository } from '../../../../test/support/repository.js'

const DIST = inRepository('docs/.vitepress/dist')

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** The built site at an address of this machine. */
export interface Served {
  readonly origin: string
  close(): void
}

/** Serves the files of the site as they were built, with clean addresses. */
export async function serveSite(): Promise<Served> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const page = pathname.endsWith('/') ? `${pathname}index.html` : `${pathname}.html`
    const file = extname(pathname) === '' ? page : pathname
    readFile(DIST + file).then(
      (content) => {
        const type = TYPES[extname(file)] ?? 'application/octet-stream'
        response.setHeader('Content-Type', type).end(content)
      },
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // It listens on a port.
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
