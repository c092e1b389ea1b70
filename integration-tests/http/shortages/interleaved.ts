import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { seededRandom } from "../../../demo/seeded-random"
import { computeShortages } from "../../../src/workflows/shortage/compute-shortages"
import { sellKits, stock, stockElsewhere, variantOf } from "../../shop/stock"
import type { TestShop } from "../../shop/test-shop"
import { withoutEvents } from "../../shop/without-events"

const KETTLE = "KET-ST"
const FILTER = "FIL-1"

const STEPS = 1_000
const SEED = 20_261_127

/**
 * One step of so many goes the whole way, by its events and to the tasks. Of the
 * others, only what is short is computed, or it would take three times as long.
 */
const WHOLE_WAY = 25

/** So many lines compete for the stock; more would only take longer. */
const FEW = 4
const MANY = 12
const LESS = ["deliver", "cancel"] as const

/** A line of a live order, as the walk of the test knows it. */
type Line = { order_id: string; id: string; parts: Part[]; quantity: number }

type Part = { inventory_item_id: string; required: number }

export function interleaved(shop: TestShop): void {
  it("to orders and stock, what is short follows from them at each step", async () => {
    const walk = await begin(shop)
    const go = async (step: number, notice: () => Promise<unknown>) => {
      const what = await walk.go()
      await notice()
      expect({ step, what, short: await noticed(shop) }).toEqual({
        step,
        what,
        short: await expected(shop),
      })
    }
    for (let step = 0; step < STEPS; step += WHOLE_WAY) {
      await withoutEvents(shop, async () => {
        for (let further = 1; further < WHOLE_WAY; further++) {
          await go(step + further, walk.compute)
        }
      })
      await go(step + WHOLE_WAY, async () => await shop.settle())
      // Also for the steps that told nobody.
      await shop.tick()
      expect(await unitsInTasks(shop)).toEqual(await unitsInLines(shop))
    }
  })
}

/** The units that each order lacks, by its open task. */
const unitsInTasks = async (shop: TestShop) =>
  await query(
    shop,
    `select order_id, sum((line ->> 'units')::int)::int as units
       from follow_up_task, jsonb_array_elements(data -> 'lines') as line
      where type = 'resolve_shortage' and status in ('open', 'waiting')
      group by order_id order by order_id`
  )

/** The same by its lines. */
const unitsInLines = async (shop: TestShop) =>
  await query(
    shop,
    `select order_id, sum(units)::int as units from shortage_line
      where ended_at is null group by order_id order by order_id`
  )

/** The plugin's lines, in the order in which they are compared. */
async function noticed(shop: TestShop): Promise<object[]> {
  return await query(
    shop,
    `select line.line_item_id, place.inventory_item_id, place.location_id,
            place.lacking
       from shortage_line as line,
            jsonb_to_recordset(line.places) as place
              (inventory_item_id text, location_id text, lacking integer)
      where line.ended_at is null
      order by 1, 2, 3`
  )
}

/**
 * The same by the formula, in SQL: the units reserved at a place beyond what is
 * stocked there are lacking for those who came last.
 */
