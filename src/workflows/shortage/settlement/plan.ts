import type { MedusaContainer } from "@medusajs/framework/types"
import { type Deed, SHORTAGE_MODULE } from "../../../modules/shortage"
import { Refusal } from "../../../refusals"
import { holdOf, reservationsWithIds } from "../../../shop/held-units"
import { type ChangeOfOrder, openChangeOf } from "../../../shop/order-changes"
import { moneyOfOrder, type OrderMoney } from "../../../shop/order-money"
import { type LineOfOrder, linesOfOrders } from "../../../shop/ordered-lines"
import { loadUsers } from "../../../shop/users"
import { refusePastDay } from "../../desk/desk-today"

export type SettlementInput = {
  order_id: string
  line_item_id: string
  /** The user; null for a program, or the customer who answers by a link. */
  actor_id: string | null
  deed: Deed
  /**
   * The offer that was accepted: asked again, it is settled once and the first
   * result is returned.
   */
  offer_id?: string | null
  /**
   * When the answer to the offer was given that is carried out: nothing is done
   * once that answer was taken back.
   */
  answered_at?: Date | null
  /** Whether payments that are only authorized are captured before an edit. */
  capture_first?: boolean
  /** Do it although somebody else is calling the customer at this moment. */
  despite_call?: boolean
}

/** What is to be settled, as it stands. */
export type Plan = {
  line: LineOfOrder
  money: OrderMoney
  /** Whatever type it has, it has to be confirmed or given up first. */
  open_change: ChangeOfOrder | null
}

/**
 * Checks what can be checked before anything is changed.
 *
 * @throws NOT_FOUND for an unknown order or line, NOT_ALLOWED if nothing more is
 * to be sent of it or a hold is over, INVALID_DATA for more units than are yet
 * to be packed, or to wait until a day that is past
 */
export async function planSettlement(
  { order_id, line_item_id, deed }: SettlementInput,
  container: MedusaContainer
): Promise<Plan> {
  const lines = await linesOfOrders([order_id], container)
  const line = lines.find(({ id }) => id === line_item_id)
  const money = await moneyOfOrder(order_id, container)
  if (!line || !money) {
    throw new Refusal("line_not_found", { id: line_item_id, order_id }, [
      "line_item_id",
    ])
  }
  const { outstanding, order_ended } = line
  if (outstanding === 0 || order_ended) {
    throw new Refusal("nothing_to_send", {})
  }
  if ("units" in deed && deed.units > outstanding) {
    throw new Refusal("settles_too_many", { was: deed.units, outstanding }, [
      "deed",
      "units",
    ])
  }
  if (deed.kind === "wait") {
    await refusePastDay(deed.until, ["deed", "until"], container)
  }
  await refuseLostHolds(order_id, holdsOf(deed), container)
  return { line, money, open_change: await openChangeOf(order_id, container) }
}

/** The reservations that a deed takes over. */
export function holdsOf(deed: Deed): string[] {
  return deed.kind === "replace"
    ? deed.by.flatMap(({ hold_reservation_ids }) => hold_reservation_ids)
    : []
}

/** Whether the order itself is changed. */
export function editsOrder(
  deed: Deed
): deed is Extract<Deed, { kind: "replace" | "remove" }> {
  return deed.kind === "replace" || deed.kind === "remove"
}

/** An authorization is only lost where the order itself is changed. */
export function capturesFirst({
  deed,
  capture_first = false,
}: SettlementInput): boolean {
  return capture_first && editsOrder(deed)
}

/** Says who has begun to change the order, and when. */
export async function refuseOpenChange(
  open: ChangeOfOrder | null,
  container: MedusaContainer
): Promise<void> {
  if (!open) {
    return
  }
  const { id: change_id, change_type, created_at: opened_at } = open
  const opened_by = await openedBy(open, container)
  const values = { change_id, change_type, opened_at }
  throw opened_by
    ? new Refusal("change_open", { ...values, opened_by })
    : new Refusal("change_open_since", values)
}

/** The name of who began a change; null if it is unknown. */
export async function openedBy(
  { created_by }: ChangeOfOrder,
  container: MedusaContainer
): Promise<string | null> {
  const users = await loadUsers([created_by], container)
  const user = users.get(created_by ?? "")
  return user?.name ?? user?.email ?? created_by
}

/** What is reserved otherwise, or held for another order, is not to be had. */
async function refuseLostHolds(
  order_id: string,
  hold_ids: string[],
  container: MedusaContainer
): Promise<void> {
  if (hold_ids.length === 0) {
    return
  }
  const live = await reservationsWithIds(hold_ids, container)
  const held = live.flatMap((one) => holdOf(one) ?? [])
  if (
    held.length < new Set(hold_ids).size ||
    (await ordersOfHolds(held, container)).some((one) => one !== order_id)
  ) {
    throw new Refusal("hold_gone", {})
  }
}

async function ordersOfHolds(
  hold_ids: string[],
  container: MedusaContainer
): Promise<string[]> {
  const shortage = container.resolve(SHORTAGE_MODULE)
  const holds = await shortage.readHeld(hold_ids)
  const offers = await shortage.readOffers({
    ids: holds.map(({ offer_id }) => offer_id),
  })
  return offers.map(({ order_id }) => order_id)
}
