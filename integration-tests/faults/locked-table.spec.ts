import type { Logger } from "@medusajs/framework/types"
import { Client } from "@medusajs/framework/pg"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { TestDatabaseUtils } from "@medusajs/test-utils"
import request from "supertest"
import { complete } from "../../demo/shopper/order"
import type { AdminDeliveryBoardResponse } from "../../src/api/admin/delivery-windows/types"
import {
  bookingOf,
  offerWindows,
  readyCart,
  storefront,
} from "../shop/delivery-windows"
import { placeOrder, openedTask, tasksOf } from "../shop/place-order"
import { settle } from "../shop/settle"
import { order, stock } from "../shop/stock"
import { describeShop, type TestShop } from "../shop/test-shop"

jest.setTimeout(60_000)

describeShop(
  "a shop whose task table is locked",
  (shop) => {
    afterEach(() => void jest.restoreAllMocks())

    it("sells as if it were not, and its desk says so and makes up for it", async () => {
      shop.waitNoLongerThan({ busy_retry_ms: 100 })
      const warnings = warningsOf(shop)
      const release = await lock(shop, "follow_up_task")
      // More than Medusa's pool has connections.
      const desk = [
        ...Array.from({ length: 12 }, () => shop.get("/admin/follow-ups")),
        ...Array.from({ length: 6 }, () =>
          shop.get("/admin/follow-ups/counts")
        ),
      ].map((asked) => asked.then((answer) => answer))
      const clock = [1, 2, 3].flatMap(() => [shop.tick(), shop.reconcile()])

      const orders = [
        await placeOrder(shop),
        await placeOrder(shop),
        await placeOrder(shop),
      ]
      for (let list = 0; list < 5; list++) {
        await products(shop)
      }
      // The shop has answered everything, and the table is still locked.
      expect(await release.isHeld()).toBe(true)
      for (const { status, body } of await Promise.all(desk)) {
        expect(status).toBe(503)
        expect(body).toMatchObject({
          type: "unexpected_state",
          code: "desk_busy",
          message: expect.stringContaining("try again in a few seconds"),
        })
      }
      await Promise.all(clock)
      expect(warnings.filter((line) => line.includes("busy"))).toHaveLength(1)

      await release.now()
      for (const { id, created_at } of orders) {
        const task = await openedTask(shop, id)
        expect(task.opened_at).toBe(new Date(created_at).toISOString())
      }
      await shop.reconcile()
      for (const { id } of orders) {
        expect(await tasksOf(shop, id)).toHaveLength(1)
      }
    })

    it("refuses what is asked of the tasks by links and queries, too", async () => {
      const release = await lock(shop, "follow_up_task")
      const query = shop.container.resolve(ContainerRegistrationKeys.QUERY)
      await expect(
        query.graph({ entity: "follow_up_task", fields: ["id"] })
      ).rejects.toMatchObject({ code: "desk_busy" })
      await expect(
        shop.followUp.updateFollowUpTasks({ id: "futask_1", priority: 1 })
      ).rejects.toMatchObject({ code: "desk_busy" })
      expect(await release.isHeld()).toBe(true)
      await release.now()
      expect(await shop.followUp.listFollowUpTasks({})).toEqual([])
      // The connections are the shop's: no limit stays with them.
      const pool = shop.container.resolve(
        ContainerRegistrationKeys.PG_CONNECTION
      )
      const { rows } = await pool.raw(
        "select current_setting('lock_timeout') as lock_timeout"
      )
      expect(rows).toEqual([{ lock_timeout: "0" }])
    })

    it.each(["follow_up_playbook", "follow_up_watermark", "follow_up_timer"])(
      "places an order while %s is locked, and has its task afterwards",
      async (table) => {
        shop.waitNoLongerThan({ busy_retry_ms: 100 })
        const release = await lock(shop, table)
        const { id } = await placeOrder(shop)
        await products(shop)
        expect(await release.isHeld()).toBe(true)
        await release.now()
        await openedTask(shop, id)
        await shop.settle()
        expect(await tasksOf(shop, id)).toHaveLength(1)
      }
    )

    it("opens and shows tasks while all about shortages is locked, and notices them afterwards", async () => {
      shop.waitNoLongerThan({ busy_retry_ms: 100 })
      await stock(shop, "KET-ST", 0)
      await shop.settle()
      const release = await lock(shop, ...SHORTAGES)
      const { id } = await placeOrder(shop)
      const task = await openedTask(shop, id)
      const { body } = await shop
        .get(`/admin/follow-ups/${task.id}/call-sheet?locale=en`)
        .expect(200)
      expect(body.call_sheet.sections).toContainEqual(
        expect.objectContaining({ section: "order" })
      )
      await shop.post(`/admin/follow-ups/${task.id}/claim`).expect(200)
      expect(await release.isHeld()).toBe(true)
      await release.now()
      expect(await openedTask(shop, id, "resolve_shortage")).toMatchObject({
        status: "open",
      })
    })

    it("says that what is short is not known, where couriers and packers would take all of an order", async () => {
      const { window } = await offerWindows(shop)
      await stock(shop, "KET-ST", 1)
      const [order_id = ""] = await order(shop, "KET-ST", 2)
      await settle(shop, order_id, {
        deed: { kind: "part_delivery", units: 1 },
      })
      await shop
        .post(`/admin/delivery-windows/orders/${order_id}/book`, {
          window_id: window.id,
        })
        .expect(200)
      const board = async () => {
        const { body } = await shop
          .get(`/admin/delivery-windows?date=${window.local_date}`)
          .expect(200)
        const { windows, knows_shortages }: AdminDeliveryBoardResponse = body
        const [booking] = windows.flatMap(({ bookings }) => bookings)
        return { knows_shortages, items: booking?.order?.items }
      }
      const toPack = async () =>
        (
          await shop
            .get(`/admin/follow-ups/orders/${order_id}/notices`)
            .expect(200)
        ).body.coming_later
      const release = await lock(shop, ...SHORTAGES)
      expect(await board()).toMatchObject({
        knows_shortages: false,
        items: [{ quantity: 2, later: null }],
      })
      expect(await toPack()).toBeNull()
      await release.now()
      // The courier's units now are those that are to be packed now.
      expect(await board()).toMatchObject({
        knows_shortages: true,
        items: [{ quantity: 1, later: { units: 1 } }],
      })
      expect(await toPack()).toMatchObject([{ now: 1, later: 1 }])
    })

    it("places an order while all about delivery windows is locked, and agrees on the window afterwards", async () => {
      shop.waitNoLongerThan({ busy_retry_ms: 100 })
      const { window } = await offerWindows(shop)
      const cart = await readyCart(shop)
      await storefront(shop).hold(cart.cart_id, window.id).expect(200)
      const release = await lock(shop, ...WINDOWS)
      const chosen = await complete(cart)
      const plain = await placeOrder(shop)
      await openedTask(shop, chosen.id)
      await products(shop)
      expect(await release.isHeld()).toBe(true)
      await release.now()
      expect(
        await openedTask(shop, plain.id, "arrange_delivery")
      ).toMatchObject({
        status: "open",
      })
      await shop.settle()
      expect(await bookingOf(shop, chosen.id)).toMatchObject({
        status: "confirmed",
      })
    })
  },
  { readyCarts: true }
)