async function expected(shop: TestShop): Promise<object[]> {
  const rows = await query<{
    line_item_id: string | null
    inventory_item_id: string
    location_id: string
    lacking: number
    reserved: number
    stocked: number
  }>(
    shop,
    `with first as (
       select line_item_id, min(created_at) as reserved_at
         from reservation_item where line_item_id is not null group by 1
     ), claim as (
       select r.line_item_id, r.inventory_item_id, r.location_id, r.quantity,
              greatest(0, coalesce(l.stocked_quantity, 0)) as stocked,
              date_trunc('milliseconds',
                coalesce(first.reserved_at, r.created_at)) as first_at,
              date_trunc('milliseconds', o.created_at) as ordered_at,
              o.id as order_id, coalesce(r.line_item_id, r.id) as last_resort
         from reservation_item as r
         left join first on first.line_item_id = r.line_item_id
         left join inventory_level as l
           on l.inventory_item_id = r.inventory_item_id
          and l.location_id = r.location_id and l.deleted_at is null
         left join lateral (
                select "order".id, "order".created_at
                  from order_item join "order" on "order".id = order_item.order_id
                 where order_item.item_id = r.line_item_id limit 1
              ) as o on true
        where r.deleted_at is null
     ), queue as (
       select claim.*,
              coalesce(sum(quantity) over (
                partition by inventory_item_id, location_id
                order by first_at, coalesce(ordered_at, first_at),
                         coalesce(order_id, '') collate "C",
                         last_resort collate "C"
                rows between unbounded preceding and 1 preceding), 0) as before,
              sum(quantity) over (
                partition by inventory_item_id, location_id) as reserved
         from claim
     )
     select line_item_id, inventory_item_id, location_id,
            sum(quantity - least(quantity, greatest(0, stocked - before)))::int
              as lacking,
            max(reserved)::int as reserved, max(stocked)::int as stocked
       from queue
      group by line_item_id, inventory_item_id, location_id
      order by 1, 2, 3`
  )
  for (const [place, total] of lackingByPlace(rows)) {
    expect({ place, lacking: total.lacking }).toEqual({
      place,
      lacking: Math.min(
        total.reserved,
        Math.max(0, total.reserved - Math.max(0, total.stocked))
      ),
    })
  }
  return rows
    .filter(({ line_item_id, lacking }) => line_item_id && lacking > 0)
    .map(({ reserved: _, stocked: __, ...row }) => row)
}

function lackingByPlace(
  rows: {
    inventory_item_id: string
    location_id: string
    lacking: number
    reserved: number
    stocked: number
  }[]
) {
  const places = new Map<
    string,
    { lacking: number; reserved: number; stocked: number }
  >()
  for (const { inventory_item_id, location_id, ...row } of rows) {
    const place = `${inventory_item_id} ${location_id}`
    const lacking = (places.get(place)?.lacking ?? 0) + row.lacking
    places.set(place, { ...row, lacking })
  }
  return places
}

async function query<Row extends object>(
  shop: TestShop,
  statement: string
): Promise<Row[]> {
  const { rows } = await shop.container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw(statement)
  return rows
}

