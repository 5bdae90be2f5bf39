import { renderEmail } from 'group-invitations/messages'
import { describe, expect, test } from 'vitest'
import { pageOf } from '../support/page.js'
import { aPrepared, EMAIL_OPTIONS } from '../support/prepared.js'

describe('the look of an e-mail', () => {
  const [style = ''] = pageOf(renderEmail(aPrepared(), EMAIL_OPTIONS).html).textsOf('style')
  const [light = '', dark = ''] = style.split('@media (prefers-color-scheme: dark)')

  /** The last colour that a style sheet gives an element by a selector, the dark look over the light one. */
  function colourOf(sheets: readonly string[], selector: string, property: string): string {
    const rules = sheets.join('\n').matchAll(/([^{}\n]+) \{([^{}]*)\}/g)
    const colours = [...rules].flatMap(([, selectors = '', body = '']) =>
      selectors
        .split(', ')
        .map((one) => one.trim())
        .includes(selector)
        ? [...body.matchAll(/([\w-]+): (#\w{6})/g)].flatMap(([, name, colour]) =>
            name === property ? [colour] : [],
          )
        : [],
    )
    return colours.at(-1) ?? 'none'
  }

  /** The relative luminance of a colour (WCAG 2). */
  function luminanceOf(colour: string): number {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5]
      .map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255)
      .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }

  test.each([
    ['light', [light]],
    ['dark', [light, dark]],
  ])('has enough contrast where it is %s', (_look, sheets) => {
    const pairs = [
      ['body', 'body'],
      ['body', '.card'],
      ['.invitation-note', '.card'],
      ['.invitation-open', '.invitation-open'],
      ['.foot', 'body'],
      ['.foot-link', 'body'],
    ] as const
    for (const [written, ground] of pairs) {
      const colours = [colourOf(sheets, written, 'color'), colourOf(sheets, ground, 'background')]
      const [darker = 0, brighter = 0] = colours.map(luminanceOf).sort((a, b) => a - b)
      expect((brighter + 0.05) / (darker + 0.05), colours.join(' on ')).toBeGreaterThanOrEqual(4.5)
    }
  })
})
