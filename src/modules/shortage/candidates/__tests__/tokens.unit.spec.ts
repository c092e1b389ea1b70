import { describe as described } from "../../alternatives/description"
import type { CatalogueVariant } from "../../alternatives/product"
import { revived, stored } from "../../alternatives/stored-description"
import { tokensOf, tokensToAsk } from "../tokens"

const variant = (
  title: string,
  rest: Partial<CatalogueVariant> = {}
): CatalogueVariant => ({
  id: title,
  product_id: title,
  title,
  options: {},
  other_option_values: [],
  category: [],
  type: null,
  tags: [],
  attributes: {},
  ...rest,
})

const tokens = (title: string) => tokensOf(described(variant(title)))
const shared = (one: string, other: string) =>
  tokens(one).filter((token) => tokens(other).includes(token))

describe("the tokens of a variant", () => {
  it("find what is written in another language, alphabet or form", () => {
    expect(shared("Чайник електричний", "Чайники электрические")).not.toEqual(
      []
    )
    expect(shared("Ковдра 200х220", "Одеяло")).not.toEqual([])
    expect(shared("Електрочайник 1,7 л", "Kettle 1700 ml")).not.toEqual([])
  })

  it("find nothing in common where there is nothing", () => {
    expect(shared("Ковдра", "Дриль")).toEqual([])
  })

  it("are asked for from the rarest on, until they would find too much", () => {
    const description = described(variant("Чайник Alba"))
    const [rare = "", ...others] = tokensOf(description)
    const asked = (common: number) =>
      tokensToAsk(
        description,
        (token) => (token === rare ? 1 : common),
        100_000
      ).map(({ token }) => token)

    expect(asked(10)).toEqual(expect.arrayContaining([rare, ...others]))
    expect(asked(50_000)).toEqual([rare])
  })
})

describe("a description that was stored", () => {
  it("is the same when it is read again", () => {
    const one = variant("Чайник Alba 1,7 л, сталь, для дому", {
      options: { Колір: "Чорний" },
      category: ["Кухня", "Чайники"],
      type: "Електрочайник",
      attributes: { brand: "Alba", voltage: "220-240 В" },
    })
    const description = described(one)
    const read: unknown = JSON.parse(JSON.stringify(stored(description)))
    expect(revived(read as ReturnType<typeof stored>, one)).toEqual(description)
  })
})
