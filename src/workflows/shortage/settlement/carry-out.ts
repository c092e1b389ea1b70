import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId, Modules } from "@medusajs/framework/utils"
import { clockOf } from "../../../clock"
import {
  type Deed,
  type Settled,
  type SettlementNote,
  type SettlementResult,
  SHORTAGE_MODULE,
} from "../../../modules/shortage"
import { Refusal } from "../../../refusals"
import { payable } from "../../../shop/amounts"
import { reservationsOf } from "../../../shop/held-units"
import { changeOfOrder, openChangeOf } from "../../../shop/order-changes"
import { moneyOfOrder } from "../../../shop/order-money"
import { type LineOfOrder, linesOfOrders } from "../../../shop/ordered-lines"
import { recordDeed, tellWhileRecent } from "../../follow-up/record-deed"
import { closeIfAgreed } from "../agreed"
import { makeChange, makeLines } from "./edit-order"
import { emitEdit } from "./events"
import { moneyOf, NOTHING_TO_PAY, warningsOf } from "./money"
import { fitPaymentCollection } from "./payment-collection"
import { holdsOf, refuseOpenChange } from "./plan"
import { openMoneyDue, PAYMENT, REFUND } from "./money-due"
import {
  forgetReservations,
  restoreHolds,
  takeHolds,
  trimReservations,
} from "./reservations"
import { reserveLines } from "./reserve-lines"

/**
 * Edits an order as agreed. What is held for the customer becomes the line's
 * own: the line is reserved before the hold goes, so that no one else can get
 * it in between. Until the change is confirmed, `undo` takes all of it back;
 * from then on only `complete` is left.
 *
 * @throws Refusal if somebody else changes the order
 */
export async function editOrder(
  settled: Settled,
  deed: Extract<Deed, { kind: "replace" | "remove" }>,
  line: LineOfOrder,
  container: MedusaContainer
): Promise<void> {
  const { order_id, actor_id } = settled
  const change_id = generateEntityId(undefined, "ordch")
  const replacements = deed.kind === "replace" ? deed.by : []
  const added = await makeLines(order_id, replacements, container)
  await note(
    settled,
    {
      change_id,
      line_ids: added.map(({ line_id }) => line_id),
      hold_ids: holdsOf(deed),
    },
    container
  )
  await refuseOpenChange(await openChangeOf(order_id, container), container)
  await makeChange(
    { change_id, order_id, line, units: deed.units, added, actor_id },
    container
  )
  await reserveLines(added, container)
  await takeHolds(holdsOf(deed), container)
  // Whoever has taken it over meanwhile decides what becomes of it.
  await note(settled, {}, container)
  const open = await openChangeOf(order_id, container)
  if (open?.id !== change_id || open.change_type !== "edit") {
    await refuseOpenChange(open, container)
    throw new Refusal("change_lost", {})
  }
  await container
    .resolve(Modules.ORDER)
    .confirmOrderChange({ id: change_id, confirmed_by: actor_id ?? undefined })
  await note(settled, { state: "confirmed" }, container)
}

/** Whether the order was changed: nothing takes that back. */
export async function isConfirmed(
  change_id: string | null,
  container: MedusaContainer
): Promise<boolean> {
  const change = change_id ? await changeOfOrder(change_id, container) : null
  return change?.status === "confirmed"
}

/**
 * Puts holds and order back as they were. Done twice, it changes nothing; so
 * whoever finds that another instance has done it undoes what came after that.
 */
export async function undo(
  settled: Settled,
  why: string,
  container: MedusaContainer
): Promise<void> {
  const shortage = container.resolve(SHORTAGE_MODULE)
  const now = clockOf(container).now()
  const is_ours = await shortage.noteSettlement(settled, {}, now)
  const { id, order_id, change_id, hold_ids, line_ids } = settled
  const others = await shortage.readSettlements([order_id])
  if (!is_ours && others.some((one) => one.id === id)) {
    return
  }
  const orders = container.resolve(Modules.ORDER)
  // Before the lines' own reservations go, or the last unit could be gone.
  await restoreHolds(hold_ids, container)
  await forgetReservations(line_ids, container)
  if (change_id && (await changeOfOrder(change_id, container))) {
    await orders.deleteOrderChanges([change_id])
  }
  if (line_ids.length > 0) {
    await orders.deleteOrderLineItems(line_ids)
  }
  await shortage.noteSettlement(settled, { state: "undone", error: why }, now)
}

