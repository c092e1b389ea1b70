import { z } from "@medusajs/framework/zod"
import { setTimeout as sleep } from "node:timers/promises"
import { agents, shoppers } from "../../../demo/seed/people"
import { placeOrder } from "../../../demo/shopper/order"
import { signIn } from "../../shop/sign-in"
import { until } from "../../shop/until"
import type { StoreProcess } from "./store-process"

/** Each accepted, or offered, at the same time; the kill meets each elsewhere. */
const ORDERS = 8
const ACCEPTED = 5

/** Between one and the next, and before the kill. */
const APART_MS = 30
const LONGEST_MOMENT_MS = 1_500

/** So many are being carried out when the moment before the kill begins. */
const BEGUN = 2

type Ordered = { order_id: string; line_item_id: string }

/** A store that is killed while it offers, and carries out what was accepted. */
export function killedOffers(
  store: () => StoreProcess,
  random: () => number
): void {
  const ordered: Ordered[] = []

  beforeAll(async () => {
    const ware = await aWare(store())
    const post = await posting(store())
    const offer = async ({ order_id, line_item_id }: Ordered) =>
      await post(`/admin/shortages/orders/${order_id}/offers`, {
        line_item_id,
        units: 1,
        alternatives: [{ ...ware, quantity: 1, price: "listed" }],
      })
    for (let nth = 0; nth < ORDERS; nth++) {
      ordered.push(await anOrder(store(), nth))
    }
    const offers: Offered[] = []
    for (const one of ordered.slice(0, ACCEPTED)) {
      offers.push(offerSchema.parse(await (await offer(one)).json()).offer)
    }
    const unanswered = ordered.map(async (one, nth) => {
      await sleep(nth * APART_MS)
      const made = offers[nth]
      await (
        made
          ? post(`/admin/shortages/offers/${made.id}/answer`, {
              answer: "accept",
              alternative_id: made.alternatives[0]?.id,
            })
          : offer(one)
      ).catch(() => undefined)
    })
    await until(
      async () =>
        (await store().rows("select from shortage_settlement")).length >= BEGUN
    )
    await sleep(random() * LONGEST_MOMENT_MS)
    await store().kill()
    await Promise.all(unanswered)
    // Undone or completed by the first, and carried out by the second.
    await store().walk(3)
    await store().walk(6)
    await store().start()
  })

  it("has carried out what was accepted, or not begun with it", async () => {
    const settled = await store().rows<{ state: string; ended_at: unknown }>(
      "select state, ended_at from shortage_settlement"
    )
    expect(settled.length).toBeGreaterThanOrEqual(BEGUN)
    expect(settled.filter(({ ended_at }) => ended_at === null)).toEqual([])
    const states = await Promise.all(
      ordered.map(async (one) => await stateOf(store(), one))
    )
    process.stdout.write(
      `kills: of ${settled.length} settlements, ${settled.filter(({ state }) => state === "undone").length} undone; offers: ${states.join(", ")}\n`
    )
    const fine = ["accepted", "open", "ended", "not offered"]
    expect(states.filter((state) => !fine.includes(state))).toEqual([])
  })

  it("holds nothing but what is offered", async () => {
    expect(
      await store().rows(
        `select reservation.id from reservation_item as reservation
           left join shortage_hold as hold
             on hold.id = reservation.metadata ->> 'shortage_hold'
           left join shortage_offer as offer on offer.id = hold.offer_id
          where reservation.deleted_at is null
            and reservation.metadata ? 'shortage_hold'
            and offer.status is distinct from 'open'`
      )
    ).toEqual([])
  })
}

type Offered = z.infer<typeof offerSchema>["offer"]

const offerSchema = z.object({
  offer: z.object({
    id: z.string(),
    alternatives: z.array(z.object({ id: z.string() })),
  }),
})

async function posting(store: StoreProcess) {
  const token = await signIn(store.url, agents[0]?.email ?? "")
  return async (path: string, body: object) =>
    await fetch(`${store.url}${path}`, {
      method: "POST",
      headers: {
        Authorization: `Bearer ${token}`,
        "Content-Type": "application/json",
      },
      body: JSON.stringify(body),
    })
}

type Ware = { variant_id: string; location_id: string }

async function aWare(store: StoreProcess): Promise<Ware> {
  const [ware] = await store.rows<Ware>(
    `select part.variant_id, level.location_id
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

async function anOrder(store: StoreProcess, nth: number): Promise<Ordered> {
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
      email: `offered.${nth}@mail.example`,
      phone: `+38067999000${nth}`,
    },
    basket: [{ variant_id, title: "ware", quantity: 1 }],
  })
  return { order_id, line_item_id: items?.at(0)?.id ?? "" }
}

/** What has become of the order's offer, or what is wrong with the order. */
async function stateOf(
  store: StoreProcess,
  { order_id, line_item_id }: Ordered
): Promise<string> {
  const [facts] = await store.rows<{
    lines: string[]
    reserved: string[]
    held: number
    open_changes: number
    status: string | null
  }>(
    `select array(select item.item_id from order_item as item
                    join "order" on "order".id = item.order_id
                                and "order".version = item.version
                   where item.order_id = $1 and item.deleted_at is null) as lines,
            array(select line_item_id from reservation_item
                   where deleted_at is null and line_item_id in (
                           select item_id from order_item where order_id = $1
                         )) as reserved,
            (select count(*)::int from reservation_item
              where deleted_at is null
                and metadata ->> 'shortage_hold' in (
                      select hold.id from shortage_hold as hold
                        join shortage_offer as offer on offer.id = hold.offer_id
                       where offer.order_id = $1
                    )) as held,
            (select count(*)::int from order_change
              where order_id = $1 and status in ('pending', 'requested')
                and deleted_at is null) as open_changes,
            (select status from shortage_offer where order_id = $1) as status`,
    [order_id]
  )
  const is_sound =
    facts?.open_changes === 0 &&
    facts.lines.length === 1 &&
    JSON.stringify(facts.reserved) === JSON.stringify(facts.lines)
  const is_replaced = facts?.lines[0] !== line_item_id
  const found = {
    accepted: facts?.status === "answered" && is_replaced && facts.held === 0,
    open: facts?.status === "open" && !is_replaced && facts.held === 1,
    ended: facts?.status === "expired" && !is_replaced && facts.held === 0,
    "not offered": facts?.status === null && !is_replaced && facts.held === 0,
  }
  const [state] = Object.entries(found).find(([, is]) => is && is_sound) ?? []
  return state ?? JSON.stringify(facts)
}
