import { expect, test } from 'vitest'
import { draftHasNoLink } from '../../src/rules/draft-has-no-link.js'

test('a link in the text is told with its place', () => {
  expect(draftHasNoLink({ text: 'Mehr auf https://chess.example/join.' })).toEqual({
    type: 'LinkInText',
    link: 'https://chess.example/join',
    index: 9,
  })
})

test('the subject’s is told before the text’s', () => {
  expect(draftHasNoLink({ subject: 'www.chess.example', text: 'siehe elbschach.de' })).toEqual({
    type: 'LinkInText',
    link: 'www.chess.example',
    index: 0,
    field: 'subject',
  })
})

test('silent without one', () => {
  expect(draftHasNoLink({ text: 'Mehr, wenn wir uns sehen.' })).toBeUndefined()
})
