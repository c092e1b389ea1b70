import { asValue } from "@medusajs/framework/awilix"
import { Modules, ProductStatus } from "@medusajs/framework/utils"
import { SHORTAGE_MODULE } from "../../../src/modules/shortage"
import {
  SHORTAGE_RANKER,
  type ShortageRanker,
} from "../../../src/workflows/shortage/alternatives/ranker"
import { sell } from "../../shop/catalogue"
import { placeOrder, taskOf } from "../../shop/place-order"
import { order, stock, stockElsewhere, variantOf } from "../../shop/stock"
import type { TestShop } from "../../shop/test-shop"
import { withoutEvents } from "../../shop/without-events"
import { alternativesOf } from "./alternatives-of"

const KETTLES = [
  ["OUT", "Електрочайник Alba 1.7 л, сталь", 1199, 0],
  ["STEEL", "Чайник электрический Boro 1700 мл сталь", 1249, 14],
  ["GLASS", "Електрочайник Ceva 1,7 л скло", 1190, 9],
  ["SMALL", "Електрочайник Deno 1.0 л сталь", 899, 5],
  ["BASE", "Підставка для чайника Alba", 250, 30],
  ["NONE", "Електрочайник Elva 1.7 л сталь", 1210, 0],
] as const

const DAY_MS = 24 * 3_600_000