const WINDOWS = [
  "delivery_window",
  "delivery_window_booking",
  "delivery_window_order",
  "delivery_window_template",
]

const SHORTAGES = ["shortage_line", "shortage_report", "shortage_dirty"]

async function products(shop: TestShop): Promise<void> {
  await request(shop.url)
    .get("/store/products")
    .set("x-publishable-api-key", shop.wares.publishable_key)
    .expect(200)
}

/** Locks tables from a connection of its own. */
async function lock(
  shop: TestShop,
  ...tables: string[]
): Promise<{ isHeld(): Promise<boolean>; now(): Promise<void> }> {
  const pool = shop.container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await pool.raw("select current_database() as name")
  const client = new Client({
    connectionString: TestDatabaseUtils.getDatabaseURL(rows[0].name),
  })
  await client.connect()
  await client.query(
    `begin; lock table ${tables.join(", ")} in access exclusive mode`
  )
  return {
    isHeld: async () => {
      const held = await client.query(
        `select from pg_locks
          where granted and pid = pg_backend_pid()
            and relation = any ($1::regclass[])
            and mode = 'AccessExclusiveLock'`,
        [tables]
      )
      return held.rowCount === tables.length
    },
    now: async () => {
      await client.query("rollback")
      await client.end()
    },
  }
}

/** What the shop logs as a warning during this test. */
function warningsOf(shop: TestShop): string[] {
  const logger = shop.container.resolve<Logger>(
    ContainerRegistrationKeys.LOGGER
  )
  const warnings: string[] = []
  jest
    .spyOn(logger, "warn")
    .mockImplementation((message) => void warnings.push(message))
  return warnings
}
