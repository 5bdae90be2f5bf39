import { expect, test } from 'vitest'
import { draftHasNoLink } from '../../src/rules/draft-has-no-link.js'

test('a link in the text is denied, with its place', () => {
  expect(draftHasNoLink({ text: 'Mehr auf https://chess.example/join.' })).toEqual({
    type: 'LinkInText',
    link: 'https://chess.example/join',
    index: 9,
  })
})

test('of several, the denial has the first, in the subject before the text', () => {
  expect(draftHasNoLink({ subject: 'www.chess.example', text: 'siehe elbschach.de' })).toEqual({
    type: 'LinkInText',
    link: 'www.chess.example',
    index: 0,
    field: 'subject',
  })
})

test('a draft without links is allowed', () => {
  expect(draftHasNoLink({ text: 'Mehr, wenn wir uns sehen.' })).toBeUndefined()
})
