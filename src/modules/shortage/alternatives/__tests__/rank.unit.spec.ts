import fc from "fast-check"

import { contrastFactor } from "../contrast"
import { describe as describeVariant, type Description } from "../description"
import type { Candidate, ShortLine } from "../product"
import { assess, type Question, rankAlternatives } from "../rank"
import { statisticsOf } from "../statistics"

const kettle = (
  id: string,
  title: string,
  price: number | null,
  rest: Partial<Candidate> = {}
): Candidate => ({
  id,
  product_id: `of ${id}`,
  title,
  options: {},
  other_option_values: [],
  category: ["Кухня", "Чайники"],
  type: null,
  tags: [],
  attributes: {},
  is_published: true,
  in_sales_channel: true,
  price,
  free_units: 14,
  ...rest,
})

const line = (one: Candidate, quantity: number): ShortLine => ({
  ...one,
  quantity,
  price: one.price ?? 0,
})

const question = (
  short: ShortLine,
  candidates: readonly Candidate[],
  rest: Partial<Question> = {}
): Question => ({
  line: short,
  candidates,
  marked: [],
  pinned: [],
  answers: new Map(),
  refused: new Set(),
  ...rest,
})

const out = kettle("out", "Електрочайник Alba 1.7 л, сталь", 1199)
const steel = kettle("steel", "Чайник электрический Boro 1700 мл сталь", 1249)
const glass = kettle("glass", "Електрочайник Ceva 1,7 л скло", 1190)
const small = kettle("small", "Електрочайник Deno 1.0 л сталь", 899)
const base = kettle("base", "Підставка для чайника Alba", 250)
const none = kettle("none", "Електрочайник Elva 1.7 л сталь", 1210, {
  free_units: 0,
})
const kettles = [base, none, small, glass, steel]

const ids = (asked: Question) =>
  rankAlternatives(asked).map(({ variant_id }) => variant_id)

describe("one amount written twice", () => {
  it("is counted once: a jar of 500 g for two of 250 g", () => {
    const jar = kettle("jar", "Manuka honey Hive 250 g", 34)
    const large = kettle("large", "Manuka honey Hive 500 g (17.6 oz)", 64)
    expect(rankAlternatives(question(line(jar, 2), [large]))).toMatchObject([
      { variant_id: "large", units: 1 },
    ])
  })
})

describe("so many vessels of so much", () => {
  it("is what all of them hold", () => {
    const set = kettle("set", "Acrylics, 24 tubes 20 ml", 40)
    const tubes = kettle("tubes", "Acrylics, 24 x 22 ml", 38)
    expect(rankAlternatives(question(line(tubes, 1), [set]))).toMatchObject([
      { variant_id: "set", units: 1 },
    ])
  })
})

describe("what a title counts", () => {
  it("weighs more than whose it is", () => {
    const three = kettle("out", "Grillo 3-burner grill", 100)
    const two = kettle("two", "Grillo 2-burner grill", 100)
    const others = kettle("others", "Flama grill with 3 burners", 100)
    expect(ids(question(line(three, 1), [two, others]))[0]).toBe("others")
  })
})

describe("what is said to be without what the short thing has", () => {
  it("comes after what has it", () => {
    const watch = kettle("out", "GPS watch Pace", 100)
    const lite = kettle("lite", "Watch Pace without GPS", 100)
    const others = kettle("others", "Strider watch with GPS", 100)
    expect(ids(question(line(watch, 1), [lite, others]))[0]).toBe("others")
  })
})

describe("a pack with a bonus", () => {
  it("has as many as are in it: 4+1", () => {
    const five = kettle("out", "Самобръсначки Barbero 5 бр", 5)
    const bonus = kettle("bonus", "Самобръсначки Sharp 4+1 бр", 5)
    expect(rankAlternatives(question(line(five, 2), [bonus]))).toMatchObject([
      { variant_id: "bonus", units: 2 },
    ])
  })
})

