import type { MedusaContainer } from "@medusajs/framework/types"
import { SHORTAGE_TASK } from "../../desk/resolve-shortage"
import { FOLLOW_UP_MODULE, isActive, type Task } from "../../modules/follow-up"
import {
  agreedForLater,
  type Deed,
  isForLater,
  type Settled,
  type ShortLine,
  SHORTAGE_MODULE,
  stands,
} from "../../modules/shortage"
import { clockOf } from "../../clock"
import { deliverOutbox } from "../desk/deliver-outbox"
import { lastReopened } from "../follow-up/last-reopened"
import { type DoneBy, settleFollowUps } from "../follow-up/settle-follow-ups"
import { noticeShortages } from "./notice"
import { syncOrder } from "./sync-tasks"

/** The outcome of the order's task for each thing that may be agreed. */
const OUTCOMES: Readonly<Record<Deed["kind"], string>> = {
  replace: "replaced",
  remove: "removed",
  part_delivery: "part_delivery",
  wait: "waits",
  other_location: "other_location",
}

/**
 * Of several things that were agreed about an order, the first of these is the
 * outcome: what is yet to come matters more to whoever packs or calls next than
 * what is done. The call sheet shows all of them.
 */
const MOST_TELLING: readonly Deed["kind"][] = [
  "part_delivery",
  "wait",
  "replace",
  "remove",
  "other_location",
]

/** What a settlement does before others see it. */
const NOTICES_FOR_MS = 2_000

/** So soon after it was agreed, the end of a shortage is what was agreed. */
const SOON_MS = 300_000

/**
 * How the order's task is closed by what was agreed since it was opened. What a
 * signed-in user carries out was agreed with the customer, who is on the phone or
 * was just now: there is no other way to it than the call sheet; after a crash it
 * may be long ago. An offer that was answered by the link is the customer's own
 * deed, and what a program carries out nobody's.
 *
 * @param last - the settlement that left nothing to be agreed
 * @param lines - what is short still
 */
export async function closedBy(
  task: Task,
  last: Settled,
  settlements: readonly Settled[],
  lines: readonly ShortLine[],
  container: MedusaContainer
): Promise<{ outcome: string; by: DoneBy | null }> {
  const { actor_id, offer_id, created_at } = last
  const reopened = await lastReopened(task.id, container)
  const opened_at = reopened?.at ?? task.opened_at
  const kinds = [
    ...lines.map((line) => agreedForLater(line, settlements)?.kind),
    ...settlements
      .filter((settled) => settled.id === last.id || stands(settled))
      .flatMap(({ deed, created_at }) =>
        created_at < opened_at || isForLater(deed) ? [] : [deed.kind]
      ),
  ]
  const telling = MOST_TELLING.find((kind) => kinds.includes(kind))
  // What was to come later may be there already.
  const outcome = OUTCOMES[telling ?? last.deed.kind]
  if (actor_id !== null) {
    const age = clockOf(container).now().getTime() - created_at.getTime()
    return { outcome, by: { user_id: actor_id, on_call: age < SOON_MS } }
  }
  const [offer] = await container
    .resolve(SHORTAGE_MODULE)
    .readOffers({ ids: offer_id === null ? [] : [offer_id] })
  return {
    outcome,
    by: offer?.answered_via === "link" ? "customer" : null,
  }
}

/** What an order lacks, and what of it nobody has agreed on yet. */
export async function shortOf(
  order_id: string,
  container: MedusaContainer
): Promise<{
  /** The last first. */
  settlements: Settled[]
  lines: ShortLine[]
  unsettled: ShortLine[]
}> {
  const shortage = container.resolve(SHORTAGE_MODULE)
  const settlements = await shortage.readSettlements([order_id])
  const lines = await shortage.listShortLines({ order_ids: [order_id] })
  const unsettled = lines.filter((line) => !agreedForLater(line, settlements))
  return { settlements, lines, unsettled }
}

/**
 * How the order's task is closed if what was agreed ended its last shortage; null
 * if something else did.
 */
export async function closedWhen(
  task: Task,
  { order_id, ended_at }: { order_id: string; ended_at: Date },
  container: MedusaContainer
): Promise<Awaited<ReturnType<typeof closedBy>> | null> {
  const settlements = await container
    .resolve(SHORTAGE_MODULE)
    .readSettlements([order_id])
  const [last] = settlements
  const age = last ? ended_at.getTime() - last.created_at.getTime() : Infinity
  return last && age < SOON_MS
    ? await closedBy(task, last, settlements, [], container)
    : null
}

/**
 * Computes what the order lacks after a settlement, and completes its task if
 * the customer has agreed to wait for all of that.
 */
export async function closeIfAgreed(
  order_id: string,
  container: MedusaContainer
): Promise<void> {
  const shortage = container.resolve(SHORTAGE_MODULE)
  const now = clockOf(container).now()
  await shortage.markDirty([{ entity: "order", id: order_id }], now)
  await shortage.markToSync([order_id], now)
  await noticeShortages(container, NOTICES_FOR_MS)
  // The task says until when the customer waits before it is closed, however many
  // orders were before this one.
  await syncOrder(order_id, container)
  const dedupe_key = `${SHORTAGE_TASK}:${order_id}`
  const [task] = await container
    .resolve(FOLLOW_UP_MODULE)
    .findTasks({ dedupe_key: [dedupe_key] })
  const { settlements, lines, unsettled } = await shortOf(order_id, container)
  const [last] = settlements
  if (
    task &&
    isActive(task) &&
    last &&
    lines.length > 0 &&
    unsettled.length === 0
  ) {
    const { event_ids } = await settleFollowUps(
      [
        {
          dedupe_key,
          ...(await closedBy(task, last, settlements, lines, container)),
        },
      ],
      container
    )
    await deliverOutbox(event_ids, container)
  }
}
