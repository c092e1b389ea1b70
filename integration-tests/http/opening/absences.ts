import type { AdminFollowUpAbsence } from "../../../src/api/admin/follow-ups/absences/types"
import { countLeftOut } from "../../../src/workflows/desk/reconciler/count-left-out"
import {
  lookBack as lookBackPart,
  type LookBackPosition,
} from "../../../src/workflows/desk/reconciler/look-back"
import { syncNewRecords } from "../../../src/workflows/desk/reconciler/sync-new-records"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { placeOrder, tasksOf } from "../../shop/place-order"
import type { TestShop } from "../../shop/test-shop"
import { withoutEvents } from "../../shop/without-events"

const DAY_MS = 24 * 3_600_000

export function absences(shop: TestShop): void {
  const ago = (days: number) =>
    new Date(shop.clock.now().getTime() - days * DAY_MS)

  /** The plugin has been there for 60 days, and last looked some days ago. */
  const wasAway = async (days: number) => {
    await shop.reconcile()
    await shop.followUp.updateFollowUpWatermarks([
      { name: "first_start", position: ago(60) },
      { name: "orders", position: ago(days) },
      { name: "customers", position: ago(days) },
    ])
  }

  /** An order that was placed some days ago, while the plugin was away. */
  const placedBefore = async (days: number) => {
    const order = await withoutEvents(shop, () => placeOrder(shop))
    await shop.container
      .resolve(ContainerRegistrationKeys.PG_CONNECTION)
      .raw(`update "order" set created_at = ? where id = ?`, [
        ago(days),
        order.id,
      ])
    return order
  }

  const left = async (): Promise<AdminFollowUpAbsence[]> =>
    (await shop.get("/admin/follow-ups/absences").expect(200)).body.absences

  const lookBack = async (days: number, dry_run: boolean) =>
    (
      await shop
        .post("/admin/follow-ups/look-back", { days, dry_run })
        .expect(200)
    ).body.look_back

  const comeBack = async () => {
    shop.clock.advance(2)
    await shop.reconcile()
    await shop.reconcile()
  }

  it("opens after 25 days only what can still be worked, and says what it left out", async () => {
    await wasAway(25)
    const old = await placedBefore(10)
    const over = await placedBefore(9)
    const canceled = await placedBefore(8)
    const recent = await placedBefore(0.5)
    await withoutEvents(shop, async () => {
      await shop.post(`/admin/orders/${over.id}/complete`).expect(200)
      await shop.post(`/admin/orders/${canceled.id}/cancel`).expect(200)
    })
    await comeBack()

    expect(await tasksOf(shop, recent.id)).toHaveLength(1)
    for (const { id } of [old, over, canceled]) {
      expect(await tasksOf(shop, id)).toEqual([])
    }
    const [absence, ...others] = await left()
    expect(others).toEqual([])
    expect(absence).toMatchObject({ entity: "order", records: 1 })
    const hours =
      Date.parse(absence?.left_out_to ?? "") - shop.clock.now().getTime()
    expect(Math.round(hours / DAY_MS)).toBe(-1)

    await shop.post("/admin/follow-ups/absences/dismiss").expect(200)
    expect(await left()).toEqual([])
  })

  it("opens what grows too old only while it looks", async () => {
    await wasAway(25)
    const MINUTE = 1 / (24 * 60)
    const order = await placedBefore(1 - 3 * MINUTE)
    const { followUp, clock } = shop
    const advanceWatermark = followUp.advanceWatermark
    const looking = jest
      .spyOn(followUp, "advanceWatermark")
      .mockImplementationOnce(async (...position) => {
        await advanceWatermark(...position)
        clock.advance(2)
      })
    await comeBack()
    expect(looking).toHaveBeenCalled()
    looking.mockRestore()

    expect(await tasksOf(shop, order.id)).toHaveLength(1)
  })

  it("opens the rest when an admin looks back, after a dry run", async () => {
    await wasAway(25)
    const old = await placedBefore(10)
    await placedBefore(20)
    await comeBack()
    const found = {
      records: 1,
      types: [{ type: "confirm_order", count: 1, late: 1 }],
    }
    expect(await lookBack(15, true)).toEqual({
      dry_run: true,
      looked_at: expect.any(Number),
      next: null,
      ...found,
    })
    expect(await tasksOf(shop, old.id)).toEqual([])

    expect(await lookBack(15, false)).toMatchObject({
      dry_run: false,
      ...found,
    })
    const [task, ...others] = await tasksOf(shop, old.id)
    expect(others).toEqual([])
    expect(Date.parse(task?.opened_at ?? "")).toBeLessThan(ago(9).getTime())
    expect(await lookBack(15, true)).toMatchObject({ records: 0, types: [] })

    // The other is 20 days old: it is still left out until it is looked at.
    expect(await left()).toHaveLength(1)
    expect(await lookBack(26, false)).toMatchObject({ records: 1 })
    expect(await left()).toEqual([])
  })

  it("counts what was left out, and looks back, part by part", async () => {
    await wasAway(25)
    await placedBefore(10)
    await placedBefore(12)
    await placedBefore(14)
    shop.clock.advance(2)
    await syncNewRecords("order", shop.container)
    const counted = []
    for (let part = 0; part < 4; part++) {
      await countLeftOut(shop.container, 1)
      counted.push(...(await left()).map(({ records }) => records))
    }
    expect(counted).toEqual([1, 2, 3, 3])

    const found = []
    let after: LookBackPosition | undefined
    do {
      const input = { days: 20, dry_run: true, ...(after && { after }) }
      const part = await lookBackPart(input, shop.container, 1)
      found.push(part.records)
      after = part.next ?? undefined
    } while (after)
    expect(found.filter((records) => records === 1)).toHaveLength(3)
    expect(Math.max(...found)).toBe(1)
  })

  it("goes on where a part of a look back ended", async () => {
    await wasAway(25)
    await placedBefore(10)
    await comeBack()
    const look = async (skip: number) =>
      (
        await shop
          .post("/admin/follow-ups/look-back", {
            days: 20,
            dry_run: true,
            after: {
              entity: "order",
              since: ago(20).toISOString(),
              until: shop.clock.now().toISOString(),
              skip,
            },
          })
          .expect(200)
      ).body.look_back
    const { looked_at } = await look(0)
    expect(await look(1)).toMatchObject({ looked_at: looked_at - 1 })
    await shop
      .post("/admin/follow-ups/look-back", { days: 20, after: { skip: -1 } })
      .expect(400)
  })

  it("does not open what was left out because its order changes", async () => {
    await wasAway(25)
    const old = await placedBefore(10)
    await shop.follow(old.id)
    await comeBack()
    await shop.follow(old.id)

    expect(await tasksOf(shop, old.id)).toEqual([])
  })

  it("opens everything after an absence that the shop allows", async () => {
    await wasAway(0.9)
    const order = await placedBefore(0.8)
    await comeBack()

    expect(await tasksOf(shop, order.id)).toHaveLength(1)
    expect(await left()).toEqual([])
  })

  it.each([0, 1.5, 367, "7", null])(
    "refuses to look back %j days",
    async (days) => {
      await shop
        .post("/admin/follow-ups/look-back", { days, dry_run: true })
        .expect(400)
    }
  )
}
