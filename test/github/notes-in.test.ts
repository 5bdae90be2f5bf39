import { expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { textOf } from '../support/repository.js'
import { notesIn } from './notes-in.js'

const CHANGELOG = `# Changelog

All notable changes.

## [0.2.0] - 2027-01-15

### Fixed

- One mistake, of which
  two lines speak.
  - A detail.
- Another one.

A paragraph
of two lines.

## [0.1.0] - 2026-12-01

- The first one.
`

test('the notes are the section of the version, with a line for each item and paragraph', () => {
  expect(notesIn(CHANGELOG, '0.2.0')).toBe(`### Fixed

- One mistake, of which two lines speak.
  - A detail.
- Another one.

A paragraph of two lines.`)
  expect(notesIn(CHANGELOG, '0.1.0')).toBe('- The first one.')
})

test.each(['0.3.0', '0.1', ''])('there are no notes of the version "%s"', (version) => {
  expect(() => notesIn(CHANGELOG, version)).toThrow(`The changelog says nothing of ${version}`)
})

test('the changelog says something of this version', () => {
  expect(notesIn(textOf('CHANGELOG.md'), manifest.version)).toMatch(/^### Added\n\n- \*\*/)
})
