/**
 * Measures in Chromium how long it takes from a key until the page shows the verdict on the new text.
 *
 *     npm run bench:playground
 */
import { startSite } from '../visit.js'

const KEYS = 200
/** Keys before anything is measured, while the browser compiles. */
const FIRST_KEYS = 20
const LENGTH = 450

declare global {
  interface Window {
    /** Milliseconds from an input event until the counter, which is rendered with the verdict. */
    times: number[]
  }
}

const site = await startSite()
const { page } = await site.visit('/playground')
const draft = page.getByTestId('draft-text')
const text = await draft.inputValue()
await draft.fill(text.padEnd(LENGTH - 1, ' and so on') + '.')

await draft.evaluate((element) => {
  window.times = []
  let start = 0
  // Before Vue hears of it.
  element.addEventListener('input', () => (start = performance.now()), { capture: true })
  const shown = document.querySelector('[data-testid=counter]')
  if (shown === null) throw new Error('There is no counter')
  const changed = { characterData: true, childList: true, subtree: true }
  new MutationObserver(() => window.times.push(performance.now() - start)).observe(shown, changed)
})
await draft.focus()
await page.keyboard.press('Control+End')
for (let key = 0; key < FIRST_KEYS + KEYS; key += 1) {
  await page.keyboard.press(key % 2 === 0 ? 'x' : 'Backspace')
}
const all = await page.evaluate(() => window.times)
await site.close()

const times = all.slice(FIRST_KEYS).sort((one, other) => one - other)
if (times.length !== KEYS) throw new Error(`${times.length} of ${KEYS} keys were seen`)
const at = (share: number) => (times[Math.ceil(KEYS * share) - 1] ?? 0).toFixed(1)
console.log(
  `From a key to the verdict, ${KEYS} keys in a draft of ${LENGTH} characters: ` +
    `median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms`,
)
