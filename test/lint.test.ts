import { ESLint } from 'eslint'
import { expect, test } from 'vitest'
import { inRepository } from './support/repository.js'

/** The rules that the linter finds broken in a body that uses the library, put in the place of an existing file. */
async function rulesBrokenBy(body: string): Promise<(string | null)[]> {
  const source = `
    import { decide } from '../decision/decide.js'
    import type { InvitationPolicy } from '../policy/invitation-policy.js'

    type Parameter = Parameters<typeof decide>
    export const use = async (policy: InvitationPolicy, request: Parameter[0], facts: Parameter[1]) => {
      ${body}
      return (await policy.evaluate(request)).isOk() && decide(request, facts).isOk()
    }`
  const eslint = new ESLint({ cwd: inRepository('') })
  const [result] = await eslint.lintText(source, {
    filePath: inRepository('src/service/invitation-of.ts'),
  })
  return (result?.messages ?? []).map(({ ruleId }) => ruleId)
}

test.each([
  ['nothing dropped', '', []],
  ['a Result', 'decide(request, facts)', ['neverthrow/must-consume-result']],
  ['a Result awaited', 'await policy.evaluate(request)', ['neverthrow/must-consume-result']],
  ['a promise', 'policy.evaluate(request)', ['@typescript-eslint/no-floating-promises']],
])('the linter sees what is dropped: %s', async (_case, body, rules) => {
  expect(await rulesBrokenBy(body)).toEqual(rules)
})
