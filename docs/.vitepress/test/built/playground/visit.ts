import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { type Served, serveSite } from './serve.js'

/** A visitor of the playground. */
export interface Visit {
  readonly page: Page
  /** What must not be there: errors on the console or thrown, and requests to another host. */
  readonly offences: readonly string[]
}

/** A browser with the site. */
export interface Site {
  /** Opens the playground, and waits until all of it is there. */
  visit(link?: string, options?: BrowserContextOptions): Promise<Visit>
  close(): Promise<void>
}

/** Starts the browser of the machine. */
export async function startSite(): Promise<Site> {
  const served = await serveSite()
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  return {
    visit: (link = '', options = {}) => visit(browser, served, link, options),
    close: async () => {
      await browser.close()
      served.close()
    },
  }
}

async function visit(
  browser: Browser,
  { origin }: Served,
  link: string,
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
    const { url } = message.location()
    const isIcon = url.endsWith('/favicon.ico')
    if (message.type() === 'error' && !isIcon) offences.push(`${message.text()} (${url})`)
  })
  page.on('pageerror', (error) => offences.push(String(error)))
  page.on('request', (request) => {
    const isOwn = request.url().startsWith(origin) || /^(about|blob|data):/.test(request.url())
    if (!isOwn) offences.push(request.url())
  })
  await page.goto(`${origin}/playground${link}`)
  await page.getByTestId('mail-preview').waitFor({ state: 'attached' })
  await page.getByTestId('timeline').waitFor()
  return { page, offences }
}
