import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { findChromium } from '../../../../test/support/chromium.js'
import { type Served, serveSite } from './serve.js'

/** A visitor of a page. */
export interface Visit {
  readonly page: Page
  /** What must not be there: errors on the console or thrown, and requests to another host. */
  readonly offences: readonly string[]
}

/** A browser with the site. */
export interface Site {
  /** Opens a page by its path, in a window of its own. */
  visit(path: string, options?: BrowserContextOptions): Promise<Visit>
  close(): Promise<void>
}

/** Starts the browser of the machine. */
export async function startSite(): Promise<Site> {
  const served = await serveSite()
  const browser = await chromium.launch({
    executablePath: findChromium() ?? 'chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  return {
    visit: (path, options = {}) => visit(browser, served, path, options),
    close: async () => {
      await browser.close()
      served.close()
    },
  }
}

async function visit(
  browser: Browser,
  { origin }: Served,
  path: string,
  options: BrowserContextOptions,
): Promise<Visit> {
  const context = await browser.newContext({
    ...{ locale: 'en-GB', viewport: { width: 1280, height: 900 } },
    ...options,
  })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin })
  const page = await context.newPage()
  const offences: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') offences.push(`${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (error) => offences.push(String(error)))
  page.on('request', (request) => {
    const isOwn = request.url().startsWith(origin) || /^(about|blob|data):/.test(request.url())
    if (!isOwn) offences.push(request.url())
  })
  await page.goto(origin + path)
  return { page, offences }
}