/**
 * All that follows from what was agreed. Done twice, it does the same once.
 */
export async function complete(
  settled: Settled,
  container: MedusaContainer
): Promise<SettlementResult> {
  const result = settled.result ?? (await carriedOut(settled, container))
  await tellDesk(settled, container)
  await note(settled, { state: "done" }, container)
  return result
}

async function carriedOut(
  settled: Settled,
  container: MedusaContainer
): Promise<SettlementResult> {
  if (settled.change_id) {
    await followEdit(settled, settled.change_id, container)
  }
  const result = await resultNow(settled, container)
  await note(settled, { state: "confirmed", result }, container)
  return result
}

/**
 * The task is closed if nothing is left to agree on, and the call has a contact.
 * What fails is tried again with the settlement, which is not done until then.
 */
async function tellDesk(
  { id, order_id, actor_id, created_at }: Settled,
  container: MedusaContainer
): Promise<void> {
  const done = { order_id, at: created_at, key: id }
  await tellWhileRecent(
    done,
    async () => await closeIfAgreed(order_id, container),
    container
  )
  await tellWhileRecent(
    done,
    async () => await recordDeed(done, actor_id, container),
    container
  )
}

async function followEdit(
  { id, order_id, line_item_id, hold_ids, line_ids, before, actor_id }: Settled,
  change_id: string,
  container: MedusaContainer
): Promise<void> {
  const lines = await linesOfOrders([order_id], container)
  const trimmed = await trimReservations(
    line_item_id,
    lines.find((line) => line.id === line_item_id),
    container
  )
  await takeHolds(hold_ids, container)
  const total = (await moneyOfOrder(order_id, container))?.total
  if (total !== before.total) {
    await fitPaymentCollection(order_id, container)
  }
  const added = await reservationsOf(line_ids, container)
  await emitEdit(
    order_id,
    await changeOfOrder(change_id, container),
    {
      deleted: trimmed.deleted,
      created: [...added.map((one) => one.id), ...trimmed.created],
    },
    container
  )
  const money = await moneyOfOrder(order_id, container)
  if (money) {
    const settlement = { order_id, settlement_id: id, before }
    await openMoneyDue(REFUND, money, { ...settlement, opens: true }, container)
    // An agent was told what the customer has to pay, and talks to them.
    await openMoneyDue(
      PAYMENT,
      money,
      { ...settlement, opens: actor_id === null },
      container
    )
  }
}

/** What a settlement has come to, as the order stands now. */
export async function resultNow(
  { order_id, change_id, before }: Settled,
  container: MedusaContainer
): Promise<SettlementResult> {
  const after = await moneyOfOrder(order_id, container)
  const currency_code = after?.currency_code ?? ""
  return {
    order_id,
    change_id,
    total_before: payable(before.total, currency_code),
    total_after: payable(after?.total ?? before.total, currency_code),
    currency_code,
    money: after && change_id ? moneyOf(after) : NOTHING_TO_PAY,
    warnings:
      after && change_id ? warningsOf(before, after, currency_code) : [],
  }
}

/**
 * Writes down how far it has come, in `settled`, too.
 *
 * @throws Refusal if another instance has taken the settlement over
 */
export async function note(
  settled: Settled,
  what: SettlementNote,
  container: MedusaContainer
): Promise<void> {
  const is_ours = await container
    .resolve(SHORTAGE_MODULE)
    .noteSettlement(settled, what, clockOf(container).now())
  if (!is_ours) {
    throw new Refusal("settlement_unfinished", {})
  }
  Object.assign(settled, what)
}
