import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import * as workflows from ".."
import { SCRIPT_VARIABLES } from "../../modules/follow-up/scripts/variables"

const root = join(__dirname, "../../..")
const docs = readdirSync(join(root, "docs"))
  .filter((name) => name.endsWith(".md"))
  .map((name) => join("docs", name))
const pages = new Map(
  ["README.md", ...docs].map((path) => [
    path,
    readFileSync(join(root, path), "utf8"),
  ])
)
const rows = [...pages.values()]
  .flatMap((page) => page.split("\n"))
  .filter((line) => line.startsWith("| `"))

const undocumented = (names: string[]) =>
  names.filter((name) => !rows.some((row) => row.includes(`\`${name}\``)))

it("every workflow that is exported is in a table of the documentation", () => {
  expect(
    undocumented(
      Object.keys(workflows).filter((name) => name.endsWith("Workflow"))
    )
  ).toEqual([])
})

it("every variable of a script is in a table of the documentation", () => {
  expect(undocumented(SCRIPT_VARIABLES.map(({ name }) => name))).toEqual([])
})

const LINK = /\]\((?!https?:)([^)\s]*)\)/g

/** As GitHub makes the anchor of a heading. */
const anchorsOf = (page: string) =>
  [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, "")
      .replaceAll(" ", "-")
  )

it.each([...pages])("every link of %s leads somewhere", (path, page) => {
  const broken = [...page.matchAll(LINK)]
    .map(([, link = ""]) => link)
    .filter((link) => {
      const [file = "", anchor] = link.split("#")
      const target = file ? join(path, "..", file) : path
      try {
        const text = readFileSync(join(root, target), "utf8")
        return anchor !== undefined && !anchorsOf(text).includes(anchor)
      } catch {
        return true
      }
    })
  expect(broken).toEqual([])
})

it("the README leads to every page", () => {
  expect(
    docs.filter((path) => !pages.get("README.md")?.includes(path))
  ).toEqual([])
})