describe("a purpose of which a part differs", () => {
  it("comes after the same one", () => {
    const alto = kettle("out", "Трости для альт саксофона Reedo", 100)
    const tenor = kettle("tenor", "Трости для тенор саксофона Reedo", 100)
    const others = kettle("others", "Трости для альт саксофона Cannet", 120)
    expect(ids(question(line(alto, 1), [tenor, others]))[0]).toBe("others")
  })
})

describe("a word by which one maker tells two things apart", () => {
  it("counts, and the other words of another maker do not", () => {
    const [hand, again, fixed, other] = [
      "Soak handheld shower head, chrome",
      "Soak handheld shower head, white",
      "Soak fixed shower head, chrome",
      "Rain hand shower, chrome",
    ].map((title) =>
      describeVariant(kettle(title, title, 100, { type: "Shower head" }))
    )
    if (!hand || !again || !fixed || !other) throw new Error("a title is lost")
    const statistics = statisticsOf([hand, again, fixed, other])
    const factor = (one: Description) => contrastFactor(hand, one, statistics)
    expect(factor(fixed)).toBeLessThan(0.7)
    expect([factor(again), factor(other)]).toEqual([1, 1])
  })

  it("is no word of two makes, however much else their titles share", () => {
    const [out, other] = [
      "Шолом боксерський Kram закритий шкіряний",
      "Шолом боксерський Fortex посилений шкіряний",
    ].map((title) => describeVariant(kettle(title, title, 100)))
    if (!out || !other) throw new Error("a title is lost")
    expect(contrastFactor(out, other, statisticsOf([out, other]))).toBe(1)
  })
})

describe("words after what a thing is for", () => {
  it("tell two things of one maker apart", () => {
    const [out, bloom, others] = [
      "Добриво для гідропоніки Zelen Grow 1 л",
      "Добриво для гідропоніки Zelen Bloom 1 л",
      "Rostok Vega добриво гідропонне 1 л",
    ].map((title) => kettle(title, title, 100, { type: "Добриво" }))
    if (!out || !bloom || !others) throw new Error("a title is lost")
    expect(ids(question(line(out, 1), [bloom, others]))[0]).toBe(others.id)
  })
})

describe("a brand's name", () => {
  it("says nothing of a material: Silkara is no silk", () => {
    const made = describeVariant(
      kettle("lift", "Silkara lash lift kit", 59, {
        attributes: { brand: "Silkara" },
      })
    )
    expect(made.concepts.has("material")).toBe(false)
  })
})

describe("several figures of a title", () => {
  const firstOf = (titles: readonly string[]) => {
    const [out, ...others] = titles.map((title) => kettle(title, title, 100))
    if (!out) throw new Error("no title")
    return ids(question(line(out, 1), others))[0]
  }

  it.each([
    [
      "are compared with the nearest ones, whichever comes first",
      "Спиці кругові 80 см Vilha",
      "Спиці кругові 4.0 мм, 80 см, Yasen",
      "Спиці кругові 40 см Ryabina",
    ],
    [
      "that begin at nothing are as much as they end with",
      "Штангенциркуль цифровий 150 мм Metriko",
      "Штангенциркуль цифровий 0-150 мм Mastero",
      "Штангенциркуль цифровий 100 мм Duklo",
    ],
    [
      "are the same size in metres and in centimetres",
      "Намет для рослин Zelen 80х80х160",
      "Намет для рослин Leaf 0,8×0,8×1,6",
      "Намет для рослин Rostok 60х60х140",
    ],
    [
      "say whom a thing fits, better than a word does",
      "Дитячий бустер Kapito 15-36 кг",
      "Бустер Pandik 15-36 кг",
      "Дитячий бустер Malvo 15-25 кг",
    ],
    [
      "measure energy",
      "Електропастух Pastyr 5 Дж",
      "Електропастух Zagrad 5 джоулів",
      "Електропастух Lanove 2 Дж",
    ],
    [
      "measure a flow, which is no amount of litres",
      "Компресор Vihr 200 л/хв",
      "Компресор Buran 12 м3/год",
      "Компресор Shtil 200 л",
    ],
    [
      "that no other product has are a model's number",
      "Електропастух Pastyr N50 5 Дж",
      "Електропастух Pastyr N51 5 Дж, сіре",
      "Електропастух Lanove 4 Дж, сіре",
    ],
  ])("%s", (_, out, nearest, other) => {
    expect(firstOf([out, other, nearest])).toBe(nearest)
  })
})

