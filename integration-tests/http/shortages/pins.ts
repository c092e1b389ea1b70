import {
  ContainerRegistrationKeys,
  ProductStatus,
} from "@medusajs/framework/utils"
import { sell, type Ware } from "../../shop/catalogue"
import { order, variantOf } from "../../shop/stock"
import type { TestShop } from "../../shop/test-shop"
import { alternativesOf } from "./alternatives-of"

const PINS = "/admin/shortages/pins"

export function pins(shop: TestShop): void {
  const prepared = shop.preparedOnce(async () => {
    await sell(shop, [
      { sku: "OUT", title: "Електрочайник Alba 1.7 л", uah: 1199, stock: 0 },
      { sku: "NEAR", title: "Електрочайник Boro 1.7 л", uah: 1249, stock: 9 },
      { sku: "FAR", title: "Термос Deno 1.0 л", uah: 899, stock: 5 },
      { sku: "GONE", title: "Електрочайник Ceva 1.7 л", uah: 1190, stock: 0 },
    ])
    await shop.settle()
    return {
      order_id: (await order(shop, "OUT", 1))[0] ?? "",
      out: await variantOf(shop, "OUT"),
      far: await variantOf(shop, "FAR"),
      near: await variantOf(shop, "NEAR"),
      gone: await variantOf(shop, "GONE"),
    }
  })

  it("come first, in their order, unless a rule forbids them", async () => {
    const { order_id, out, far, gone } = prepared()
    expect(await skusOf(shop, order_id)).toEqual(["NEAR"])
    const body = { variant_id: out, replacement_variant_ids: [gone, far] }
    await shop.post(PINS, body).expect(200, { ...body, not_shown: [] })

    const { alternatives, pinned_out } = await alternativesOf(shop, order_id)
    // None of it is free, which another order may find otherwise.
    expect(pinned_out).toMatchObject([
      { sku: "GONE", cautions: [{ code: "unavailable" }] },
    ])
    expect(alternatives.map(({ sku }) => sku)).toEqual(["FAR", "NEAR"])
    expect(alternatives[0]?.reasons[0]).toEqual({ code: "pinned" })
    await shop
      .post(PINS, { variant_id: out, replacement_variant_ids: [] })
      .expect(200)
    expect(await skusOf(shop, order_id)).toEqual(["NEAR"])
  })

  it("come first although the table of what may be offered does not know them yet", async () => {
    const { order_id, out, far } = prepared()
    await shop
      .post(PINS, { variant_id: out, replacement_variant_ids: [far] })
      .expect(200)
    await shop.container
      .resolve(ContainerRegistrationKeys.PG_CONNECTION)
      .raw("delete from shortage_candidate where variant_id = ?", [far])
    expect(await skusOf(shop, order_id)).toEqual(["FAR", "NEAR"])
  })

  it("are listed for all variants of a product", async () => {
    const { out, far } = prepared()
    await shop
      .post(PINS, { variant_id: out, replacement_variant_ids: [far] })
      .expect(200)
    const { body: product } = await shop
      .get(`/admin/product-variants?sku=OUT`)
      .expect(200)
    const { body } = await shop
      .get(`${PINS}?product_id=${product.variants[0].product_id}`)
      .expect(200)
    expect(body.pins).toMatchObject([
      {
        variant_id: out,
        sku: "OUT",
        replacements: [{ sku: "FAR", title: "Термос Deno 1.0 л" }],
      },
    ])
  })

  it("are told with the rules that forbid them, wherever they are pinned and to the agent", async () => {
    const iron = (sku: string, voltage: string, ware: Partial<Ware> = {}) => ({
      sku,
      title: `Праска ${sku} 2400 Вт`,
      metadata: { voltage },
      uah: 1500,
      stock: 5,
      ...ware,
    })
    await sell(shop, [
      iron("V230", "230 V", { stock: 0 }),
      iron("V220", "220-240 В"),
      iron("V110", "110 V"),
      iron("DRAFT", "230 V", { status: ProductStatus.DRAFT }),
      { sku: "BAG", title: "Чохол для праски", uah: 200, stock: 5 },
    ])
    await shop.settle()
    const [order_id = ""] = await order(shop, "V230", 1)
    const [short = "", ...replacement_variant_ids] = await Promise.all(
      ["V230", "V110", "V220", "DRAFT", "BAG"].map((sku) =>
        variantOf(shop, sku)
      )
    )
    const voltage = { code: "attribute_differs", attribute: "voltage" }
    const why = [
      ["V110", [voltage]],
      ["DRAFT", [{ code: "not_published" }]],
      ["BAG", [voltage, { code: "accessory" }]],
    ]
    const pinned = await shop
      .post(PINS, { variant_id: short, replacement_variant_ids })
      .expect(200)
    const [v110, , draft, bag] = replacement_variant_ids
    expect(
      pinned.body.not_shown.map((one: Record<string, unknown>) => [
        one.replacement_variant_id,
        one.cautions,
      ])
    ).toEqual([v110, draft, bag].map((id, at) => [id, why[at]?.[1]]))

    const { body } = await shop
      .get(`/admin/product-variants?sku=V230`)
      .expect(200)
    const listed = await shop
      .get(`${PINS}?product_id=${body.variants[0].product_id}`)
      .expect(200)
    expect(listed.body.pins[0].replacements).toMatchObject([
      { sku: "V110", cautions: [voltage] },
      { sku: "V220", cautions: [] },
      { sku: "DRAFT" },
      { sku: "BAG" },
    ])

    const { body: imported } = await shop
      .post(`${PINS}/import`, {
        csv: "V230,V110\nV230,V220\nV230,DRAFT\nV230,BAG\n",
      })
      .expect(200)
    expect(imported).toEqual({
      variants: 1,
      pairs: 4,
      not_shown: why.map(([replacement_sku, cautions], at) => ({
        line: [1, 3, 4][at],
        sku: "V230",
        replacement_sku,
        cautions,
      })),
    })

    const { alternatives, pinned_out } = await alternativesOf(shop, order_id)
    expect(alternatives.map(({ sku }) => sku)).toEqual(["V220"])
    expect(pinned_out.map(({ sku, cautions }) => [sku, cautions])).toEqual(why)
  })

  it("name what is wrong with them, and change nothing", async () => {
    const { order_id, out, far } = prepared()
    for (const [ids, status, code, at] of [
      [[out], 400, "pinned_to_itself", 0],
      [[far, far], 400, "pinned_twice", 1],
      [[far, "variant_0"], 404, "variant_not_found", 1],
    ] as const) {
      const { body } = await shop
        .post(PINS, { variant_id: out, replacement_variant_ids: ids })
        .expect(status)
      expect(body).toMatchObject({
        code,
        path: ["replacement_variant_ids", at],
      })
    }
    expect(await skusOf(shop, order_id)).toEqual(["NEAR"])
  })

  it("come from a file, all or none, with an error for each line that is wrong", async () => {
    const { order_id } = prepared()
    const { body: wrong } = await shop
      .post(`${PINS}/import`, {
        csv: 'sku,replacement_sku\nOUT,FAR\nOUT,"NO, SUCH"\n\nOUT\nFAR,FAR\nOUT,FAR\n',
      })
      .expect(400)
    expect(
      [wrong, ...wrong.further].map(({ code, path, values }) => [
        code,
        path,
        values.was,
      ])
    ).toEqual([
      ["sku_unknown", ["csv", 3], "NO, SUCH"],
      ["not_two_columns", ["csv", 5], "OUT"],
      ["pinned_to_itself", ["csv", 6], "FAR"],
      ["pinned_twice", ["csv", 7], "FAR"],
    ])
    expect(wrong.message).toMatch(/^line 3 was "NO, SUCH"/)
    for (const [csv, code, values] of [
      ["", "no_pairs", {}],
      ["sku;replacement_sku\r\n", "no_pairs", {}],
      ['OUT;FAR\r\nOUT;"NEAR\r\n', "quote_not_closed", { line: 2 }],
    ] as const) {
      const { body } = await shop.post(`${PINS}/import`, { csv }).expect(400)
      expect(body).toMatchObject({
        code,
        values,
        path: ["csv", ...Object.values(values)],
      })
    }
    expect(await skusOf(shop, order_id)).toEqual(["NEAR"])

    const { body } = await shop
      .post(`${PINS}/import`, { csv: "\uFEFFOUT;FAR\r\nOUT;NEAR\r\n" })
      .expect(200)
    expect(body).toEqual({ variants: 1, pairs: 2, not_shown: [] })
    expect(await skusOf(shop, order_id)).toEqual(["FAR", "NEAR"])

    const { body: exported } = await shop.get(`${PINS}/export`).expect(200)
    expect(exported).toEqual({
      csv: "sku,replacement_sku\r\nOUT,FAR\r\nOUT,NEAR\r\n",
      pairs: 2,
      without_sku: 0,
    })
    const again = await shop
      .post(`${PINS}/import`, { csv: exported.csv })
      .expect(200)
    expect(again.body).toEqual(body)
  })
}

async function skusOf(shop: TestShop, order_id: string) {
  const { alternatives } = await alternativesOf(shop, order_id)
  return alternatives.map(({ sku }) => sku)
}
