import { readFileSync } from "node:fs"
import { join } from "node:path"
import ts from "typescript"
import { KINDS } from "../../desk"
import { NAMING_A_KIND_OF_WORK } from "./exceptions"
import { find } from "./read-imports"
import { filesBelow, production, root } from "./source-files"

describe("files", () => {
  it("in a steps/ folder export a step", () => {
    const isStep = (node: ts.Node) =>
      ts.isVariableStatement(node) &&
      node.modifiers?.some(
        ({ kind }) => kind === ts.SyntaxKind.ExportKeyword
      ) &&
      node.declarationList.declarations.some(
        ({ initializer }) =>
          initializer &&
          ts.isCallExpression(initializer) &&
          initializer.expression.getText() === "createStep"
      )
        ? true
        : undefined
    expect(
      production("src")
        .filter((file) => file.includes("/steps/"))
        .filter((file) => !find(file, isStep).length)
    ).toEqual([])
  })

  it("are not called utils, helpers or the like", () => {
    const vague = /(^|[/.-])(utils?|helpers?|common|misc|manager|data)([/.-]|$)/
    expect(
      filesBelow(
        "src",
        "admin",
        "demo",
        "benchmarks",
        "integration-tests"
      ).filter((path) => vague.test(path))
    ).toEqual([])
  })

  it("mention a kind of work only in its declaration, its handlers and its part of the dashboard", () => {
    const home =
      /^(src|admin)\/desk\/|^admin\/(shortage|delivery-window)\/|^src\/workflows\/[^/]+\/([^/]+-)?handlers(\.ts|\/)/
    const types = KINDS.flatMap(({ task_types = [] }) => task_types)
    const kinds = new RegExp(types.map(({ type }) => type).join("|"))
    expect(
      filesBelow("src", "admin")
        .filter((path) => !home.test(path) && !path.includes("__tests__"))
        .filter((path) => kinds.test(readFileSync(join(root, path), "utf8")))
    ).toEqual(NAMING_A_KIND_OF_WORK)
  })
})