describe("a kettle that is out", () => {
  it("is replaced by the steel one of the same volume first", () => {
    expect(ids(question(line(out, 1), kettles))).toEqual([
      "steel",
      "glass",
      "small",
    ])
  })

  it("has a volume of 1.7 l, and no size L, where the shop has marked sizes", () => {
    const marked = [{ name: "size", keys: ["Size"] }]
    const steel_l = kettle("out", "Kettle Dnipro, 1.7 l", 1199)
    const black_l = kettle("black", "Kettle Dnipro, 1.7 l, black", 1249)
    expect(ids(question(line(steel_l, 1), [black_l], { marked }))).toEqual([
      "black",
    ])
    const shirt = kettle("out", "Shirt Olga L", 1199)
    const small_shirt = kettle("small", "Shirt Olga S", 1199)
    expect(ids(question(line(shirt, 1), [small_shirt], { marked }))).toEqual([])
  })

  it("is never replaced by its base, not even if that is all there is", () => {
    expect(ids(question(line(out, 1), [base]))).toEqual([])
    expect(ids(question(line(out, 1), [base], { pinned: ["base"] }))).toEqual(
      []
    )
  })

  it("is never replaced by one with none free", () => {
    expect(ids(question(line(out, 1), [none], { pinned: ["none"] }))).toEqual(
      []
    )
  })

  it("comes with reasons, in values", () => {
    const [best] = rankAlternatives(question(line(out, 1), kettles))
    expect(best?.reasons).toEqual(
      expect.arrayContaining([
        { code: "same_quantity", dimension: "volume", value: 1.7 },
        { code: "same_trait", trait: "material", value: "steel" },
        { code: "price_difference", amount: 50 },
        { code: "in_stock", units: 14 },
      ])
    )
  })

  it("puts what the shop has pinned first", () => {
    expect(
      ids(question(line(out, 1), kettles, { pinned: ["small"] }))[0]
    ).toEqual("small")
  })

  it("is of another brand each, as long as there is one", () => {
    const of = (one: Candidate, brand: string) => ({
      ...one,
      attributes: { brand },
    })
    const twin = kettle("twin", "Електрочайник Boro 1.7 л сталь", 1249)
    const boro = [of(steel, "Boro"), of(twin, "Boro")]
    const others = [of(glass, "Ceva"), of(small, "Deno")]
    const [first = "", ...rest] = ids(
      question(line(out, 1), [...others, ...boro])
    )

    expect(["steel", "twin"]).toContain(first)
    expect(rest).toEqual(["glass", "small"])
    expect(ids(question(line(out, 1), boro))).toHaveLength(2)
  })

  it("learns from what earlier customers took", () => {
    const answers = new Map([
      ["glass", { accepted: 30, refused: 0 }],
      ["steel", { accepted: 0, refused: 30 }],
    ])
    expect(ids(question(line(out, 1), kettles, { answers }))[0]).toBe("glass")
  })

  it("is not replaced by what this customer has refused", () => {
    const refused = new Set(["steel"])
    expect(ids(question(line(out, 1), kettles, { refused }))[0]).toBe("glass")
  })

  it("is not replaced by one of another voltage, or of none that is known", () => {
    const marked = [{ name: "voltage", keys: ["voltage"] }]
    const at = (one: Candidate, voltage: string) => ({
      ...one,
      attributes: { voltage },
    })
    expect(
      ids(
        question(
          line(at(out, "220-240 V"), 1),
          [at(steel, "230 В"), at(glass, "12 V"), small],
          { marked }
        )
      )
    ).toEqual(["steel"])
  })
})

