import { Hono } from 'hono'
import { denialCounter } from '../counting-denials.js'

/**
 * Counts denials in memory, and serves the counters to a scraper, in the text format of Prometheus.
 *
 * The types are the real ones, and some are private to the recipient. So the routes belong to a port that only the
 * service's own network reaches, and never to the routes of the members.
 */
export function denialMetrics() {
  const sums = new Map<string, number>()
  const count = denialCounter({
    add: (value, { type }) => void sums.set(type, (sums.get(type) ?? 0) + value),
  })
  const routes = new Hono().get('/metrics', (c) => {
    const lines = [...sums].map(([type, sum]) => `${NAME}{type="${type}"} ${sum}\n`)
    return c.text(`# TYPE ${NAME} counter\n${lines.join('')}`, 200, {
      'Content-Type': 'text/plain; version=0.0.4',
    })
  })
  return { count, routes }
}

const NAME = 'invitation_denials_total'
