import { relative } from 'node:path'
import ts from 'typescript'
import { inRepository } from './repository.js'

/** The TypeScript program of some files of the repository, and what its checker knows. */
export function checkedSources(files: readonly string[]) {
  const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, strict: true }
  const program = ts.createProgram(files.map(inRepository), options)
  const checker = program.getTypeChecker()

  const resolved = (symbol: ts.Symbol) =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol

  /** What a file exports, by name, aliases resolved. */
  const exportsOf = (file: string): Map<string, ts.Symbol> => {
    const source = program.getSourceFile(inRepository(file))
    const module = source && checker.getSymbolAtLocation(source)
    const symbols = module ? checker.getExportsOfModule(module) : []
    return new Map(symbols.map((symbol) => [symbol.name, resolved(symbol)]))
  }

  /** The comment of a symbol, without its tags. */
  const commentOf = (symbol: ts.Symbol | undefined): string =>
    ts.displayPartsToString(symbol?.getDocumentationComment(checker))

  /** The version that a symbol's `@since` names. */
  const sinceOf = (symbol: ts.Symbol): string | undefined => {
    const tag = symbol.getJsDocTags(checker).find(({ name }) => name === 'since')
    return tag && ts.displayPartsToString(tag.text)
  }

  /** What a function, a class or the type of a constructor throws by its `@throws` tags. */
  const throwsOf = (symbol: ts.Symbol): string[] => {
    const { members } = symbol
    const made =
      members?.get(ts.InternalSymbolName.Constructor) ?? members?.get(ts.InternalSymbolName.New)
    return (made ?? symbol)
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

  /** The names of the methods of each field of an interface. */
  const methodsOf = (symbol: ts.Symbol | undefined): string[] =>
    symbol
      ? checker
          .getDeclaredTypeOfSymbol(symbol)
          .getProperties()
          .flatMap((field) =>
            checker
              .getTypeOfSymbol(field)
              .getProperties()
              .map(({ name }) => `${field.name}.${name}`),
          )
      : []

  /** Where a symbol is declared: a file of the repository, or `undefined` if it is not in `src`. */
  const homeOf = (symbol: ts.Symbol): string | undefined => {
    const file = symbol.declarations?.[0]?.getSourceFile().fileName
    return file?.startsWith(inRepository('src/')) ? relative(inRepository(''), file) : undefined
  }

  /** The symbols of src that the public signature of a symbol names: written there, or inferred. */
  const namedBy = (symbol: ts.Symbol): Set<ts.Symbol> => {
    const named = new Set<ts.Symbol>()
    const add = (one: ts.Symbol | undefined) => {
      const target = one && resolved(one)
      const isNamed = target && !(target.flags & ts.SymbolFlags.TypeParameter)
      if (isNamed && homeOf(target) !== undefined) named.add(target)
    }

    const visit = (node: ts.Node): void => {
      if (ts.isBlock(node) || isPrivate(node)) return
      if (ts.isTypeReferenceNode(node)) add(checker.getSymbolAtLocation(node.typeName))
      if (ts.isExpressionWithTypeArguments(node)) add(checker.getSymbolAtLocation(node.expression))
      if (ts.isTypeQueryNode(node)) add(checker.getSymbolAtLocation(node.exprName))
      if (isInferred(node)) visitType(checker.getTypeAtLocation(node), new Set())
      ts.forEachChild(node, (child) => {
        if (!ts.isExpression(child) || ts.isExpressionWithTypeArguments(child)) visit(child)
      })
    }

    const visitType = (type: ts.Type, seen: Set<ts.Type>): void => {
      if (seen.has(type)) return
      seen.add(type)
      // Nothing of a primitive has a symbol, and the checker has no public name for what a union consists of.
      const symbol = type.symbol as ts.Symbol | undefined
      const parts = (type as Partial<ts.UnionOrIntersectionType>).types ?? []
      const given = checker.getTypeArguments(type as ts.TypeReference)
      const returned = type.getCallSignatures().map((signature) => signature.getReturnType())
      for (const part of [...(type.aliasTypeArguments ?? []), ...parts, ...given, ...returned]) {
        visitType(part, seen)
      }
      const name = type.aliasSymbol ?? (type.isClassOrInterface() ? symbol : undefined)
      if (name) add(name)
      else if (symbol && homeOf(symbol)) {
        for (const field of type.getProperties()) visitType(checker.getTypeOfSymbol(field), seen)
      }
    }

    for (const declaration of symbol.declarations ?? []) visit(declaration)
    named.delete(symbol)
    return named
  }

  return { exportsOf, commentOf, sinceOf, throwsOf, fieldsOf, methodsOf, homeOf, namedBy }
}

function isPrivate(node: ts.Node): boolean {
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword) ?? false
}

/** Whether a declaration has a type that is not written. */
function isInferred(node: ts.Node): boolean {
  const isTyped =
    ts.isVariableDeclaration(node) || ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)
  return isTyped && node.type === undefined
}
