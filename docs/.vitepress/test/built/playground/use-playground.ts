import type { BrowserContextOptions, Page } from 'playwright-core'
import { useSite } from '../use-site.js'

/** Opens the playground with what its address says, and waits until all of it is there. */
export type OpenPlayground = (link?: string, options?: BrowserContextOptions) => Promise<Page>

export function usePlayground(): OpenPlayground {
  const open = useSite()
  return async (link = '', options = {}) => {
    const page = await open(`/playground${link}`, options)
    await page.getByTestId('mail-preview').waitFor({ state: 'attached' })
    await page.getByTestId('timeline').waitFor()
    return page
  }
}
