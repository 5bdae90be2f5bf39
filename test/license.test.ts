import { expect, test } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import { textOf } from './support/repository.js'

test('users install neverthrow, and nothing else', () => {
  expect(Object.keys(manifest)).not.toContain('dependencies')
  expect(Object.keys(manifest.peerDependencies)).toEqual(['neverthrow'])
})

test.each(['date-fns', '@date-fns/utc'])(
  'the notice of %s, which is bundled, is packed',
  (name) => {
    const notice = textOf(`node_modules/${name}/LICENSE.md`).trim()
    expect(notice).toContain('Copyright (c)')
    expect(textOf('LICENSE')).toContain(`\n${name}\n\n${notice}\n`)
  },
)
