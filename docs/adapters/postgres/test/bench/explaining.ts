import { type ClientBase, escapeLiteral } from 'pg'
import type { Database } from '../../database.js'

/** What the server did for a statement, by its own account. */
export interface Explained {
  /** Pages of 8 kB, of the shared memory or of the disk. */
  readonly buffers: number
  readonly ms: number
}

interface Plan {
  readonly 'Shared Hit Blocks': number
  readonly 'Shared Read Blocks': number
  readonly 'CTE Name'?: string
  readonly 'Subplan Name'?: string
  readonly Plans?: readonly Plan[]
}

interface PlanRow {
  readonly 'QUERY PLAN': readonly [
    { readonly Plan: Plan; readonly 'Planning Time': number; readonly 'Execution Time': number },
  ]
}

// From the sixth time on a prepared statement may keep one plan for all parameters.
const TIMES = 10

/** A database on which each statement is prepared, explained, and taken back. */
export function explaining(
  client: ClientBase,
  report: (sql: string, explained: Explained) => void,
): Database {
  return {
    async query<Row>(sql: string, parameters: unknown[] = []) {
      const all: Explained[] = []
      await client.query(`PREPARE explained AS ${sql}`)
      const execute = `EXECUTE explained (${parameters.map(literalOf).join(', ')})`
      for (let time = 0; time < TIMES; time += 1) {
        await client.query('BEGIN')
        const { rows } = await client.query<PlanRow>(
          `EXPLAIN (ANALYZE, BUFFERS, TIMING off, FORMAT json) ${execute}`,
        )
        await client.query('ROLLBACK')
        const [plan] = rows[0]?.['QUERY PLAN'] ?? []
        if (!plan) throw new Error('There is no plan')
        const ms = plan['Planning Time'] + plan['Execution Time']
        all.push({ buffers: buffersOf(plan.Plan), ms })
      }
      await client.query('DEALLOCATE explained')
      const last = all.slice(TIMES / 2)
      report(sql, {
        buffers: Math.max(...last.map(({ buffers }) => buffers)),
        ms: Number(Math.min(...last.map(({ ms }) => ms)).toFixed(3)),
      })
      await client.query('BEGIN')
      const { rows } = await client.query(sql, parameters)
      await client.query('ROLLBACK')
      // The rows are what the statement says.
      return { rows: rows as Row[] }
    },
  }
}

/** A CTE that writes, and that nothing reads, runs after the plan, and is not counted in it. */
function buffersOf(plan: Plan): number {
  const all = nodesOf(plan)
  const isRead = new Set(all.map((node) => node['CTE Name']))
  const unread = all.filter((node) => {
    const name = node['Subplan Name']
    return name?.startsWith('CTE ') && !isRead.has(name.slice(4))
  })
  return [plan, ...unread].reduce(
    (sum, node) => sum + node['Shared Hit Blocks'] + node['Shared Read Blocks'],
    0,
  )
}

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)]

function literalOf(value: unknown): string {
  if (value === null || value === undefined) return 'NULL'
  if (Array.isArray(value)) return `ARRAY[${value.map(literalOf).join(', ')}]::text[]`
  if (value instanceof Date) return escapeLiteral(value.toISOString())
  if (typeof value === 'string' || typeof value === 'number') return escapeLiteral(`${value}`)
  throw new TypeError(`No statement of a send has a parameter of the type ${typeof value}`)
}
