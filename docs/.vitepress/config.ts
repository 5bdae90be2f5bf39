import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { transformerTwoslash } from '@shikijs/vitepress-twoslash'
import ts from 'typescript'
import {
  defineConfig,
  type MarkdownEnv,
  type MarkdownOptions,
  type MarkdownRenderer,
} from 'vitepress'
import llmstxt from 'vitepress-plugin-llms'
import manifest from '../../package.json' with { type: 'json' }
import { linkToPages } from './link-to-pages.js'
import { parts, partsByFile } from './sidebar.js'

const textOf = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

/** What follows the name of the package in an import. */
const DOORS = Object.keys(manifest.exports)
  .filter((path) => !path.endsWith('.json'))
  .map((path) => path.slice(1))
const doorsIn = (folder: string, ending: string) =>
  DOORS.map((door) => ({
    door,
    path: fileURLToPath(new URL(`${folder}${door}${ending}`, import.meta.url)),
  }))

const doorItem = (name: string) => ({ text: name, link: `/reference/${name}/` })

export default defineConfig({
  title: manifest.name,
  description: manifest.description,
  lang: 'en',
  head: [
    [
      'link',
      {
        rel: 'icon',
        href: `data:image/svg+xml,${encodeURIComponent(textOf('theme/favicon.svg'))}`,
      },
    ],
  ],
  cleanUrls: true,
  metaChunk: true,
  // The guide of a package has its README as the page of its folder.
  rewrites: { ':folder(.*)/README.md': ':folder/index.md' },
  srcExclude: ['**/node_modules/**'],
  markdown: {
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    // Its types are those of a later Shiki than VitePress has.
    codeTransformers: [
      transformerTwoslash({
        twoslashOptions: {
          // The samples of the guide import it.
          extraFiles: { 'network.ts': textOf('../examples/guide/network.ts') },
          compilerOptions: {
            module: ts.ModuleKind.ESNext,
            moduleResolution: ts.ModuleResolutionKind.Bundler,
            strict: true,
            paths: Object.fromEntries(
              doorsIn('../../src', '/index.ts').map(({ door, path }) => [
                manifest.name + door,
                [path],
              ]),
            ),
          },
        },
      }),
    ] as unknown as NonNullable<MarkdownOptions['codeTransformers']>,
    config: linkToPages,
  },
  vite: {
    plugins: [llmstxt({ ignoreFiles: ['source/**', 'reference/**'], sidebar: partsByFile })],
    resolve: {
      // File by file, and not by door: each door of the build has a copy of what it shares, and the playground loads first
      // what a verdict needs.
      alias: doorsIn('../../src', '/index.ts').map(({ door, path }) => ({
        find: new RegExp(`^${manifest.name}${door}$`),
        replacement: path,
      })),
    },
    server: { fs: { allow: ['..'] } },
  },
  themeConfig: {
    nav: [
      { text: 'Guide', link: '/installing' },
      { text: 'Playground', link: '/playground' },
      { text: 'Reference', link: '/reference/' },
    ],
    sidebar: [
      ...parts,
      { text: 'Reference', items: DOORS.map((door) => doorItem(manifest.name + door)) },
    ],
    socialLinks: [{ icon: 'github', link: manifest.bugs.replace(/\/issues$/, '') }],
    outline: [2, 3],
    // A page of the guide says itself which one is next.
    docFooter: { prev: false, next: false },
    search: {
      provider: 'local',
      options: {
        // Code is found by the pages that link to it.
        _render: (text, env: MarkdownEnv, md: MarkdownRenderer) =>
          env.relativePath.startsWith('source/') ? '' : md.render(text, env),
        miniSearch: {
          searchOptions: {
            // For a word the guide comes first. A name stands nowhere else.
            boostDocument: (id: string) => (/\/(reference|changelog|testing)\b/.test(id) ? 0.2 : 1),
          },
        },
      },
    },
  },
})
