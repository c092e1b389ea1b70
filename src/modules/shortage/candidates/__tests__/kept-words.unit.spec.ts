import type { CatalogueWords } from "../catalogue-words"
import { KeptWords } from "../kept-words"

const words = (variants: number): CatalogueWords => ({
  variants,
  countOf: () => 1,
  rarity: () => 1,
  traitRarity: () => 1,
  isKind: () => false,
  isBrand: () => false,
  valuesOf: () => [],
})

describe("the words of the catalogue", () => {
  it("are counted once for all who ask at once", async () => {
    let counts = 0
    const kept = new KeptWords(async () => words((counts += 1)))
    const [one, other] = await Promise.all([kept.words(), kept.words()])

    expect([one.variants, other.variants]).toEqual([1, 1])
  })

  it("are counted again after a failure", async () => {
    let isDown = true
    const kept = new KeptWords(async () => {
      if (isDown) throw new Error("no connection")
      return words(7)
    })
    await expect(kept.words()).rejects.toThrow("no connection")
    isDown = false
    expect((await kept.words()).variants).toBe(7)
  })
})
