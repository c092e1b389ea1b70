import { readFileSync } from "node:fs"
import { join } from "node:path"
import * as workflows from ".."

const README = readFileSync(join(__dirname, "../../../README.md"), "utf8")

it("every workflow that is exported is in the README's table", () => {
  const rows = README.split("\n").filter((line) => line.startsWith("| `"))
  const missing = Object.keys(workflows)
    .filter((name) => name.endsWith("Workflow"))
    .filter((name) => !rows.some((row) => row.includes(`\`${name}\``)))

  expect(missing).toEqual([])
})
