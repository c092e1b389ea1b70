import ts from "typescript"
import { READS_IN_ENTRY_POINTS } from "./exceptions"
import { breaking } from "./layout"
import { find, type Import, listed } from "./read-imports"
import { partOf } from "./parts"
import { production } from "./source-files"

describe("api, subscribers and jobs", () => {
  /** The code, where it reads from Medusa. */
  const reads = (node: ts.Node): string | undefined => {
    if (ts.isPropertyAccessExpression(node)) {
      const text = node.getText()
      return /^Modules\.\w+$/.test(text) ||
        /^ContainerRegistrationKeys\.(QUERY|REMOTE_QUERY|PG_CONNECTION)$/.test(
          text
        ) ||
        node.name.text === "graph"
        ? text.replace(/\s+/g, "")
        : undefined
    }
    if (ts.isCallExpression(node) && node.arguments[0]) {
      const byName = ts.isStringLiteralLike(node.arguments[0])
      return byName && /\.resolve$/.test(node.expression.getText())
        ? node.getText()
        : undefined
    }
    return ts.isImportDeclaration(node) &&
      /core-flows/.test(node.moduleSpecifier.getText())
      ? node.moduleSpecifier.getText()
      : undefined
  }

  it("do not read from Medusa themselves", () => {
    const files = production("src/api", "src/subscribers", "src/jobs")
    expect(
      listed(
        files.flatMap((file) =>
          find(file, reads).map((what) => `${file} uses ${what}`)
        )
      )
    ).toEqual(READS_IN_ENTRY_POINTS)
  })
})

describe("workflows, modules and declarations", () => {
  const queries = (node: ts.Node) =>
    ts.isPropertyAccessExpression(node) && node.name.text === "graph"
      ? node.getText().replace(/\s+/g, "")
      : undefined

  it("query Medusa through shop/ only", () => {
    expect(
      production("src/workflows", "src/modules", "src/desk").filter(
        (file) => find(file, queries).length > 0
      )
    ).toEqual([])
  })
})

describe("Medusa's own workflows", () => {
  /** Each hook takes one handler only, which may be the shop's. */
  const consumed = (node: ts.Node): string | undefined =>
    ts.isCallExpression(node) &&
    /[Ww]orkflow\.hooks\b/.test(node.expression.getText())
      ? node.expression.getText()
      : undefined

  it("have none of their hooks consumed", () => {
    expect(
      production("src").flatMap((file) =>
        find(file, consumed).map((what) => `${file} consumes ${what}`)
      )
    ).toEqual([])
  })
})

describe("the dashboard", () => {
  it("imports only HTTP types, a calendar's definition and how money is written from the server", () => {
    const known = ({ target, typeOnly }: Import) =>
      (/^src\/api\/(.+\/)?types\.ts$/.test(target) && typeOnly) ||
      target === "src/business-time/definition.ts" ||
      target === "src/money.ts"
    expect(
      breaking(
        (each) =>
          partOf(each.file) === "admin" &&
          each.target.startsWith("src/") &&
          !known(each)
      )
    ).toEqual([])
  })

  const entries = production("src/admin/widgets", "src/admin/routes")

  it("has entries that import from admin/ only", () => {
    expect(
      breaking(
        ({ file, target, ours }) =>
          partOf(file) === "src/admin" && ours && partOf(target) !== "admin"
      )
    ).toEqual([])
  })

  it("has entries without markup or hooks of their own", () => {
    const work = (node: ts.Node) => {
      const element =
        ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)
      const name = element
        ? node.tagName.getText()
        : ts.isCallExpression(node)
          ? node.expression.getText()
          : ""
      return (element ? /^[a-z]/ : /^use[A-Z]/).test(name) ? name : undefined
    }
    expect(
      entries.flatMap((file) =>
        find(file, work).map((name) => `${file} has ${name}`)
      )
    ).toEqual([])
  })
})
