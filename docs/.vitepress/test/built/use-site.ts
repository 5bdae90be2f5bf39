import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { type Site, startSite, type Visit } from './visit.js'

/** Opens a page by its path. */
export type Open = (path: string, options?: BrowserContextOptions) => Promise<Page>

/** Starts the site for the tests of a file. Each of them fails if a page that it opens does what none may do. */
export function useSite(): Open {
  const visits: Visit[] = []
  let site: Site | undefined
  beforeAll(async () => {
    site = await startSite()
  })
  afterEach(async () => {
    const done = visits.splice(0)
    await Promise.all(done.map(({ page }) => page.context().close()))
    expect(done.flatMap(({ offences }) => offences)).toEqual([])
  })
  afterAll(() => site?.close())
  return async (path, options) => {
    if (site === undefined) throw new Error('The site has not started')
    const visit = await site.visit(path, options)
    visits.push(visit)
    return visit.page
  }
}