describe("packs", () => {
  const water = (id: string, title: string, price: number) =>
    kettle(id, title, price, { category: ["Drinks", "Water"] })
  const half = water("half", "Still water Alba 0.5 l", 20)

  it("makes six bottles of 0.5 l up with three of 1 l", () => {
    const [best] = rankAlternatives(
      question(line(half, 6), [water("litre", "Still water Boro 1 L", 36)])
    )
    expect(best).toMatchObject({ variant_id: "litre", units: 3 })
  })

  it("makes them up with one pack of six", () => {
    const [best] = rankAlternatives(
      question(line(half, 6), [
        water("pack", "Still water Boro 6 x 500 ml", 118),
      ])
    )
    expect(best).toMatchObject({ variant_id: "pack", units: 1 })
  })

  it("needs as many units free as make up the line", () => {
    const litre = water("litre", "Still water Boro 1 L", 36)
    const asked = (free_units: number) =>
      ids(question(line(half, 6), [{ ...litre, free_units }]))
    expect(asked(2)).toEqual([])
    expect(asked(3)).toEqual(["litre"])
  })
})

describe("an accessory that is out", () => {
  it("is replaced by another of its kind, not by what it serves", () => {
    const other = kettle("other", "Подставка для чайника универсальная", 270)
    expect(ids(question(line(base, 1), [...kettles, out, other]))).toEqual([
      "other",
    ])
  })

  it("is said to be the accessory, whichever of the two is out", () => {
    const codes = (short: Candidate, candidate: Candidate) =>
      assess(question(line(short, 1), [candidate])).flatMap(({ cautions }) =>
        cautions.map(({ code }) => code)
      )
    expect(codes(out, base)).toContain("accessory")
    expect(codes(base, out)).toContain("main_thing")
  })
})

describe("any candidates", () => {
  const candidate = fc.record({
    id: fc.uuid(),
    product_id: fc.constantFrom("one", "two", "three"),
    title: fc.oneof(
      fc.constantFrom(...kettles.map(({ title }) => title)),
      fc.string({ unit: "binary" })
    ),
    options: fc.dictionary(fc.string(), fc.string(), { maxKeys: 2 }),
    other_option_values: fc.array(fc.string(), { maxLength: 2 }),
    category: fc.array(fc.string(), { maxLength: 2 }),
    type: fc.option(fc.string()),
    tags: fc.array(fc.string(), { maxLength: 2 }),
    attributes: fc.dictionary(fc.string(), fc.string(), { maxKeys: 2 }),
    is_published: fc.boolean(),
    in_sales_channel: fc.boolean(),
    price: fc.option(fc.double({ min: 0.01, max: 10_000, noNaN: true })),
    free_units: fc.nat(20),
  })
  const asked = fc.record({
    candidates: fc.uniqueArray(candidate, {
      selector: ({ id }) => id,
      maxLength: 12,
    }),
    quantity: fc.integer({ min: 1, max: 15 }),
  })

  it("never break a rule", () => {
    fc.assert(
      fc.property(asked, ({ candidates, quantity }) => {
        const all = [...candidates, out]
        const refused = new Set(candidates.slice(0, 2).map(({ id }) => id))
        const pinned = candidates.slice(1, 4).map(({ id }) => id)
        const found = rankAlternatives(
          question(line(out, quantity), all, { refused, pinned })
        )
        expect(found.length).toBeLessThanOrEqual(3)
        for (const { variant_id, units } of found) {
          const one = candidates.find(({ id }) => id === variant_id)
          expect(one).toMatchObject({
            is_published: true,
            in_sales_channel: true,
          })
          expect(one?.price).not.toBeNull()
          expect(one?.free_units).toBeGreaterThanOrEqual(units)
          expect(units).toBeGreaterThanOrEqual(1)
          expect(refused.has(variant_id)).toBe(false)
        }
      })
    )
  })

  it("give the same answer in any order", () => {
    fc.assert(
      fc.property(asked, ({ candidates, quantity }) => {
        const all = [...candidates, { ...steel, id: "its twin" }, ...kettles]
        const once = rankAlternatives(question(line(out, quantity), all))
        const again = rankAlternatives(
          question(line(out, quantity), [...all].reverse())
        )
        expect(again).toEqual(once)
      })
    )
  })
})
