import type { ContractCase } from 'group-invitations/testing'

/** The identifiers of the cases that fail, in their order. */
export async function failedCases(cases: readonly ContractCase[]): Promise<readonly string[]> {
  const failed: string[] = []
  for (const { id, run } of cases) {
    try {
      await run()
    } catch {
      failed.push(id)
    }
  }
  return failed
}
