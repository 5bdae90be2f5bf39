import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { filesBelow, textOf } from '../support/repository.js'

const PAGES = ['README.md', ...filesBelow('docs', '.md')]

/** The pictures that pages show: the file, and what stands for it to someone who does not see it. */
const shown = PAGES.flatMap((page) =>
  [...textOf(page).matchAll(/!\[([^\]]*)\]\(([^)\s]+)\)/g)]
    .filter(([, , target = '']) => !target.startsWith('https://'))
    .map(([, alt = '', target = '']) => ({
      file: posix.join(posix.dirname(page), target),
      alt,
    })),
)

test('each picture is shown by a page, and each picture that a page shows exists', () => {
  const files = [...new Set(shown.map(({ file }) => file))]
  expect(files.sort()).toEqual(filesBelow('docs/pictures', '.svg'))
})

test('the words for a picture say what it shows', () => {
  expect(shown.filter(({ alt }) => alt.split(' ').length < 5)).toEqual([])
})
