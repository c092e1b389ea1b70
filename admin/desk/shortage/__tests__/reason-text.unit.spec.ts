import type { AdminAlternative } from "../../../../src/api/admin/shortages/types"
import { textIn } from "../../../refusals/__tests__/a-text"
import { cautionText, reasonText } from "../reason-text"

const steel: AdminAlternative = {
  variant_id: "variant_1",
  product_id: "prod_1",
  title: "Kettle Boro",
  variant_title: null,
  sku: "STEEL",
  thumbnail: null,
  units: 1,
  unit_price: 1249,
  is_tax_inclusive: true,
  total: 1249,
  price_difference: 50,
  free_units: 14,
  location_id: "sloc_1",
  reasons: [
    { code: "same_quantity", dimension: "volume", value: 1.7 },
    { code: "same_trait", trait: "material", value: "steel" },
    { code: "price_difference", amount: 50 },
    { code: "in_stock", units: 14 },
  ],
  score: 0.8,
  cautions: [],
  answers: { accepted: 0, refused: 0 },
}

describe("why a variant is offered", () => {
  it.each([
    ["en", "same volume and material, ₴50 dearer, 14 in stock"],
    ["uk", "те саме: об’єм і матеріал, на 50 ₴ дорожче, на складі 14"],
    ["ru", "то же: объём и материал, на 50 ₴ дороже, на складе 14"],
    ["bg", "еднакво: обем и материал, с 50 UAH по-скъпо, 14 в наличност"],
  ] as const)("is said in words in %s", (language, words) => {
    const said = reasonText(textIn(language), steel, 1, "UAH")
    expect(said.replace(/\s/g, " ")).toBe(words)
  })

  it("says how many stand for how many, what is cheaper, and what others answered", () => {
    const t = textIn("en")
    expect(
      reasonText(
        t,
        {
          ...steel,
          units: 3,
          reasons: [
            { code: "pinned" },
            { code: "same_type", type: "Water" },
            { code: "price_difference", amount: -4 },
          ],
          answers: { accepted: 3, refused: 1 },
        },
        6,
        "EUR"
      )
    ).toBe(
      "chosen by the shop, same kind, 3 in place of 6, €4 cheaper, taken by 3 of 4"
    )
  })

  it("comes with what speaks against what was sought", () => {
    expect(
      cautionText(textIn("en"), {
        ...steel,
        cautions: [
          { code: "attribute_differs", attribute: "voltage" },
          { code: "too_few" },
        ],
      })
    ).toBe("voltage differs, too few free")
  })
})