export function alternatives(shop: TestShop): void {
  const prepared = shop.preparedOnce(async () => {
    await sell(
      shop,
      KETTLES.map(([sku, title, uah, units]) => ({
        sku,
        title,
        uah,
        stock: units,
      }))
    )
    await shop.settle()
    return (await order(shop, "OUT", 1))[0] ?? ""
  })

  it("is the same kettle from another location, then the steel one; never its base, nor one with none free", async () => {
    const { location_id } = await stockElsewhere(shop, "OUT", 3, {
      transfer_days: 2,
    })
    const { ways, alternatives, units } = await alternativesOf(shop, prepared())

    expect(units).toBe(1)
    expect(ways).toEqual([
      {
        kind: "other_location",
        location_id,
        location_name: "Warehouse Lviv",
        units: 3,
        expected_at: expect.any(String),
      },
      { kind: "wait", until: null },
      { kind: "remove", units: 1 },
    ])
    const [other] = ways
    const expected_at =
      other?.kind === "other_location" ? (other.expected_at ?? "") : ""
    expect(Date.parse(expected_at) - Date.now()).toBeGreaterThan(1.9 * DAY_MS)
    expect(alternatives.map(({ sku }) => sku)).toEqual([
      "STEEL",
      "GLASS",
      "SMALL",
    ])
    expect(alternatives[0]).toMatchObject({
      units: 1,
      unit_price: 1249,
      total: 1249,
      price_difference: 50,
      free_units: 14,
      cautions: [],
      answers: { accepted: 0, refused: 0 },
    })
    expect(alternatives[0]?.reasons).toEqual(
      expect.arrayContaining([
        { code: "same_quantity", dimension: "volume", value: 1.7 },
        { code: "same_trait", trait: "material", value: "steel" },
        { code: "price_difference", amount: 50 },
        { code: "in_stock", units: 14 },
      ])
    )
  })

  it("is not what others have reserved or hold, nor what is free only at another location", async () => {
    const place = await stock(shop, "STEEL", 2)
    await shop.container
      .resolve(Modules.INVENTORY)
      .createReservationItems([
        { ...place, quantity: 2, allow_backorder: true },
      ])
    expect(await skus(shop, prepared())).toEqual(["GLASS", "SMALL"])

    // The order is not sent from there.
    await stockElsewhere(shop, "STEEL", 9)
    expect(await skus(shop, prepared())).toEqual(["GLASS", "SMALL"])
  })

  it("is only what is sold in the order's channel, at a price in its currency", async () => {
    const steel = await productOf(shop, "STEEL")
    await shop
      .post(`/admin/sales-channels/${await shop.salesChannelId()}/products`, {
        remove: [steel],
      })
      .expect(200)
    expect(await skus(shop, prepared())).toEqual(["GLASS", "SMALL"])

    const glass = await variantOf(shop, "GLASS")
    await shop
      .post(
        `/admin/products/${await productOf(shop, "GLASS")}/variants/${glass}`,
        { prices: [{ currency_code: "eur", amount: 30 }] }
      )
      .expect(200)
    expect(await skus(shop, prepared())).toEqual(["SMALL"])
  })

  it("is found among three hundred at most, of which sixty are priced", async () => {
    const order_id = prepared()
    await sell(
      shop,
      Array.from({ length: 65 }, (_, nth) => ({
        sku: `MANY-${nth}`,
        title: `Електрочайник Many${nth} 1.7 л, сталь`,
        uah: 1_200 + nth,
        stock: 5,
      }))
    )
    await shop.settle()
    const priced = jest.spyOn(
      shop.container.resolve(Modules.PRICING),
      "calculatePrices"
    )
    const found = jest.spyOn(
      shop.container.resolve(SHORTAGE_MODULE),
      "findCandidates"
    )
    try {
      expect(await skus(shop, order_id)).toHaveLength(3)
      const asked = priced.mock.calls.map(([{ id }]) => id.length)
      expect(Math.max(...asked)).toBe(60)
      expect(found.mock.calls).toMatchObject([[{ limit: 300 }]])
    } finally {
      priced.mockRestore()
      found.mockRestore()
    }
  })

  it("is three bottles of 1 l for six of 0.5 l, at the price of three", async () => {
    await sell(shop, [
      { sku: "W05", title: "Мінеральна вода Voda 0.5 л", uah: 20, stock: 0 },
      {
        sku: "W10",
        title: "Мінеральна вода Aqua 1 л",
        uah: 45,
        stock: 40,
        from: { quantity: 3, uah: 41 },
      },
    ])
    await shop.settle()
    const [id = ""] = await order(shop, "W05", 6)
    const { alternatives } = await alternativesOf(shop, id)

    expect(alternatives).toMatchObject([
      { sku: "W10", units: 3, unit_price: 41, price_difference: 3 },
    ])
  })

  it("follows the catalogue as its events come", async () => {
    const product = await productOf(shop, "STEEL")
    await shop
      .post(`/admin/products/${product}`, { status: ProductStatus.DRAFT })
      .expect(200)
    await shop.settle()
    expect(await rowOf(shop, "STEEL")).toMatchObject({ is_published: false })
    expect(await skus(shop, prepared())).toEqual(["GLASS", "SMALL"])

    const glass = await variantOf(shop, "GLASS")
    await shop
      .delete(`/admin/products/${await productOf(shop, "GLASS")}`)
      .expect(200)
    await shop.settle()
    expect(await rowsOf(shop, [glass])).toEqual([])
  })

  it("is put right by the reconciler, whatever events were lost", async () => {
    const small = await variantOf(shop, "SMALL")
    await withoutEvents(shop, async () => {
      const products = shop.container.resolve(Modules.PRODUCT)
      await products.updateProducts(await productOf(shop, "STEEL"), {
        status: ProductStatus.DRAFT,
      })
      await products.deleteProducts([await productOf(shop, "SMALL")])
      await sell(shop, [
        {
          sku: "LATE",
          title: "Електрочайник Fero 1.7 л сталь",
          uah: 1205,
          stock: 3,
        },
      ])
    })
    // Never, even before it is repaired, is something offered that is not sold.
    expect(await skus(shop, prepared())).toEqual(["GLASS"])
    await shop.reconcile()

    expect(await rowOf(shop, "STEEL")).toMatchObject({ is_published: false })
    expect(await rowsOf(shop, [small])).toEqual([])
    expect(await skus(shop, prepared())).toEqual(["LATE", "GLASS"])
  })

  it("is what others took before, and the numbers of all are told", async () => {
    const order_id = prepared()
    const shortage = shop.container.resolve(SHORTAGE_MODULE)
    const variant_id = await variantOf(shop, "OUT")
    const steel = await variantOf(shop, "STEEL")
    const glass = await variantOf(shop, "GLASS")
    const said = (
      replacement_variant_id: string,
      accepted: boolean,
      who: { order_id: string; email: string }
    ) => ({
      variant_id,
      replacement_variant_id,
      line_item_id: `line of ${who.order_id}`,
      customer_id: null,
      accepted,
      offer_id: null,
      answered_at: shop.clock.now(),
      ...who,
    })
    const others = Array.from({ length: 30 }, (_, nth) => ({
      order_id: `order_${nth}`,
      email: `other${nth}@mail.example`,
    }))
    await shortage.keepAnswers(
      others.flatMap((who) => [
        said(glass, true, who),
        said(steel, false, who),
      ]),
      shop.clock.now()
    )
    const { alternatives } = await alternativesOf(shop, order_id)
    expect(alternatives[0]).toMatchObject({
      sku: "GLASS",
      answers: { accepted: 30, refused: 0 },
    })
    expect(alternatives[0]?.reasons).toContainEqual({
      code: "taken_before",
      accepted: 30,
      asked: 30,
    })
  })

  it("is not what this person refused in an order with their number alone, unless several share it", async () => {
    const { id } = await placeOrder(
      shop,
      { email: "other@mail.example", phone: "+38 (067) 123-45-67" },
      { variant_id: await variantOf(shop, "OUT"), quantity: 1 }
    )
    await taskOf(shop, id)
    await refuse(shop, "STEEL", { order_id: id, email: "other@mail.example" })
    expect(await skus(shop, prepared())).toEqual(["GLASS", "SMALL"])

    await share(shop, { kind: "phone", value: "+380671234567" })
    expect(await skus(shop, prepared())).toEqual(["STEEL", "GLASS", "SMALL"])
  })

  it("is not what was refused from this person's address, unless several share it", async () => {
    await refuse(shop, "STEEL", {
      order_id: "order_before",
      email: "Olena@mail.example",
    })
    expect(await skus(shop, prepared())).toEqual(["GLASS", "SMALL"])

    await share(shop, { kind: "email", value: "olena@mail.example" })
    expect(await skus(shop, prepared())).toEqual(["STEEL", "GLASS", "SMALL"])
  })

  it("is what the agent seeks, with what speaks against it", async () => {
    const order_id = prepared()
    const sought = async (q: string) =>
      await alternativesOf(shop, order_id, `?q=${encodeURIComponent(q)}`)
    const { alternatives } = await sought("чайник")
    expect(alternatives.map(({ sku }) => sku).sort()).toEqual(
      expect.arrayContaining(["BASE", "GLASS", "SMALL"])
    )
    expect(alternatives.map(({ sku }) => sku)).not.toContain("NONE")
    expect(alternatives.find(({ sku }) => sku === "BASE")?.cautions).toEqual([
      { code: "accessory" },
    ])
    expect((await sought("Boro")).alternatives).toMatchObject([
      { sku: "STEEL", price_difference: 50, cautions: [] },
    ])
    expect((await sought("nothing such")).alternatives).toEqual([])
  })

  it("is ranked by the shop's own ranker, which can break no rule", async () => {
    const order_id = prepared()
    const names = new Map(
      await Promise.all(
        KETTLES.map(async ([sku]) => [sku, await variantOf(shop, sku)] as const)
      )
    )
    const offer = (sku: string, units = 1) => ({
      variant_id: names.get(sku as "OUT") ?? "",
      score: 1,
      units,
      reasons: [],
    })
    const asked: string[][] = []
    const ranker: ShortageRanker = {
      rank: ({ candidates }) => {
        asked.push(candidates.map(({ id }) => id))
        return [
          offer("BASE"),
          offer("NONE"),
          offer("OUT"),
          offer("GLASS", 10),
          offer("SMALL"),
          offer("STEEL"),
        ]
      },
    }
    shop.container.register(SHORTAGE_RANKER, asValue(ranker))
    try {
      expect(await skus(shop, order_id)).toEqual(["SMALL", "STEEL"])
    } finally {
      shop.container.register(SHORTAGE_RANKER, asValue(undefined))
    }
    expect(asked[0]).not.toContain(names.get("BASE"))
  })

  it("has the marked attributes of the short one", async () => {
    await sell(
      shop,
      (
        [
          ["V230", "Праска Alba 2400 Вт", { voltage: "230 V" }, 0],
          ["V220", "Праска Boro 2400 Вт", { voltage: "220-240 В" }, 5],
          ["V110", "Праска Ceva 2400 Вт", { voltage: "110 V" }, 5],
          ["V", "Праска Deno 2400 Вт", {}, 5],
        ] as const
      ).map(([sku, title, metadata, units]) => ({
        sku,
        title,
        metadata,
        uah: 1500,
        stock: units,
      }))
    )
    await shop.settle()
    const [id = ""] = await order(shop, "V230", 1)
    expect(await skus(shop, id)).toEqual(["V220"])
    const { alternatives } = await alternativesOf(shop, id, "?q=Ceva")
    expect(alternatives.find(({ sku }) => sku === "V110")?.cautions).toEqual([
      { code: "attribute_differs", attribute: "voltage" },
    ])
  })

  it("names what is wrong with the question", async () => {
    const order_id = prepared()
    const { body } = await shop
      .get(`/admin/shortages/orders/${order_id}/lines/ordli_0/alternatives`)
      .expect(404)
    expect(body.code).toBe("line_not_found")
  })
}

