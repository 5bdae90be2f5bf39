import ts from 'typescript'

/** The TypeScript program of the library's entry points, and what its checker knows. */
export function checkedSources(entries: readonly string[]) {
  const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, strict: true }
  const program = ts.createProgram(entries, options)
  const checker = program.getTypeChecker()

  /** What a file exports, by name, aliases resolved. */
  const exportsOf = (file: string): Map<string, ts.Symbol> => {
    const source = program.getSourceFile(file)
    const module = source && checker.getSymbolAtLocation(source)
    const symbols = module ? checker.getExportsOfModule(module) : []
    return new Map(
      symbols.map((symbol) => [
        symbol.name,
        symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
      ]),
    )
  }

  /** The comment of a symbol, without its tags. */
  const commentOf = (symbol: ts.Symbol | undefined): string =>
    ts.displayPartsToString(symbol?.getDocumentationComment(checker))

  /** The version that a symbol's `@since` names. */
  const sinceOf = (symbol: ts.Symbol): string | undefined => {
    const tag = symbol.getJsDocTags(checker).find(({ name }) => name === 'since')
    return tag && ts.displayPartsToString(tag.text)
  }

  /** What a function, or the constructor of a class, throws by its `@throws` tags. */
  const throwsOf = (symbol: ts.Symbol): string[] => {
    const made = symbol.members?.get(ts.InternalSymbolName.Constructor) ?? symbol
    return made
      .getJsDocTags(checker)
      .flatMap(({ name, text }) => (name === 'throws' ? [ts.displayPartsToString(text)] : []))
  }

  /** The names of an interface's fields, inherited ones behind its own. */
  const fieldsOf = (symbol: ts.Symbol | undefined): string[] =>
    symbol
      ? checker
          .getDeclaredTypeOfSymbol(symbol)
          .getProperties()
          .map(({ name }) => name)
      : []

  return { exportsOf, commentOf, sinceOf, throwsOf, fieldsOf }
}
