import { VALUES_FROM_SHOP } from "./exceptions"
import { breaking, imports, moduleOf } from "./layout"
import { type Import, listed } from "./read-imports"
import { LAYERS, MODULE_LAYERS, partOf, partsOf } from "./parts"

describe("imports go down the layers", () => {
  const layerOf = (layers: string[][], part: string) => {
    const layer = layers.findIndex((parts) => parts.includes(part))
    if (layer < 0) {
      throw new Error(`${part} is in no layer: add it to parts.ts`)
    }
    return layer
  }
  const upOrAcross =
    (layers: string[][], part: (file: string) => string | null) =>
    ({ file, target, ours }: Import) => {
      const [from, to] = [part(file), ours ? part(target) : null]
      return (
        from !== null &&
        to !== null &&
        from !== to &&
        layerOf(layers, from) >= layerOf(layers, to)
      )
    }

  it("of the plugin", () => {
    expect(breaking(upOrAcross(LAYERS, partOf))).toEqual([])
  })

  it.each(Object.entries(MODULE_LAYERS))("of the module %s", (name, layers) => {
    expect(breaking(upOrAcross(layers, partsOf(name)))).toEqual([])
  })

  it("of every module", () => {
    const modules = imports.flatMap(({ file }) => moduleOf(file) ?? [])
    expect(listed(modules)).toEqual(Object.keys(MODULE_LAYERS).sort())
  })
})

describe("modules", () => {
  it("do not import one another", () => {
    expect(
      breaking(({ file, target }) => {
        const [from, to] = [moduleOf(file), moduleOf(target)]
        return from !== undefined && to !== undefined && from !== to
      })
    ).toEqual([])
  })

  it("are imported through their index.ts only", () => {
    expect(
      breaking(({ file, target }) => {
        const imported = moduleOf(target)
        return (
          imported !== undefined &&
          imported !== moduleOf(file) &&
          target !== `src/modules/${imported}/index.ts`
        )
      })
    ).toEqual([])
  })

  it("import nothing but types from shop/", () => {
    expect(
      breaking(
        ({ file, target, typeOnly }) =>
          moduleOf(file) !== undefined && partOf(target) === "shop" && !typeOnly
      )
    ).toEqual(VALUES_FROM_SHOP)
  })
})

describe("the lower layers", () => {
  it.each(["shop", "postgres"])(
    "import no module, workflow or entry point: %s",
    (part) => {
      expect(
        breaking(
          ({ file, target }) =>
            partOf(file) === part &&
            /^src\/(modules|workflows|api|subscribers|jobs)\//.test(target)
        )
      ).toEqual([])
    }
  )

  it("import nothing of ours and nothing of Medusa: business-time", () => {
    expect(
      breaking(
        ({ file, target, ours }) =>
          partOf(file) === "business-time" &&
          (ours
            ? partOf(target) !== "business-time"
            : target.startsWith("@medusajs/"))
      )
    ).toEqual([])
  })
})
