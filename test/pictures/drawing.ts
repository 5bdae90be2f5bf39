import { style } from './palette.js'

/** Every picture is so wide that it fits on a phone. */
export const WIDTH = 420

/** A picture without its frame. */
export interface Drawing {
  readonly title: string
  /** What the picture shows, for someone who does not see it. */
  readonly desc: string
  readonly height: number
  readonly parts: readonly string[]
}

/** A piece of a drawing, and where it ends. */
interface Piece {
  readonly drawn: string
  readonly bottom: number
}

/** What a card says. What is in backticks is code. */
interface CardText {
  readonly title: string
  /** The error that may end the way here. */
  readonly error?: string
  /** Each line: what is at its left, and at its right. */
  readonly lines?: readonly (readonly [left: string, right?: string])[]
  readonly kind?: 'card' | 'frame'
}

const LINE_HEIGHT = 18

export function svgOf({ title, desc, height, parts }: Drawing): string {
  const size = `width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}"`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" aria-labelledby="title desc">`,
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="desc">${escaped(desc)}</desc>`,
    `<style>${style}</style>`,
    ...parts,
    '</svg>\n',
  ].join('\n')
}

/** A line of text, `y` being its base line. */
export function text(x: number, y: number, words: string, kind = ''): string {
  const runs = words
    .split('`')
    .map((run, index) =>
      index % 2 === 1 ? `<tspan class="code">${escaped(run)}</tspan>` : escaped(run),
    )
  return `<text x="${x}" y="${y}"${classOf(kind)}>${runs.join('')}</text>`
}

/** A card of any height, as its text demands. */
function card(x: number, y: number, width: number, said: CardText): Piece {
  const { title, error, lines = [], kind = 'card' } = said
  const height = 32 + lines.length * LINE_HEIGHT + (lines.length > 0 ? 4 : 0)
  const end = x + width - 12
  const drawn = [
    rect(x, y, width, height, kind),
    text(x + 12, y + 21, title, 'title'),
    ...(error === undefined ? [] : [text(end, y + 21, `or \`${error}\``, 'denied end')]),
    ...lines.flatMap(([left, right], index) => {
      const row = y + 41 + index * LINE_HEIGHT
      const isError = right !== undefined && /^`[A-Z]\w+`$/.test(right)
      return [
        text(x + 12, row, left),
        ...(right === undefined
          ? []
          : [text(end, row, right, isError ? 'denied end' : 'note end')]),
      ]
    }),
  ]
  return { drawn: drawn.join('\n'), bottom: y + height }
}

/** The height of an arrow between two cards, and the width between two beside each other. */
const BETWEEN = 24
const BESIDE = 16

/** Cards below each other over the whole width, with arrows between them; beside each other those of a list. */
export function column(cards: readonly (CardText | readonly CardText[])[]): Piece {
  const rows = cards.map((one) => ('title' in one ? [one] : one))
  let y = 4
  const parts = rows.map((row, index) => {
    const width = widthOf(row.length)
    const arrows = Math.max(row.length, rows[index - 1]?.length ?? 0)
    const ways = index === 0 ? [] : centresOf(arrows).map((x) => arrow(x, y - BETWEEN, x, y))
    const pieces = row.map((said, at) => card(4 + at * (width + BESIDE), y, width, said))
    y = Math.max(...pieces.map(({ bottom }) => bottom)) + BETWEEN
    return [...ways, ...pieces.map(({ drawn }) => drawn)].join('\n')
  })
  return { drawn: parts.join('\n'), bottom: y - BETWEEN + 4 }
}

const widthOf = (cards: number) => (WIDTH - 8 - (cards - 1) * BESIDE) / cards

const centresOf = (cards: number) =>
  Array.from({ length: cards }, (_, at) => 4 + at * (widthOf(cards) + BESIDE) + widthOf(cards) / 2)

export function rect(
  x: number,
  y: number,
  width: number,
  height: number,
  kind: string,
  radius = 8,
): string {
  const size = `width="${width}" height="${height}" rx="${radius}"`
  return `<rect x="${x}" y="${y}" ${size}${classOf(kind)}/>`
}

export function circle(x: number, y: number, radius: number, kind: string): string {
  return `<circle cx="${x}" cy="${y}" r="${radius}"${classOf(kind)}/>`
}

/** A straight line, horizontal or vertical. */
export function line(
  fromX: number,
  fromY: number,
  toX: number,
  toY: number,
  kind = 'rule',
): string {
  const way = fromY === toY ? `H${toX}` : `V${toY}`
  return `<path d="M${fromX} ${fromY}${way}"${classOf(kind)}/>`
}

/** An arrow to the right or down. */
export function arrow(fromX: number, fromY: number, toX: number, toY: number, kind = ''): string {
  const isFlat = fromY === toY
  const tip = isFlat
    ? `<path d="M${toX} ${toY}l-8-4v8z" class="tip"/>`
    : `<path d="M${toX} ${toY}l-4-8h8z" class="tip"/>`
  const shaft = line(
    fromX,
    fromY,
    isFlat ? toX - 8 : toX,
    isFlat ? toY : toY - 8,
    `way ${kind}`.trim(),
  )
  return `${shaft}\n${tip}`
}

const classOf = (kind: string) => (kind === '' ? '' : ` class="${kind}"`)

const escaped = (words: string) =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
