import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/** An HTML page as a browser parses it. */
export function pageOf(html: string) {
  return explored(parse(html))
}

/** An HTML fragment as a browser parses it. */
export function fragmentOf(html: string) {
  return explored(parseFragment(html))
}

function explored(root: Node) {
  const all = [...elementsUnder(root)]
  const named = (tagName: string) => all.filter((element) => element.tagName === tagName)
  return {
    /** The names of all elements, each once, sorted. */
    tagNames: [...new Set(all.map(({ tagName }) => tagName))].sort(),
    /** The attributes that any element has, each once, sorted. */
    attributeNames: [...new Set(all.flatMap(({ attrs }) => attrs.map(({ name }) => name)))].sort(),
    /** The classes that any element has. */
    classNames: all.flatMap(({ attrs }) =>
      attrs.flatMap(({ name, value }) => (name === 'class' ? value.split(' ') : [])),
    ),
    /** The text of each element of a name, `<br>` as a line feed. */
    textsOf: (tagName: string) => named(tagName).map(textOf),
    /** An attribute of each element of a name. */
    attributesOf: (tagName: string, attribute: string) =>
      named(tagName).map(({ attrs }) => attrs.find(({ name }) => name === attribute)?.value),
    /** Each run of text by itself, as programs that look for addresses see it; but for links and the title. */
    runsOfText: runsUnder(root),
  }
}

function childrenOf(node: Node): readonly Node[] {
  return 'childNodes' in node ? node.childNodes : []
}

function* elementsUnder(node: Node): Generator<Element> {
  for (const child of childrenOf(node)) {
    if ('tagName' in child) yield child
    yield* elementsUnder(child)
  }
}

function textOf(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value
  if (node.nodeName === 'br') return '\n'
  return childrenOf(node).map(textOf).join('')
}

function runsUnder(node: Node): string[] {
  if (node.nodeName === '#text' && 'value' in node) return [node.value]
  return ['a', 'style', 'title'].includes(node.nodeName) ? [] : childrenOf(node).flatMap(runsUnder)
}
