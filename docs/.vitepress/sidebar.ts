import type { DefaultTheme } from 'vitepress'

type Entry = readonly [text: string, page: string]

const part = (text: string, entries: readonly Entry[]): DefaultTheme.SidebarItem => ({
  text,
  items: entries.map(([entry, page]) => ({ text: entry, link: `/${page}` })),
})

/** All pages except the reference, which TypeDoc lists: the guide in the order of work, then what one looks up. */
export const parts: readonly DefaultTheme.SidebarItem[] = [
  part('Guide', [
    ['Installing', 'installing'],
    ['Evaluating', 'evaluating'],
    ['Telling the inviter', 'telling'],
    ['Choosing', 'choosing'],
    ['Sending', 'sending'],
    ['Delivering', 'delivering'],
    ['Answering', 'answering'],
    ['Storing', 'storing'],
    ['Tuning the content rules', 'tuning'],
  ]),
  part('Catalogues', [
    ['Rules', 'rules'],
    ['Content rules', 'content-rules'],
    ['Errors', 'errors'],
    ['Decisions', 'decisions'],
  ]),
  part('Adapters', [
    ['Choosing an adapter', 'adapters'],
    ['PostgreSQL', 'adapters/postgres/'],
    ['ORMs over PostgreSQL', 'adapters/bridges/'],
    ['Drizzle', 'adapters/drizzle/'],
    ['MySQL and MariaDB', 'adapters/mysql/'],
    ['SQLite, libsql and D1', 'adapters/sqlite/'],
    ['A schema that exists', 'adapters/existing/'],
    ['PostgreSQL, several servers', 'adapters/sharded/'],
    ['Queues', 'adapters/queues/'],
    ['Clusters', 'adapters/clusters'],
    ['Writing an adapter', 'writing-adapters'],
    ['Importing and deleting', 'importing-and-deleting'],
  ]),
  part('In a service', [
    ['A service over SQLite', 'examples/starter/'],
    ['Frameworks', 'frameworks'],
    ['Languages', 'languages'],
    ['Moderation', 'moderation'],
    ['Observing', 'observing'],
    ['Recording and replaying', 'replaying'],
  ]),
  part('The library', [
    ['Architecture', 'architecture'],
    ['Testing', 'testing'],
    ['Performance', 'performance'],
    ['Changelog', 'changelog'],
  ]),
]

/** The same with the file of each page, by which `llms.txt` finds it: that of a folder is its README. */
export const partsByFile = (): DefaultTheme.SidebarItem[] =>
  parts.map(({ text = '', items = [] }) => ({
    text,
    items: items.map((item) => ({ ...item, link: item.link?.replace(/\/$/, '/README') ?? '' })),
  }))
