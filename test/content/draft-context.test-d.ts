import {
  createTermScreener,
  type FindMentions,
  findMentions,
  type Screen,
  screenText,
} from 'group-invitations/content'
import { expectTypeOf, test } from 'vitest'

test('a service’s own screen may answer at once or later', () => {
  const screens: readonly Screen[] = [
    () => [],
    () => Promise.resolve([{ category: 'spam', term: 'x', index: 0 }]),
    () => [{ category: 'spam', term: 'x', index: 0, certainty: 'suspected' }],
    () => [{ category: 'harassment', term: 'x', index: 0 }],
    // @ts-expect-error -- a category is a string
    () => [{ category: 7, term: 'x', index: 0 }],
    // @ts-expect-error -- no such certainty
    () => [{ category: 'spam', term: 'x', index: 0, certainty: 'likely' }],
  ]
  expectTypeOf(screens).items.toEqualTypeOf<Screen>()
})

test('the built-in functions may be wrapped, as they have the shape of the options', () => {
  expectTypeOf(createTermScreener({ terms: [] })).toExtend<Screen>()
  expectTypeOf(screenText).toExtend<Screen>()
  expectTypeOf(findMentions).toExtend<FindMentions>()
})