/** A walk of random steps, the same in each run. */
async function begin(shop: TestShop) {
  const { container } = shop
  const random = seededRandom(SEED)
  const below = (limit: number) => Math.floor(random() * limit)
  const oneOf = <Item>(items: readonly Item[]) => items[below(items.length)]
  const inventory = container.resolve(Modules.INVENTORY)
  const orders = container.resolve(Modules.ORDER)

  await sellKits(shop, "KIT", { [KETTLE]: 1, [FILTER]: 2 })
  const kettle = await stock(shop, KETTLE, 6)
  const filter = await stock(shop, FILTER, 9)
  const other = await stockElsewhere(shop, KETTLE, 4)
  const locations = [kettle.location_id, other.location_id]
  await inventory.createInventoryLevels([
    { ...filter, location_id: other.location_id, stocked_quantity: 5 },
  ])
  const items = [kettle.inventory_item_id, filter.inventory_item_id]
  const [kettles = "", filters = ""] = items
  const wares = [
    {
      variant_id: await variantOf(shop, KETTLE),
      parts: [{ inventory_item_id: kettles, required: 1 }],
    },
    {
      variant_id: await variantOf(shop, FILTER),
      parts: [{ inventory_item_id: filters, required: 1 }],
    },
    {
      variant_id: await variantOf(shop, "KIT"),
      parts: [
        { inventory_item_id: kettles, required: 1 },
        { inventory_item_id: filters, required: 2 },
      ],
    },
  ]
  const lines: Line[] = []
  const holds: string[] = []

  const reserve = async (reserved: Line[]) => {
    const location_id = oneOf(locations) ?? ""
    await inventory.createReservationItems(
      reserved.flatMap(({ id, parts, quantity }) =>
        parts.map(({ inventory_item_id, required }) => ({
          line_item_id: id,
          inventory_item_id,
          location_id,
          quantity: quantity * required,
          allow_backorder: true,
        }))
      )
    )
  }
  const place = async () => {
    const wanted = Array.from({ length: 1 + below(2) }, () => ({
      ware: wares[below(wares.length)] ?? wares[0],
      quantity: 1 + below(3),
    }))
    const order = await orders.createOrders({
      currency_code: "uah",
      items: wanted.map(({ ware, quantity }) => ({
        title: "Ware",
        variant_id: ware?.variant_id,
        quantity,
        unit_price: 100,
      })),
    })
    const placed = (order.items ?? []).map((item) => ({
      order_id: order.id,
      id: item.id,
      parts:
        wares.find(({ variant_id }) => variant_id === item.variant_id)?.parts ??
        [],
      quantity: Number(item.quantity),
    }))
    await reserve(placed)
    lines.push(...placed)
  }
  /** As confirming an edit does it. */
  const edit = async () => {
    const line = oneOf(lines)
    if (line) {
      line.quantity = 1 + below(4)
      await inventory.deleteReservationItemsByLineItem([line.id])
      await reserve([line])
    }
  }
  const move = async () => {
    const line = oneOf(lines)
    const reserved = await inventory.listReservationItems({
      line_item_id: line?.id ?? "",
    })
    const location_id = oneOf(locations) ?? ""
    for (const { id } of reserved) {
      // Medusa refuses this while less than nothing is available there.
      await inventory
        .updateReservationItems([{ id, location_id }])
        .catch(() => {
          return null
        })
    }
  }
  const cancel = async () => {
    const order_id = oneOf(lines)?.order_id
    const canceled = lines.filter((line) => line.order_id === order_id)
    if (order_id) {
      await orders.cancel(order_id)
      await inventory.deleteReservationItemsByLineItem(
        canceled.map(({ id }) => id)
      )
      lines.splice(
        0,
        lines.length,
        ...lines.filter((line) => line.order_id !== order_id)
      )
    }
  }
  /** Also from where nothing of it is reserved. */
  const deliver = async () => {
    const line = oneOf(lines)
    const location_id = oneOf(locations) ?? ""
    if (line) {
      for (const { inventory_item_id, required } of line.parts) {
        await inventory.adjustInventory(
          inventory_item_id,
          location_id,
          -line.quantity * required
        )
      }
      await inventory.deleteReservationItemsByLineItem([line.id])
      lines.splice(lines.indexOf(line), 1)
    }
  }
  const restock = async () => {
    await inventory.updateInventoryLevels([
      {
        inventory_item_id: oneOf(items) ?? "",
        location_id: oneOf(locations) ?? "",
        stocked_quantity: below(24) - 2,
      },
    ])
  }
  const hold = async () => {
    const inventory_item_id = oneOf(items) ?? ""
    const location_id = oneOf(locations) ?? ""
    const [held] = await inventory.createReservationItems([
      { inventory_item_id, location_id, quantity: 2, allow_backorder: true },
    ])
    holds.push(held?.id ?? "")
  }
  const release = async () => {
    const id = holds.splice(below(holds.length), 1)
    await inventory.deleteReservationItems(id)
  }
  const steps = {
    place,
    edit,
    move,
    deliver,
    cancel,
    restock,
    hold,
    release,
  }
  const names = Object.keys(steps) as (keyof typeof steps)[]
  return {
    compute: async () =>
      await computeShortages({ items, order_ids: [] }, container),
    /** @returns what was done */
    go: async (): Promise<string> => {
      const name =
        lines.length < FEW
          ? "place"
          : (oneOf(lines.length > MANY ? LESS : names) ?? "place")
      await steps[name]()
      return name
    },
  }
}
