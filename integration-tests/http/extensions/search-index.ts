import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { sell } from "../../shop/catalogue"
import { order, variantOf } from "../../shop/stock"
import type { TestShop } from "../../shop/test-shop"
import { alternativesOf } from "../shortages/alternatives-of"

const KETTLES = [
  ["OUT", "Електрочайник Alba 1.7 л", 0],
  ["STEEL", "Чайник электрический Boro 1.7 л", 9],
  ["SMALL", "Електрочайник Deno 1.7 л", 9],
  ["NONE", "Електрочайник Elva 1.7 л", 0],
  ["ELSEWHERE", "Електрочайник Fado 1.7 л", 9],
  ["EURO", "Електрочайник Geva 1.7 л", 9],
] as const

export function searchIndex(shop: TestShop): void {
  const prepared = shop.preparedOnce(async () => {
    await sell(
      shop,
      KETTLES.map(([sku, title, stock]) => ({
        sku,
        title,
        uah: 1_200,
        stock,
        metadata: { known_as: sku === "SMALL" ? "kettle" : "samovar" },
      }))
    )
    const product = async (sku: string) =>
      (
        await shop.container
          .resolve(Modules.PRODUCT)
          .retrieveProductVariant(await variantOf(shop, sku))
      ).product_id
    await shop
      .post(`/admin/sales-channels/${await shop.salesChannelId()}/products`, {
        remove: [await product("ELSEWHERE")],
      })
      .expect(200)
    const euro = `/admin/products/${await product("EURO")}/variants`
    await shop
      .post(`${euro}/${await variantOf(shop, "EURO")}`, {
        prices: [{ currency_code: "eur", amount: 30 }],
      })
      .expect(200)
    return (await order(shop, "OUT", 1))[0] ?? ""
  })

  const fill = async (index: string) =>
    await shop.container
      .resolve(Modules.SEARCH)
      .reindex({ index, strategy: "in_place" })

  /** As it is declared, and until Medusa has filled it for the first time. */
  const notYetFilled = async (...indexes: string[]) =>
    await shop.container
      .resolve(ContainerRegistrationKeys.PG_CONNECTION)("search_index")
      .whereIn("name", indexes)
      .update({ active_version: null })

  const sought = async (q: string) => {
    const { alternatives } = await alternativesOf(shop, prepared(), `?q=${q}`)
    return alternatives.map(({ sku }) => sku).sort()
  }

  it("is asked by who chooses another, and the order's rules hold for what it finds", async () => {
    await notYetFilled("single wares")
    await fill("wares")
    expect(await sought("samovar")).toEqual(["STEEL"])
    expect(await sought("kettle")).toEqual(["SMALL"])
    expect(await sought("Boro")).toEqual([])
  })

  it("of variants is asked rather than one of products", async () => {
    await fill("wares")
    await fill("single wares")
    expect(await sought("samovar")).toEqual(["SMALL"])
  })

  it("is not asked before it is filled: titles and SKUs are", async () => {
    await notYetFilled("wares", "single wares")
    expect(await sought("Boro")).toEqual(["STEEL"])
    expect(await sought("samovar")).toEqual([])
    expect(await sought("Geva")).toEqual([])
  })
}
