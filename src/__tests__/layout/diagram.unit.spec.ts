import { imports, told } from "./layout"
import { arrowsInDiagram } from "./diagram"
import { type Import, listed } from "./read-imports"
import { partOf, partsOf } from "./parts"

/** The arrows between parts, each with one import behind it. */
function arrowsInCode(
  part: (file: string) => string | null
): Map<string, Import> {
  const arrows = new Map<string, Import>()
  for (const each of imports.filter(({ ours }) => ours)) {
    const [from, to] = [part(each.file), part(each.target)]
    if (from && to && from !== to) {
      arrows.set(`${from} → ${to}`, each)
    }
  }
  return arrows
}

describe.each([
  ["Overview", partOf],
  ["Inside the follow-up module", partsOf("follow-up")],
])("the diagram %j", (heading, part) => {
  const drawn = arrowsInDiagram(heading)
  const real = arrowsInCode(part)

  it("has an arrow for every import", () => {
    const missing = [...real].filter(([arrow]) => !drawn.has(arrow))

    expect(
      listed(missing.map(([arrow, example]) => `${arrow}: ${told(example)}`))
    ).toEqual([])
  })

  it("has no arrow without an import", () => {
    expect(listed(drawn).filter((arrow) => !real.has(arrow))).toEqual([])
  })
})
