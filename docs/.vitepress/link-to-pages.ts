import { existsSync, statSync } from 'node:fs'
import { posix } from 'node:path'
import type { MarkdownRenderer } from 'vitepress'
import { docs, pageOf } from './source-files.js'

/** Links as the repository has them, to files and folders, become links to the pages that show these. */
export function linkToPages(md: MarkdownRenderer): void {
  md.core.ruler.push('link-to-pages', ({ tokens, env }) => {
    const { relativePath } = env as { readonly relativePath: string }
    const links = tokens.flatMap(({ children }) => children ?? [])
    for (const link of links.filter(({ type }) => type === 'link_open')) {
      const href = link.attrGet('href')
      if (href !== null) link.attrSet('href', pageBehind(href, relativePath))
    }
  })
}

function pageBehind(href: string, from: string): string {
  const [path = '', anchor] = href.split('#')
  if (path === '' || /^(\w+:|\/)/.test(path)) return href
  const page = `/${pageAt(posix.join(posix.dirname(from), path))}`
  return anchor === undefined ? page : `${page}#${anchor}`
}

function pageAt(path: string): string {
  if (path === '../CHANGELOG.md') return 'changelog'
  if (path.endsWith('.md')) return path.replace(/(\b(README|index))?\.md$/, '')
  if (!existsSync(docs + path) || !statSync(docs + path).isDirectory()) return pageOf(path)
  return existsSync(`${docs}${path}/README.md`) ? `${path}/` : `source/${path}/`
}
