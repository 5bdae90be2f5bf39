import { describe, expect, test } from 'vitest'
import { namesIn, textOf } from '../support/repository.js'
import { dark, light, type Palette } from './palette.js'
import { drawn, FOLDER } from './pictures.js'

const pictures = await drawn()

test('the pictures are what the code and the figures make: npm run pictures -- --write', () => {
  expect(namesIn(FOLDER)).toEqual(pictures.map(([file]) => file))
  for (const [file, svg] of pictures) expect(textOf(`${FOLDER}/${file}`), file).toBe(svg)
})

describe.each(pictures)('%s', (_file, svg) => {
  test('has a title, a description and no gaps', () => {
    expect(svg).toMatch(/<title id="title">\S.*<\/title>\n<desc id="desc">\S.*<\/desc>/)
    expect(svg).not.toMatch(/undefined|NaN|Infinity|\[object/)
  })

  test('is small, and needs nothing else', () => {
    expect(svg.length).toBeLessThan(40_000)
    expect(svg).not.toMatch(/<script|href|url\(|@import| on\w+=/)
  })

  test('has no text that is too small, or that leaves the picture', () => {
    const sizes = [...svg.matchAll(/font(?:-size)?:(\d+)px/g)].map(([, size]) => Number(size))
    expect(Math.min(...sizes)).toBe(12)
    for (const [, x, kind, inner] of svg.matchAll(
      /<text x="([\d.]+)"[^>]*?(?:class="([^"]*)")?>(.*)<\/text>/g,
    )) {
      const isCode = kind?.includes('code') === true
      const width = (inner ?? '')
        .split(/(<tspan class="code">.*?<\/tspan>)/)
        .reduce((sum, run) => sum + widthOf(run, isCode || run.startsWith('<tspan')), 0)
      const share = kind?.includes('end') === true ? 1 : kind?.includes('middle') === true ? 0.5 : 0
      const left = Number(x) - width * share
      expect(left, inner).toBeGreaterThanOrEqual(0)
      expect(left + width, inner).toBeLessThanOrEqual(420)
    }
  })
})

/** About how wide a text is in a wide font. */
function widthOf(run: string, isCode: boolean): number {
  const characters = run.replace(/<[^>]*>/g, '').replace(/&\w+;/g, '.').length
  return characters * (isCode ? 7.3 : 7)
}

test.each([
  ['light', light],
  ['dark', dark],
])('every text is readable in the %s scheme', (_scheme, palette: Palette) => {
  const { pages, card, ink, muted, accent, denied } = palette
  for (const ground of [...pages, card]) {
    for (const colour of [ink, muted, accent, denied]) {
      expect(contrast(colour, ground), `${colour} on ${ground}`).toBeGreaterThanOrEqual(4.5)
    }
    expect(contrast(palette.line, ground), `lines on ${ground}`).toBeGreaterThanOrEqual(2.5)
  }
})

/** The contrast of two colours by WCAG 2. */
function contrast(one: string, other: string): number {
  const [lower = 0, higher = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (higher + 0.05) / (lower + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((index) => {
    const share = Number.parseInt(colour.slice(index, index + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
