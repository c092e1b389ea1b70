import { Modules } from "@medusajs/framework/utils"
import { FOLLOW_UP_MODULE } from "../../../src/modules/follow-up"
import { SHORTAGE_MODULE } from "../../../src/modules/shortage"
import { settle } from "../../../src/workflows/shortage/settlement/settle"
import { tasksOf } from "../../shop/place-order"
import {
  capture,
  hold,
  inPlace,
  isLive,
  lineOf,
  reservedFor,
  sell,
  snapshot,
  twoThousand,
} from "../../shop/settle"
import type { TestShop } from "../../shop/test-shop"
import { until } from "../../shop/until"

/** What a settlement was about to do, for the n-th time, when it was killed. */
type Moment = [
  what: string,
  who: string,
  method: string,
  nth: number,
  is_settled: boolean,
  /** Of what its arguments have; other calls go on, and do not count. */
  only?: string,
]

const MOMENTS: Moment[] = [
  ["before its lines are known", SHORTAGE_MODULE, "noteSettlement", 1, false],
  ["before its change", Modules.ORDER, "createOrderChange", 1, false],
  ["before what the change does", Modules.ORDER, "addOrderAction", 1, false],
  ["before it reserves", Modules.INVENTORY, "createReservationItems", 1, false],
  [
    "between the reservation and the hold",
    Modules.INVENTORY,
    "softDeleteReservationItems",
    1,
    false,
  ],
  [
    "between the hold and the confirmation",
    Modules.ORDER,
    "confirmOrderChange",
    1,
    false,
  ],
  ["after the confirmation", SHORTAGE_MODULE, "noteSettlement", 3, true],
  [
    "before the line's old reservation goes",
    Modules.INVENTORY,
    "softDeleteReservationItems",
    2,
    true,
  ],
  ["before the refund's task", FOLLOW_UP_MODULE, "openOrExplain", 1, true],
  [
    "before the call is told",
    FOLLOW_UP_MODULE,
    "runCommand",
    1,
    true,
    '"kind":"deed","outcome":null',
  ],
  ["before its result is known", SHORTAGE_MODULE, "noteSettlement", 4, true],
  [
    "before it says that it is done",
    SHORTAGE_MODULE,
    "noteSettlement",
    5,
    true,
  ],
]

export function settlingKilled(shop: TestShop): void {
  /** Captured, and a dearer ware is held for the customer in its place. */
  const prepared = shop.preparedOnce(async () => {
    const { order_id } = await twoThousand(shop)
    await capture(shop, order_id)
    const ware = await sell(shop, "LAST", 1_730, 1)
    const held = await hold(shop, ware, 1)
    return {
      order_id,
      held,
      ware,
      line_item_id: await lineOf(shop, order_id),
      before: await snapshot(shop, order_id),
      deed: inPlace(ware, 1, {
        quantity: 1,
        unit_price: 1_730,
        held: [held],
      }),
    }
  })

  it.each(MOMENTS)("%s", async (_, who, method, nth, is_settled, only = "") => {
    const { order_id, line_item_id, held, ware, before, deed } = prepared()
    const actor_id = shop.agent().id
    const input = { order_id, line_item_id, actor_id, deed }
    const killed = killedAt(shop.container.resolve(who), method, nth, only)
    void settle(input, shop.container)
    await until(async () => killed.is())
    killed.restore()
    // A process that dies leaves no lock behind in its memory.
    await shop.container.resolve(Modules.LOCKING).releaseAll()

    shop.clock.advance(2)
    await shop.tick()

    expect(await unfinished(shop)).toBe(0)
    const of = async (asked: string) =>
      (await tasksOf(shop, order_id)).filter(({ type }) => type === asked)
    const refunds = async () => await of("refund_due")
    if (is_settled) {
      expect(await isLive(shop, held)).toBe(false)
      expect(await reservedFor(shop, order_id)).toMatchObject([
        { inventory_item_id: ware.inventory_item_id, quantity: 1 },
      ])
      expect(await snapshot(shop, order_id)).toMatchObject({
        total: 1_850,
        pending: -150,
        lines: [{ title: "Ware LAST", quantity: 1 }],
      })
    } else {
      expect(await isLive(shop, held)).toBe(true)
      expect(await snapshot(shop, order_id)).toEqual(before)
      expect(await refunds()).toEqual([])
      await settle(input, shop.container)
    }
    expect(await refunds()).toMatchObject([
      { status: "open", data: { amount: 150 } },
    ])
    expect(await reservedOfWare(shop, ware.inventory_item_id)).toBe(1)
    expect(await of("confirm_order")).toMatchObject([{ attempt_count: 1 }])
  })
}

/** The n-th call of this method never happens, and never answers. */
function killedAt(service: unknown, method: string, nth: number, only: string) {
  if (typeof service !== "object" || service === null) {
    throw new Error(`There is nobody who could ${method}`)
  }
  const original: unknown = Reflect.get(service, method)
  let calls = 0
  Reflect.set(service, method, async (...args: unknown[]) => {
    if (JSON.stringify(args).includes(only)) {
      calls += 1
      if (calls >= nth) {
        await new Promise(() => {})
      }
    }
    return typeof original === "function"
      ? await Reflect.apply(original, service, args)
      : undefined
  })
  return {
    is: () => calls >= nth,
    restore: () => void Reflect.set(service, method, original),
  }
}

async function unfinished(shop: TestShop): Promise<number> {
  const [, count] = await shop.container
    .resolve(SHORTAGE_MODULE)
    .listAndCountShortageSettlements({ ended_at: null })
  return count
}

async function reservedOfWare(
  shop: TestShop,
  inventory_item_id: string
): Promise<number> {
  const live = await shop.container
    .resolve(Modules.INVENTORY)
    .listReservationItems({ inventory_item_id })
  return live.reduce((sum, { quantity }) => sum + Number(quantity), 0)
}
