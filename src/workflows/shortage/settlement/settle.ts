import type { MedusaContainer } from "@medusajs/framework/types"
import { capturePaymentWorkflow } from "@medusajs/medusa/core-flows"
import { clockOf } from "../../../clock"
import {
  type Settled,
  type SettlementResult,
  SHORTAGE_MODULE,
} from "../../../modules/shortage"
import { isRefusal, Refusal, refuseUnstorable } from "../../../refusals"
import type { OrderMoney } from "../../../shop/order-money"
import { linesOfOrders } from "../../../shop/ordered-lines"
import { reportError } from "../../desk/report-error"
import { refuseDeedDuringCall } from "../../follow-up/refuse-deed-during-call"
import { complete, editOrder, isConfirmed, resultNow, undo } from "./carry-out"
import { keepOrder } from "./keep-order"
import { captured, sumOf } from "./money"
import {
  capturesFirst,
  editsOrder,
  planSettlement,
  refuseOpenChange,
  type SettlementInput,
} from "./plan"
import { underLock } from "./under-lock"

/**
 * Whoever has not gone on for so long was killed: capturing a payment may take
 * the 80 s after which Stripe's client gives up.
 */
const UNTOUCHED_MS = 90_000

/** Settlements that a tick takes up again. */
const AT_ONCE = 10

/** Carries out what was agreed; see `settleShortageWorkflow`. */
export async function settle(
  input: SettlementInput,
  container: MedusaContainer
): Promise<SettlementResult> {
  refuseUnstorable(input)
  await refuseDeedDuringCall(input, container)
  return await underLock(
    input.order_id,
    async () =>
      (await settledBefore(input, container)) ??
      (await begin(input, container)),
    container
  )
}

/**
 * Takes up what was left unfinished by a crash: what was confirmed is completed,
 * and the rest undone, so that nothing is held for ever.
 */
export async function finishSettlements(
  container: MedusaContainer
): Promise<void> {
  const now = clockOf(container).now()
  const unfinished = await container
    .resolve(SHORTAGE_MODULE)
    .takeUnfinished(new Date(now.getTime() - UNTOUCHED_MS), AT_ONCE, now)
  for (const settled of unfinished) {
    await underLock(
      settled.order_id,
      async () => await finish(settled, container),
      container
    ).catch((error: unknown) =>
      reportError(
        `what was agreed about ${settled.order_id} could not be finished, and will be tried again`,
        error,
        container
      )
    )
  }
}

async function settledBefore(
  { order_id, offer_id }: SettlementInput,
  container: MedusaContainer
): Promise<SettlementResult | null> {
  const earlier = offer_id
    ? await container.resolve(SHORTAGE_MODULE).readSettlements([order_id])
    : []
  return earlier.find((one) => one.offer_id === offer_id)?.result ?? null
}

async function begin(
  input: SettlementInput,
  container: MedusaContainer
): Promise<SettlementResult> {
  const { deed, actor_id } = input
  const capture_first = capturesFirst(input)
  const { line, money, open_change } = await planSettlement(input, container)
  if (editsOrder(deed)) {
    await refuseOpenChange(open_change, container)
  }
  const { total, discount_total, goods, pending, authorized } = captured(
    money,
    capture_first
  )
  // Before anything is captured: the answer may not stand any more.
  const settled = await container.resolve(SHORTAGE_MODULE).beginSettlement(
    {
      order_id: input.order_id,
      line_item_id: input.line_item_id,
      deed,
      actor_id,
      offer_id: input.offer_id ?? null,
      answered_at: input.answered_at,
      before: {
        total,
        discount_total,
        goods,
        pending,
        authorized: sumOf(authorized),
      },
    },
    clockOf(container).now()
  )
  if (!settled) {
    throw new Refusal("settlement_unfinished", {})
  }
  try {
    if (capture_first) {
      await capture(money, actor_id, container)
    }
    await (editsOrder(deed)
      ? editOrder(settled, deed, line, container)
      : keepOrder(deed, line, container))
  } catch (error) {
    if (!(await isConfirmed(settled.change_id, container))) {
      throw await givenUp(settled, error, container)
    }
  }
  return await completeOrLater(settled, container)
}

/** @returns the error to throw: what failed, and what that means */
async function givenUp(
  settled: Settled,
  error: unknown,
  container: MedusaContainer
): Promise<unknown> {
  const reason = error instanceof Error ? error.message : String(error)
  await undo(settled, reason, container).catch((failed: unknown) =>
    reportError(
      `what was begun of ${settled.order_id} could not be undone, and will be tried again`,
      failed,
      container
    )
  )
  return isRefusal(error) ? error : new Refusal("settlement_failed", { reason })
}

/** The order is changed already: what fails then is done by the next tick. */
async function completeOrLater(
  settled: Settled,
  container: MedusaContainer
): Promise<SettlementResult> {
  try {
    return await complete(settled, container)
  } catch (error) {
    reportError(
      `${settled.order_id} was changed, and what follows will be tried again`,
      error,
      container
    )
    const result = await resultNow(settled, container)
    return { ...result, warnings: [...result.warnings, { code: "unfinished" }] }
  }
}

async function finish(
  settled: Settled,
  container: MedusaContainer
): Promise<void> {
  const { deed, line_item_id, order_id, change_id, state } = settled
  if (state === "confirmed" || (await isConfirmed(change_id, container))) {
    await complete(settled, container)
    return
  }
  if (editsOrder(deed)) {
    await undo(settled, "it was interrupted", container)
    return
  }
  const lines = await linesOfOrders([order_id], container)
  const line = lines.find(({ id }) => id === line_item_id)
  try {
    if (line) {
      await keepOrder(deed, line, container)
    }
  } catch (error) {
    if (!isRefusal(error)) {
      throw error
    }
    await undo(settled, error.message, container)
    return
  }
  await complete(settled, container)
}

/** @throws what the payment provider says */
async function capture(
  { authorized }: OrderMoney,
  actor_id: string | null,
  container: MedusaContainer
): Promise<void> {
  for (const { id, amount } of authorized) {
    await capturePaymentWorkflow(container).run({
      input: { payment_id: id, amount, captured_by: actor_id ?? undefined },
    })
  }
}
