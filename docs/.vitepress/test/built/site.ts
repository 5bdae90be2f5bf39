import { statSync } from 'node:fs'
import { posix } from 'node:path'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { filesBelow, inRepository, textOf } from '../../../../test/support/repository.js'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

const DIST = 'docs/.vitepress/dist'

/** A page of the site as it was built: its address, and its elements. */
export interface BuiltPage {
  readonly url: string
  readonly elements: readonly Element[]
}

export const builtPages = (): readonly BuiltPage[] =>
  filesBelow(DIST, '.html').map((file) => ({
    url: file.slice(DIST.length).replace(/(index)?\.html$/, ''),
    elements: elementsIn(parse(textOf(file))),
  }))

/** Whether the build wrote such a file, which is no page: a picture, a script. */
export const isFile = (path: string) =>
  statSync(inRepository(DIST + posix.normalize(path)), { throwIfNoEntry: false })?.isFile() === true

export const textOfFile = (path: string) => textOf(DIST + path)

export const attributeOf = (element: Element, name: string) =>
  element.attrs.find((attribute) => attribute.name === name)?.value

function elementsIn(node: Node): Element[] {
  const children = 'childNodes' in node ? node.childNodes.flatMap(elementsIn) : []
  return 'tagName' in node ? [node, ...children] : children
}
