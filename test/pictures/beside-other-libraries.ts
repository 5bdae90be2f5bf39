import { figures } from '../bench/figures.json' with { type: 'json' }
import { circle, type Drawing, line, text, WIDTH } from './drawing.js'
import { logScale } from './scale.js'

/** What the bench compares, and which row of its table is this library's. */
const COMPARISONS = [
  { what: 'evaluate, accepted', own: 'evaluate, content off, accepted' },
  { what: 'evaluate, denied', own: 'evaluate, content off, denied' },
  { what: 'contactsFor, 100 contacts', own: 'contactsFor, 5,000 contacts' },
] as const

const NOTES = [
  'How many times as long as a function by hand takes.',
  'group-invitations without the rules on content, which no',
  'other has. (5,000): measured with so many contacts.',
]

const TICKS = [10, 100]
const LEFT = 218
const RIGHT = WIDTH - 68

function ratioOf(what: string): string {
  const figure = figures.find((row) => row.what === what && row.against === 'by hand')
  if (figure === undefined)
    throw new Error(`The bench has not compared ${what} with a function by hand`)
  return figure.ratio
}

const groups = COMPARISONS.map(({ what, own }) => {
  const size = / ([\d,]+) contacts$/.exec(own)?.[1]
  const others = figures
    .filter((row) => row.what.startsWith(`${what}: `))
    .map((row) => ({
      name: row.what.slice(what.length + 2),
      ratio: ratioOf(row.what),
      isOwn: false,
    }))
  const name = size === undefined ? 'group-invitations' : `group-invitations (${size})`
  return { what, rows: [{ name, ratio: ratioOf(own), isOwn: true }, ...others] }
})

const highest = Math.max(...groups.flatMap(({ rows }) => rows.map(({ ratio }) => Number(ratio))))
const x = logScale(1, highest, LEFT, RIGHT)

/** How many times as long this library and others take as a function written by hand. */
export function besideOtherLibraries(): Drawing {
  const parts: string[] = []
  let y = 40
  for (const { what, rows } of groups) {
    y += 14
    parts.push(text(4, y, what, 'title'))
    for (const { name, ratio, isOwn } of rows) {
      y += 22
      const kind = isOwn ? 'own' : ''
      const at = x(Number(ratio))
      parts.push(
        text(4, y, name, kind),
        line(x(1), y - 4, at, y - 4, isOwn ? 'way mark' : 'way'),
        circle(at, y - 4, 5, isOwn ? 'mark' : 'tip'),
        text(WIDTH - 4, y, `${ratio} ×`, `${kind} end`.trim()),
      )
    }
    y += 18
  }
  const ticks = [1, ...TICKS].flatMap((tick) => [
    text(x(tick), 16, tick === 1 ? 'by hand' : `${tick} ×`, 'note middle'),
    line(x(tick), 24, x(tick), y - 8, tick === 1 ? 'rule' : 'faint'),
  ])
  const told = groups.map(
    ({ what, rows }) => `${what}: ${rows.map(({ name, ratio }) => `${name} ${ratio}`).join(', ')}.`,
  )
  return {
    title: 'Beside other libraries',
    desc: `How many times as long as a function by hand. ${told.join(' ')}`,
    height: y + 14 + NOTES.length * 17,
    parts: [
      ...ticks,
      ...parts,
      ...NOTES.map((note, index) => text(4, y + 14 + index * 17, note, 'note')),
    ],
  }
}
