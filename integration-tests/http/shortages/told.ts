import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { settle } from "../../shop/settle"
import {
  editLine,
  inDays,
  order,
  shortageOf,
  stock,
  stockElsewhere,
  unitsShortOf,
  variantOf,
} from "../../shop/stock"
import type { TestShop } from "../../shop/test-shop"

const KETTLE = "KET-ST"
const REPORTS = "/admin/shortages/reports"
const ANNOUNCEMENTS = "/admin/shortages/announcements"

export function told(shop: TestShop): void {
  it("makes a line short that was not on the shelf, until it is found", async () => {
    await stock(shop, KETTLE, 9)
    const [first = "", second = ""] = await order(shop, KETTLE, 3, 2)
    const report = { order_id: first, line_item_id: await lineOf(shop, first) }
    const { body } = await shop
      .post(REPORTS, { ...report, quantity_found: 1, reason: "Broken" })
      .expect(200)

    expect(body.shortages).toMatchObject([
      { order_id: first, short_by: 2, computed: 0, reported: 2 },
    ])
    const task = await shortageOf(shop, first)
    expect(await unitsShortOf(shop, [first, second])).toEqual([2, 0])
    const sheet = await shop
      .get(`/admin/follow-ups/${task?.id}/call-sheet?locale=en`)
      .expect(200)
    const dataOf = (name: string) =>
      sheet.body.call_sheet.sections.find(
        ({ section }: { section: string }) => section === name
      ).data
    expect(dataOf("order").items[0].stock.short_by).toBe(2)
    expect(dataOf("shortage").lines).toMatchObject([
      {
        short_by: 2,
        reported: 2,
        report: { reason: "Broken", actor_name: "Marta Savchenko" },
      },
    ])

    await shop.post(REPORTS, { ...report, quantity_found: 3 }).expect(200)
    expect(await shortageOf(shop, first)).toMatchObject({
      status: "canceled",
      cancel_reason: "items_found",
    })
  })

  it("corrects the stock level if it is told to, which the last order pays for", async () => {
    const { inventory_item_id, location_id } = await stock(shop, KETTLE, 5)
    const [first = "", second = ""] = await order(shop, KETTLE, 3, 2)
    const line_item_id = await lineOf(shop, first)
    const found = async (quantity_found: number) =>
      await shop
        .post(REPORTS, {
          order_id: first,
          line_item_id,
          quantity_found,
          reason: `Counted ${quantity_found}`,
          correct_stock: true,
        })
        .expect(200)
    const inventory = shop.container.resolve(Modules.INVENTORY)
    const stocked = async () => {
      const level = await inventory.retrieveInventoryLevelByItemAndLocation(
        inventory_item_id,
        location_id
      )
      return Number(level.stocked_quantity)
    }
    // Whoever finds all three has not counted how many more there are, nor those
    // that come in at this moment.
    const writes = jest.spyOn(inventory, "updateInventoryLevels")
    await found(3)
    expect(writes).not.toHaveBeenCalled()
    writes.mockRestore()
    expect(await stocked()).toBe(5)
    await found(2)
    expect(await stocked()).toBe(2)
    expect(await unitsShortOf(shop, [first, second])).toEqual([1, 2])
    const task = await shortageOf(shop, first)
    const { body } = await shop.get(`/admin/follow-ups/${task?.id}`).expect(200)
    expect(body.activities).toContainEqual(
      expect.objectContaining({
        kind: "updated",
        data: { change: "stock_corrected", note: "Counted 2" },
        actor: expect.objectContaining({ name: "Marta Savchenko" }),
      })
    )
    await found(3)
    expect(await stocked()).toBe(3)
    expect(await unitsShortOf(shop, [first, second])).toEqual([0, 2])
    await stock(shop, KETTLE, 5)
    expect(await unitsShortOf(shop, [first, second])).toEqual([0, 0])
  })

  it("no longer lacks what was not found once that is taken off the order, by us or by Medusa's own edit", async () => {
    await stock(shop, KETTLE, 20)
    const [ours = "", theirs = ""] = await order(shop, KETTLE, 3, 3)
    for (const id of [ours, theirs]) {
      const line_item_id = await lineOf(shop, id)
      await shop
        .post(REPORTS, { order_id: id, line_item_id, quantity_found: 1 })
        .expect(200)
    }
    expect(await unitsShortOf(shop, [ours, theirs])).toEqual([2, 2])
    await settle(shop, ours, { deed: { kind: "remove", units: 1 } })
    await editLine(shop, theirs, { quantity: 2 })
    expect(await unitsShortOf(shop, [ours, theirs])).toEqual([1, 1])

    await settle(shop, ours, { deed: { kind: "remove", units: 1 } })
    await editLine(shop, theirs, { quantity: 1 })
    expect(await unitsShortOf(shop, [ours, theirs])).toEqual([0, 0])
    expect(await shortageOf(shop, ours)).toMatchObject({ outcome: "removed" })
  })

  it("is on the shelf of another location to which it was moved", async () => {
    await stock(shop, KETTLE, 20)
    const [id = ""] = await order(shop, KETTLE, 2)
    const { location_id } = await stockElsewhere(shop, KETTLE, 2)
    const line_item_id = await lineOf(shop, id)
    await shop
      .post(REPORTS, { order_id: id, line_item_id, quantity_found: 0 })
      .expect(200)
    await settle(shop, id, { deed: { kind: "other_location", location_id } })
    expect(await shortageOf(shop, id)).toMatchObject({
      status: "completed",
      outcome: "other_location",
    })
  })

  it("is all there is about a variant that is not counted, and ends with its order", async () => {
    const variant_id = await variantOf(shop, KETTLE)
    await shop.container
      .resolve(Modules.PRODUCT)
      .updateProductVariants(variant_id, { manage_inventory: false })
    const [id = ""] = await order(shop, KETTLE, 2)
    const report = { order_id: id, line_item_id: await lineOf(shop, id) }
    await shop.post(REPORTS, { ...report, quantity_found: 0 }).expect(200)
    expect(await unitsShortOf(shop, [id])).toEqual([2])

    const announced = await shop
      .post(ANNOUNCEMENTS, { variant_id, expected_at: inDays(2) })
      .expect(400)
    expect(announced.body.code).toBe("variant_not_counted")
    const corrected = await shop
      .post(REPORTS, { ...report, quantity_found: 0, correct_stock: true })
      .expect(400)
    expect(corrected.body.code).toBe("stock_not_corrected")

    await shop.post(`/admin/orders/${id}/cancel`).expect(200)
    expect(await shortageOf(shop, id)).toMatchObject({
      status: "canceled",
      cancel_reason: "order_canceled",
    })
    const late = await shop
      .post(REPORTS, { ...report, quantity_found: 0 })
      .expect(400)
    expect(late.body.code).toBe("nothing_to_send")
  })

  it("names what is wrong with a report, and changes nothing", async () => {
    await stock(shop, KETTLE, 5)
    const [id = ""] = await order(shop, KETTLE, 2)
    const line_item_id = await lineOf(shop, id)
    const right = { order_id: id, line_item_id, quantity_found: 1 }
    for (const [wrong, status, code, path] of [
      [{ order_id: "order_0" }, 404, "line_not_found", ["line_item_id"]],
      [{ line_item_id: "ordli_0" }, 404, "line_not_found", ["line_item_id"]],
      [{ quantity_found: 3 }, 400, "found_too_many", ["quantity_found"]],
      [{ quantity_found: -1 }, 400, "too_small", ["quantity_found"]],
    ] as const) {
      const { body } = await shop
        .post(REPORTS, { ...right, ...wrong })
        .expect(status)
      expect(body).toMatchObject({ code, path })
    }
    expect(await shortageOf(shop, id)).toBeUndefined()
  })

  it("says when what is short is expected, and asks for another call when that is later", async () => {
    const { inventory_item_id, location_id } = await stock(shop, KETTLE, 1)
    const [id = ""] = await order(shop, KETTLE, 3)
    const announce = async (body: object) =>
      await shop.post(ANNOUNCEMENTS, { inventory_item_id, ...body }).expect(200)

    const friday = inDays(2)
    await announce({ expected_at: friday, note: "By lorry" })
    const task = await shortageOf(shop, id)
    expect(task?.data).toMatchObject({ lines: [{ expected_at: friday }] })
    const listed = await shop.get("/admin/shortages").expect(200)
    expect(listed.body.shortages).toMatchObject([{ expected_at: friday }])
    await settle(shop, id, { deed: { kind: "wait", until: null } })

    await announce({ expected_at: inDays(1) })
    expect(await shortageOf(shop, id)).toMatchObject({ status: "completed" })
    const later = inDays(9)
    await announce({ location_id, expected_at: later })
    expect(await shortageOf(shop, id)).toMatchObject({
      id: task?.id,
      status: "open",
      data: { lines: [{ expected_at: later }] },
    })

    const { body } = await shop
      .get(`${ANNOUNCEMENTS}?inventory_item_id=${inventory_item_id}`)
      .expect(200)
    expect(body.announcements).toHaveLength(2)
    await announce({ location_id, expected_at: null })
    const after = await shop
      .get(`${ANNOUNCEMENTS}?inventory_item_id=${inventory_item_id}`)
      .expect(200)
    expect(after.body.announcements).toMatchObject([{ location_id: null }])
  })

  it("asks for another call once the day has passed on which it was expected, or nobody knows the day any more", async () => {
    const { inventory_item_id } = await stock(shop, KETTLE, 1)
    const [id = ""] = await order(shop, KETTLE, 3)
    const announce = async (expected_at: string | null) =>
      await shop
        .post(ANNOUNCEMENTS, { inventory_item_id, expected_at })
        .expect(200)
    const agreeToWait = async (until: string | null = null) => {
      await settle(shop, id, { deed: { kind: "wait", until } })
      expect((await shortageOf(shop, id))?.status).toBe("completed")
    }
    await announce(inDays(9))
    await agreeToWait()
    await announce(null)
    expect((await shortageOf(shop, id))?.status).toBe("open")

    await announce(inDays(2))
    await agreeToWait()
    await shop.reconcile()
    expect((await shortageOf(shop, id))?.status).toBe("completed")
    shop.clock.advance(4 * 24 * 60)
    await shop.reconcile()
    const task = await shortageOf(shop, id)
    expect(task).toMatchObject({
      status: "open",
      data: { lines: [{ units: 2, expected_at: null }] },
    })
    const { body } = await shop
      .get(`/admin/follow-ups/${task?.id}/call-sheet?locale=uk`)
      .expect(200)
    expect(JSON.stringify(body.call_sheet.tasks)).toContain("бракує")
    expect(JSON.stringify(body.call_sheet.tasks)).not.toContain("Очікуємо")
    // Once is enough.
    await agreeToWait()
    await shop.reconcile()
    expect((await shortageOf(shop, id))?.status).toBe("completed")

    // The agent's day counts, too, until the supplier names a later one.
    await stock(shop, KETTLE, 0)
    await agreeToWait(inDays(20))
    await announce(inDays(15))
    expect((await shortageOf(shop, id))?.status).toBe("completed")
    shop.clock.advance(17 * 24 * 60)
    await shop.reconcile()
    expect((await shortageOf(shop, id))?.status).toBe("open")
  })

  it("asks for no other call on the day that was agreed, however many orders wait to be told of", async () => {
    const { inventory_item_id } = await stock(shop, KETTLE, 0)
    const [id = ""] = await order(shop, KETTLE, 3)
    await shop
      .post(ANNOUNCEMENTS, { inventory_item_id, expected_at: inDays(5) })
      .expect(200)
    await shop.settle()
    await shop.container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(
      `insert into shortage_order (order_id, version, created_at, updated_at)
       select 'order_' || n, 1, timestamp 'epoch', timestamp 'epoch'
         from generate_series(1, 250) as n`
    )
    const until = inDays(20)
    await settle(shop, id, { deed: { kind: "wait", until } })
    await shop.tick()
    await shop.tick()
    expect(await shortageOf(shop, id)).toMatchObject({
      status: "completed",
      data: { lines: [{ expected_at: until }] },
    })
  })

  it("says when what was not found is expected, wherever that is told", async () => {
    const { inventory_item_id, location_id } = await stock(shop, KETTLE, 9)
    const [id = ""] = await order(shop, KETTLE, 3)
    const line_item_id = await lineOf(shop, id)
    await shop
      .post(REPORTS, { order_id: id, line_item_id, quantity_found: 1 })
      .expect(200)
    const expected_at = inDays(2)
    await shop
      .post(ANNOUNCEMENTS, { inventory_item_id, expected_at })
      .expect(200)

    const task = await shortageOf(shop, id)
    const listed = await shop
      .get(`/admin/shortages?inventory_item_id=${inventory_item_id}`)
      .expect(200)
    expect(listed.body.shortages).toMatchObject([
      {
        order_display_id: task?.order_display_id,
        expected_at,
        places: [{ inventory_item_id, location_id, lacking: 2 }],
      },
    ])
    expect(task?.data).toMatchObject({ lines: [{ expected_at }] })
    const owned = await shop.get("/admin/shortages/items").expect(200)
    expect(owned.body.items).toMatchObject([
      { expected_at, inventory_item_ids: [inventory_item_id] },
    ])
    const { body } = await shop
      .get(`/admin/shortages/orders/${id}/lines/${line_item_id}/alternatives`)
      .expect(200)
    expect(body.ways).toContainEqual({ kind: "wait", until: expected_at })
    const sheet = await shop
      .get(`/admin/follow-ups/${task?.id}/call-sheet?locale=en`)
      .expect(200)
    expect(
      sheet.body.call_sheet.sections.find(
        ({ section }: { section: string }) => section === "shortage"
      ).data.lines
    ).toMatchObject([{ reported: 2, expected_at }])
  })

  it("refuses a day that is past, to be expected on or waited for, and takes today", async () => {
    const { inventory_item_id } = await stock(shop, KETTLE, 1)
    const [id = ""] = await order(shop, KETTLE, 3)
    const line_item_id = await lineOf(shop, id)
    const past = { code: "day_is_past" }
    const announced = await shop
      .post(ANNOUNCEMENTS, { inventory_item_id, expected_at: inDays(-1) })
      .expect(400)
    expect(announced.body).toMatchObject({ ...past, path: ["expected_at"] })
    const settled = await shop
      .post(`/admin/shortages/orders/${id}/settlements`, {
        line_item_id,
        deed: { kind: "wait", until: inDays(-1) },
      })
      .expect(400)
    expect(settled.body).toMatchObject({ ...past, path: ["deed", "until"] })
    await shop
      .post(ANNOUNCEMENTS, { inventory_item_id, expected_at: inDays(0) })
      .expect(200)
  })

  it("is refused of what there is none", async () => {
    const { inventory_item_id } = await stockElsewhere(shop, KETTLE, 1)
    for (const [wrong, status, code] of [
      [{}, 400, "one_of_both"],
      [{ inventory_item_id: "iitem_0" }, 404, "inventory_item_not_found"],
      [{ inventory_item_id, location_id: "sloc_0" }, 404, "location_not_found"],
      [{ inventory_item_id, expected_at: "soon" }, 400, "not_an_instant"],
    ] as const) {
      const { body } = await shop
        .post(ANNOUNCEMENTS, { expected_at: inDays(1), ...wrong })
        .expect(status)
      expect(body.code).toBe(code)
    }
  })
}

async function lineOf(shop: TestShop, order_id: string): Promise<string> {
  const { items = [] } = await shop.container
    .resolve(Modules.ORDER)
    .retrieveOrder(order_id, { relations: ["items"] })
  return items.at(0)?.id ?? ""
}
