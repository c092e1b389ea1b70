import { readFileSync } from "node:fs"
import { join } from "node:path"
import ts from "typescript"
import { resolveImport, root } from "./source-files"

export type Import = {
  file: string
  /** The imported file as a path from the root, or the package as written. */
  target: string
  ours: boolean
  /** Erased by the compiler. */
  typeOnly: boolean
}

export function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(
    file,
    readFileSync(join(root, file), "utf8"),
    ts.ScriptTarget.Latest,
    true
  )
}

/** What `pick` returns for the nodes of a file, without `undefined`. */
export function find<Found>(
  file: string,
  pick: (node: ts.Node) => Found | undefined
): Found[] {
  const found: Found[] = []
  const visit = (node: ts.Node) => {
    const picked = pick(node)
    if (picked !== undefined) {
      found.push(picked)
    }
    ts.forEachChild(node, visit)
  }
  visit(parse(file))
  return found
}

const textOf = (node: ts.Node | undefined) =>
  node && ts.isStringLiteralLike(node) ? node.text : undefined

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration) {
  if (ts.isExportDeclaration(node)) {
    return node.isTypeOnly
  }
  const { importClause: clause } = node
  if (!clause || clause.name) {
    return clause?.isTypeOnly ?? false
  }
  const names = clause.namedBindings
  return (
    clause.isTypeOnly ||
    (names !== undefined &&
      ts.isNamedImports(names) &&
      names.elements.every((name) => name.isTypeOnly))
  )
}

function written(node: ts.Node): { from?: string; typeOnly: boolean } {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    return { from: textOf(node.moduleSpecifier), typeOnly: isTypeOnly(node) }
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return { from: textOf(node.argument.literal), typeOnly: true }
  }
  const loads =
    ts.isCallExpression(node) &&
    (node.expression.kind === ts.SyntaxKind.ImportKeyword ||
      /^require(\.resolve)?$/.test(node.expression.getText()))
  return {
    from: loads ? textOf(node.arguments[0]) : undefined,
    typeOnly: false,
  }
}

/** A file's imports, re-exports, dynamic imports and import types. */
export function importsOf(file: string): Import[] {
  return find(file, (node) => {
    const { from, typeOnly } = written(node)
    if (from === undefined) {
      return undefined
    }
    const ours = from.startsWith(".")
    const target = ours ? resolveImport(file, from) : from
    return { file, target, ours, typeOnly }
  })
}

/** Without duplicates, sorted. */
export const listed = (texts: Iterable<string>) => [...new Set(texts)].sort()
