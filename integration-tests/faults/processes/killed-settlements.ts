import { z } from "@medusajs/framework/zod"
import { setTimeout as sleep } from "node:timers/promises"
import { agents, shoppers } from "../../../demo/seed/people"
import { placeOrder } from "../../../demo/shopper/order"
import { signIn } from "../../shop/sign-in"
import { until } from "../../shop/until"
import type { StoreProcess } from "./store-process"

/** Settled at the same time, so that the kill meets each at another step. */
const ORDERS = 8

/** Between one and the next, and before the kill. */
const APART_MS = 30
const LONGEST_MOMENT_MS = 1_500

/** So many have begun when the moment before the kill begins. */
const BEGUN = 2

type Begun = { order_id: string; line_item_id: string; hold_id: string }

/** A store that is killed while it carries out what was agreed. */
export function killedSettlements(
  store: () => StoreProcess,
  random: () => number
): void {
  const begun: Begun[] = []

  beforeAll(async () => {
    const [token, ware] = [
      await signIn(store().url, agents[0]?.email ?? ""),
      await aWare(store()),
    ]
    const post = async (path: string, body: object) =>
      await fetch(`${store().url}${path}`, {
        method: "POST",
        headers: {
          Authorization: `Bearer ${token}`,
          "Content-Type": "application/json",
        },
        body: JSON.stringify(body),
      })
    for (let nth = 0; nth < ORDERS; nth++) {
      begun.push(await anOrder(store(), nth, ware, post))
    }
    const answers = begun.map(
      async ({ order_id, line_item_id, hold_id }, nth) => {
        await sleep(nth * APART_MS)
        await post(`/admin/shortages/orders/${order_id}/settlements`, {
          line_item_id,
          deed: {
            kind: "replace",
            units: 1,
            by: [
              {
                variant_id: ware.variant_id,
                location_id: ware.location_id,
                quantity: 1,
                unit_price: 500,
                hold_reservation_ids: [hold_id],
              },
            ],
          },
        }).catch(() => undefined)
      }
    )
    await until(async () => (await settlementsOf(store())).length >= BEGUN)
    await sleep(random() * LONGEST_MOMENT_MS)
    await store().kill()
    await Promise.all(answers)
    await store().walk()
    await store().start()
  })

  it("has finished each, or undone it", async () => {
    const settled = await settlementsOf(store())
    expect(settled.length).toBeGreaterThanOrEqual(BEGUN)
    expect(settled.filter(({ ended_at }) => ended_at === null)).toEqual([])
    const states = await Promise.all(begun.map((one) => stateOf(store(), one)))
    process.stdout.write(
      `kills: of ${settled.length} settlements, ${settled.filter(({ state }) => state === "undone").length} undone\n`
    )
    expect(states.filter((state) => !/^(done|as before)$/.test(state))).toEqual(
      []
    )
  })
}

async function settlementsOf(store: StoreProcess) {
  return await store.rows<{ state: string; ended_at: Date | null }>(
    "select state, ended_at from shortage_settlement"
  )
}

type Ware = {
  variant_id: string
  inventory_item_id: string
  location_id: string
}

async function aWare(store: StoreProcess): Promise<Ware> {
  const [ware] = await store.rows<Ware>(
    `select part.variant_id, part.inventory_item_id, level.location_id
       from product_variant_inventory_item as part
       join inventory_level as level using (inventory_item_id)
      where part.variant_id = $1`,
    [store.wares.variant_ids[1]]
  )
  if (!ware) {
    throw new Error("Nothing is stocked")
  }
  return ware
}

async function anOrder(
  store: StoreProcess,
  nth: number,
  { inventory_item_id, location_id }: Ware,
  post: (path: string, body: object) => Promise<Response>
): Promise<Begun> {
  const stranger = shoppers.find(
    ({ registered, phone }) => !registered && phone
  )
  const [variant_id = ""] = store.wares.variant_ids
  if (!stranger) {
    throw new Error("Nobody can order")
  }
  const { id: order_id, items } = await placeOrder({
    url: store.url,
    shop: store.wares,
    shopper: {
      ...stranger,
      email: `settled.${nth}@mail.example`,
      phone: `+38067999000${nth}`,
    },
    basket: [{ variant_id, title: "ware", quantity: 1 }],
  })
  const held = await post("/admin/reservations", {
    inventory_item_id,
    location_id,
    quantity: 1,
  })
  const { reservation } = z
    .object({ reservation: z.object({ id: z.string() }) })
    .parse(await held.json())
  return {
    order_id,
    line_item_id: items?.at(0)?.id ?? "",
    hold_id: reservation.id,
  }
}

/** "done", "as before", or what is wrong with it. */
async function stateOf(
  store: StoreProcess,
  { order_id, line_item_id, hold_id }: Begun
): Promise<string> {
  const [facts] = await store.rows<{
    lines: string[]
    is_held: boolean
    reserved: string[]
    open_changes: number
  }>(
    `select array(select item.item_id from order_item as item
                    join "order" on "order".id = item.order_id
                                and "order".version = item.version
                   where item.order_id = $1 and item.deleted_at is null) as lines,
            exists (select from reservation_item
                     where id = $2 and deleted_at is null) as is_held,
            array(select line_item_id from reservation_item
                   where deleted_at is null and line_item_id in (
                           select item_id from order_item where order_id = $1
                         )) as reserved,
            (select count(*)::int from order_change
              where order_id = $1 and status in ('pending', 'requested')
                and deleted_at is null) as open_changes`,
    [order_id, hold_id]
  )
  const is = (lines: boolean, is_held: boolean) =>
    facts?.lines.length === 1 &&
    facts.open_changes === 0 &&
    facts.is_held === is_held &&
    (facts.lines[0] === line_item_id) === lines &&
    JSON.stringify(facts.reserved) === JSON.stringify(facts.lines)
  if (is(false, false)) {
    return "done"
  }
  return is(true, true) ? "as before" : JSON.stringify(facts)
}
