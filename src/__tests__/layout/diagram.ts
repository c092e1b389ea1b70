import { readFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "./source-files"

const PAGE = "docs/architecture.md"

/** A node such as `task["task<br/>the life of a task"]`: its id, and the part. */
const NODE = /([\w-]+)[[(]+"([^"<]+)[^"]*"[\])]+/g

/**
 * The arrows of a Mermaid diagram, as names of parts. Understands the syntax
 * that the page uses: nodes with quoted labels, and `a & b --> c & d`.
 *
 * @param heading the heading above the diagram
 */
export function arrowsInDiagram(heading: string): Set<string> {
  const [, below] = readFileSync(join(root, PAGE), "utf8").split(
    `\n## ${heading}\n`
  )
  const diagram = below?.split("```mermaid\n")[1]?.split("```")[0]
  if (!diagram) {
    throw new Error(`${PAGE} has no diagram under "${heading}"`)
  }
  const parts = new Map(
    [...diagram.matchAll(NODE)].map(([, id, part]) => [id, part?.trim()])
  )
  const named = (side = "") =>
    side.split("&").map((id) => {
      const part = parts.get(id.trim())
      if (!part) {
        throw new Error(
          `${PAGE} has an arrow to or from ${id.trim()}, which has no node`
        )
      }
      return part
    })
  return new Set(
    diagram
      .split("\n")
      .filter((line) => line.includes("-->"))
      .flatMap((line) => {
        const [from, to] = line.split("-->")
        return named(from).flatMap((a) => named(to).map((b) => `${a} → ${b}`))
      })
  )
}
