import { textOf } from './repository.js'

/** The rows of the first table that follows a heading, without its head. Cells are trimmed. */
export function tableUnder(page: string, heading: string): string[][] {
  const lines = textOf(page).split('\n')
  const from = lines.indexOf(heading)
  const first = lines.findIndex((line, index) => index > from && line.startsWith('|'))
  const end = lines.findIndex((line, index) => index > first && !line.startsWith('|'))
  return lines.slice(first + 2, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

/** The code in a text that is nothing but `code`, or several such, separated by commas. */
export function codeIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)
}

/** The fenced code blocks of a language, also those that the site shows with the types of names. */
export function blocksIn(page: string, language: string): string[] {
  const fence = new RegExp('^```' + language + '(?: twoslash)?\\n([\\s\\S]*?)^```$', 'gm')
  return [...textOf(page).matchAll(fence)].map(([, code = '']) => code)
}

/** Where the links of a page lead, as they are written. */
export function linksIn(page: string): string[] {
  return [...textOf(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)
}

/** What a link may name behind `#`: the headings of a page. */
export function anchorsIn(page: string): string[] {
  return [...textOf(page).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  )
}
