import { sizes } from '../bench/figures.json' with { type: 'json' }
import { type Drawing, line, rect, text, WIDTH } from './drawing.js'
import { inPixels } from './scale.js'

const ROW = 38
const RIGHT = WIDTH - 70

/** How large an import is, minified and gzipped, and how large it may become. */
export function sizeOfImports(): Drawing {
  const scale = (RIGHT - 4) / Math.max(...sizes.map(({ atMost }) => atMost))
  const inKilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
  const rows = sizes.flatMap(({ what, bytes, atMost }, index) => {
    const y = 17 + index * ROW
    const limit = inPixels(4 + atMost * scale)
    return [
      text(4, y, what),
      rect(4, y + 7, inPixels(bytes * scale), 9, 'mark', 1),
      line(limit, y + 3, limit, y + 20),
      text(limit + 8, y + 16, inKilobytes(bytes)),
    ]
  })
  const bottom = 17 + sizes.length * ROW
  return {
    title: 'The size of imports',
    desc: sizes.map(({ what, bytes }) => `${what}: ${inKilobytes(bytes)}.`).join(' '),
    height: bottom + 10,
    parts: [
      ...rows,
      text(4, bottom, 'The line behind each bar is the limit that CI checks.', 'note'),
    ],
  }
}
