import { Modules } from "@medusajs/framework/utils"
import type { AdminShortageSettlement } from "../../../src/api/admin/shortages/types"
import { tasksOf } from "../../shop/place-order"
import {
  capture,
  inPlace,
  lineOf,
  linesOf,
  paymentsOf,
  pendingOf,
  sell,
  settle,
  settlements,
} from "../../shop/settle"
import { order } from "../../shop/stock"
import type { TestShop } from "../../shop/test-shop"

/** A shop whose prices leave out the tax, which is a fifth. */
export function settlingTaxed(shop: TestShop): void {
  const leaveOutTax = async () => {
    const pricing = shop.container.resolve(Modules.PRICING)
    for (const { id } of await pricing.listPricePreferences({})) {
      await pricing.updatePricePreferences(id, { is_tax_inclusive: false })
    }
  }

  /** Three units at 33.33, and another ware at 25.01. */
  const prepared = shop.preparedOnce(async () => {
    await leaveOutTax()
    await sell(shop, "NET", 33.33, 9)
    const other = await sell(shop, "OTHER NET", 25.01, 9)
    const [order_id = ""] = await order(shop, "NET", 3)
    return { order_id, line_item_id: await lineOf(shop, order_id), other }
  })

  const previewOf = async (body: object): Promise<AdminShortageSettlement> => {
    const { order_id, line_item_id } = prepared()
    const answer = await shop
      .post(`${settlements(order_id)}/preview`, { line_item_id, ...body })
      .expect(200)
    return answer.body.settlement
  }

  it("with the tax of what replaces it, as was told before", async () => {
    const { order_id, line_item_id, other } = prepared()
    const deed = inPlace(other, 2, { quantity: 2, unit_price: 25.01 })
    const preview = await previewOf({ deed })
    const settled = await settle(shop, order_id, { line_item_id, deed })

    expect(preview).toEqual({ ...settled, change_id: null })
    expect(settled.total_before - settled.total_after).toBeCloseTo(
      2 * (33.33 - 25.01) * 1.2
    )
    const [, added] = await linesOf(shop, order_id)
    expect(added?.total).toBeCloseTo(2 * 25.01 * 1.2)
    expect(added?.tax_total).toBeCloseTo(2 * 25.01 * 0.2)
  })

  it("with the tax of the province in which the customer lives", async () => {
    const { order_id, line_item_id, other } = prepared()
    const tax = shop.container.resolve(Modules.TAX)
    const [parent] = await tax.listTaxRegions({ country_code: "ua" })
    await tax.createTaxRegions([
      {
        country_code: "ua",
        province_code: "ua-30",
        parent_id: parent?.id,
        default_tax_rate: { name: "Kyiv", code: "kyiv", rate: 7 },
      },
    ])
    const orders = shop.container.resolve(Modules.ORDER)
    const { shipping_address } = await orders.retrieveOrder(order_id, {
      relations: ["shipping_address"],
    })
    await orders.updateOrderAddresses([
      { id: shipping_address?.id ?? "", province: "ua-30" },
    ])
    const deed = inPlace(other, 1, { quantity: 1, unit_price: 100 })
    const preview = await previewOf({ deed })
    const settled = await settle(shop, order_id, { line_item_id, deed })

    expect(preview).toEqual({ ...settled, change_id: null })
    expect((await linesOf(shop, order_id))[1]?.tax_total).toBeCloseTo(7)
  })

  it("at a matched price, which is no dearer with tax", async () => {
    const { order_id, line_item_id, other } = prepared()
    const { body } = await shop
      .post(`/admin/shortages/orders/${order_id}/offers`, {
        line_item_id,
        units: 2,
        alternatives: [
          {
            variant_id: other.variant_id,
            location_id: other.location_id,
            quantity: 3,
          },
        ],
      })
      .expect(200)
    const [alternative] = body.offer.alternatives
    expect(alternative).toMatchObject({
      listed_unit_price: 25.01,
      unit_price: 22.22,
      difference: 0,
    })
  })

  it("without a refund of less than can be paid", async () => {
    const { order_id, line_item_id } = prepared()
    await capture(shop, order_id)
    const settled = await settle(shop, order_id, {
      line_item_id,
      deed: { kind: "remove", units: 1 },
    })
    // 39.996 with tax.
    expect(settled.money).toEqual({ kind: "refund_due", amount: 40 })
    const refund = async () => {
      await shop.settle()
      return (await tasksOf(shop, order_id)).find(
        ({ type }) => type === "refund_due"
      )
    }
    expect(await refund()).toMatchObject({ data: { amount: 40 } })
    const [payment] = await paymentsOf(shop, order_id)
    await shop
      .post(`/admin/payments/${payment?.id}/refund`, { amount: 40 })
      .expect(200)
    expect(await refund()).toMatchObject({ status: "completed" })
    expect(await pendingOf(shop, order_id)).toBe(0)
  })
}
