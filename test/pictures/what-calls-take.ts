import { figures } from '../bench/figures.json' with { type: 'json' }
import { tableUnder } from '../support/markdown.js'
import { textOf } from '../support/repository.js'
import { circle, type Drawing, line, text, WIDTH } from './drawing.js'
import { logScale } from './scale.js'

const PAGE = 'docs/performance.md'
const ROW = 38

interface Time {
  readonly name: string
  readonly took: string
  /** In microseconds. */
  readonly value: number
  readonly isOwn: boolean
}

/** What the page compares the times with. */
function references(): readonly Time[] {
  const sentence = /about (\d+ µs) for an HTTP request, and about (\d+ µs) for a query/.exec(
    textOf(PAGE),
  )
  const [, request, query] = sentence ?? []
  if (request === undefined || query === undefined) {
    throw new Error(`${PAGE} does not say what a request and a query take`)
  }
  return [
    { name: 'for comparison: an HTTP request', took: request },
    { name: 'for comparison: a query by pg', took: query },
  ].map(({ name, took }) => ({ name, took, value: inMicroseconds(took), isOwn: false }))
}

/** The times of the page that the bench has measured. */
function times(): readonly Time[] {
  return tableUnder(PAGE, '## What is felt where').flatMap(([name = '']) => {
    const took = figures.find(({ what }) => what === name)?.took
    return took === undefined ? [] : [{ name, took, value: inMicroseconds(took), isOwn: true }]
  })
}

function inMicroseconds(took: string): number {
  const [value, unit] = took.split(' ')
  const scale = { µs: 1, ms: 1000 }[unit ?? '']
  if (scale === undefined) throw new Error(`${took} is no time`)
  return Number(value) * scale
}

/** What the calls take that a service may feel, beside what it does anyway. */
export function whatCallsTake(): Drawing {
  const rows = [...references(), ...times()].sort((a, b) => a.value - b.value)
  const x = logScale(10, 100_000, 4, WIDTH - 76)
  const ticks = [10, 100, 1000, 10_000, 100_000]
  const scale = ticks.map((tick) => {
    const words = tick < 1000 ? `${tick} µs` : `${tick / 1000} ms`
    return text(x(tick), 16 + rows.length * ROW, words, tick === 10 ? 'note' : 'note middle')
  })
  const drawn = rows.flatMap(({ name, took, value, isOwn }, index) => {
    const y = 17 + index * ROW
    return [
      text(4, y, name, isOwn ? '' : 'muted'),
      ...ticks.map((tick) => line(x(tick), y + 6, x(tick), y + 20, 'faint')),
      line(x(10), y + 13, x(value), y + 13, isOwn ? 'way mark' : 'way'),
      circle(x(value), y + 13, 5, isOwn ? 'mark' : 'tip'),
      text(WIDTH - 4, y + 17, took, isOwn ? 'end' : 'muted end'),
    ]
  })
  return {
    title: 'What calls take',
    desc: rows.map(({ name, took }) => `${name}: ${took}.`).join(' '),
    height: 24 + rows.length * ROW,
    parts: [...drawn, ...scale],
  }
}