/** What somebody refused in place of what is short. */
async function refuse(
  shop: TestShop,
  sku: string,
  who: { order_id: string; email: string }
): Promise<void> {
  const now = shop.clock.now()
  await shop.container.resolve(SHORTAGE_MODULE).keepAnswers(
    [
      {
        variant_id: await variantOf(shop, "OUT"),
        replacement_variant_id: await variantOf(shop, sku),
        line_item_id: `line of ${who.order_id}`,
        customer_id: null,
        accepted: false,
        offer_id: null,
        answered_at: now,
        ...who,
      },
    ],
    now
  )
}

const share = async (
  shop: TestShop,
  contact: { kind: "email" | "phone"; value: string }
) =>
  await shop
    .post("/admin/follow-ups/shared-contacts", { ...contact, is_shared: true })
    .expect(200)

async function skus(shop: TestShop, order_id: string) {
  const { alternatives } = await alternativesOf(shop, order_id)
  return alternatives.map(({ sku }) => sku)
}

async function productOf(shop: TestShop, sku: string): Promise<string> {
  const [variant] = await shop.container
    .resolve(Modules.PRODUCT)
    .listProductVariants({ sku })
  return variant?.product_id ?? ""
}

const rowsOf = async (shop: TestShop, variant_ids: string[]) =>
  await shop.container
    .resolve(SHORTAGE_MODULE)
    .listShortageCandidates({ variant_id: variant_ids })

async function rowOf(shop: TestShop, sku: string) {
  const [row] = await rowsOf(shop, [await variantOf(shop, sku)])
  return row
}
