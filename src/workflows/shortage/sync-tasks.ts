import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { SHORTAGE_TASK, SHORTAGE_TRIGGER } from "../../desk/resolve-shortage"
import { FOLLOW_UP_MODULE, isActive, type Task } from "../../modules/follow-up"
import {
  agreedForLater,
  type Announcement,
  expectedAt,
  type Settled,
  SHORTAGE_MODULE,
  type ShortLine,
} from "../../modules/shortage"
import { Refusal } from "../../refusals"
import { loadOrders } from "../../shop/orders"
import { deliverOutbox } from "../desk/deliver-outbox"
import { type DeskToday, deskToday, isPastDay } from "../desk/desk-today"
import { reportError } from "../desk/report-error"
import { openFollowUps } from "../follow-up/open-follow-ups"
import { settleFollowUps } from "../follow-up/settle-follow-ups"
import { updateFollowUps } from "../follow-up/update-follow-ups"
import { aboutOrder } from "../follow-up/about-order"
import { closedWhen } from "./agreed"
import { tellOfReturn } from "./offers/tell-of-return"
import { isWorse, toldIn, type Told } from "./told"

/** Each time that the lines change in between, it begins anew. */
const TRIES = 5

/**
 * Makes the task of each of these orders fit what is short of it: opens, updates,
 * closes or reopens it. Done twice it changes nothing, and two instances that do
 * it at once end with what is true last.
 */
export async function syncTasks(
  order_ids: readonly string[],
  container: MedusaContainer
): Promise<void> {
  for (const order_id of order_ids) {
    try {
      await syncOrder(order_id, container)
    } catch (error) {
      reportError(
        `the shortage of ${order_id} could not be made a task and will be tried again`,
        error,
        container
      )
    }
  }
}

/** The same of one order; throws if it could not be done. */
export async function syncOrder(
  order_id: string,
  container: MedusaContainer
): Promise<void> {
  const shortage = container.resolve(SHORTAGE_MODULE)
  for (let tries = 0; tries < TRIES; tries++) {
    const version = await shortage.readVersion(order_id)
    const event_ids = [
      ...(await syncTask(order_id, container)),
      ...(await tellOfReturn(order_id, container)),
    ]
    await deliverOutbox(event_ids, container)
    if (await shortage.markSynced({ order_id, version })) {
      return
    }
  }
}

/** @returns the events to deliver */
async function syncTask(
  order_id: string,
  container: MedusaContainer
): Promise<string[]> {
  const shortage = container.resolve(SHORTAGE_MODULE)
  const lines = await shortage.listShortLines({ order_ids: [order_id] })
  const dedupe_key = `${SHORTAGE_TASK}:${order_id}`
  const [task] = await container
    .resolve(FOLLOW_UP_MODULE)
    .findTasks({ dedupe_key: [dedupe_key] })
  if (lines.length === 0) {
    return task ? await close(task, order_id, container) : []
  }
  const desk = await deskToday(container)
  const told = await tell(lines, desk, container)
  const before = toldIn(task?.data ?? {})
  if (task && (isActive(task) || !isWorse(before, told, desk.time_zone))) {
    return isActive(task)
      ? await changeData(task, dedupe_key, told, container)
      : []
  }
  const [order] = (await loadOrders([order_id], container)).values()
  if (!order || order.canceled_at || order.over || order.is_draft) {
    return []
  }
  const { event_ids } = await openFollowUps(
    [
      {
        ...(await aboutOrder(order, container)),
        type: SHORTAGE_TASK,
        trigger: SHORTAGE_TRIGGER,
        dedupe_key,
        if_closed: "reopen",
        opened_at: earliest(lines),
        data: { ...task?.data, lines: told },
      },
    ],
    container
  )
  return event_ids
}

/** What the customer is to be told of each line. */
async function tell(
  lines: readonly ShortLine[],
  desk: DeskToday,
  container: MedusaContainer
): Promise<Told[]> {
  const shortage = container.resolve(SHORTAGE_MODULE)
  const announcements = await shortage.readAnnouncements(
    lines.flatMap(({ places }) =>
      places.map(({ inventory_item_id }) => inventory_item_id)
    )
  )
  const settlements = await shortage.readSettlements(
    lines.map(({ order_id }) => order_id)
  )
  return lines.map((line) => {
    const { line_item_id, title, ordered, units } = line
    const day = dayTold(line, announcements, settlements)
    const expected_at = day && !isPastDay(day, desk) ? day.toISOString() : null
    return { line_item_id, title, ordered, units, expected_at }
  })
}

/** The later of the supplier's date and that until which the customer waits. */
function dayTold(
  line: ShortLine,
  announcements: readonly Announcement[],
  settlements: readonly Settled[]
): Date | null {
  const deed = agreedForLater(line, settlements)
  const until = deed?.kind === "wait" ? deed.until : null
  const days = [
    expectedAt(line.places, announcements)?.getTime() ?? [],
    until ? new Date(until).getTime() : [],
  ].flat()
  return days.length > 0 ? new Date(Math.max(...days)) : null
}

async function close(
  task: Task,
  order_id: string,
  container: MedusaContainer
): Promise<string[]> {
  const dedupe_key = task.dedupe_key ?? ""
  const event_ids = await changeData(task, dedupe_key, [], container)
  if (!isActive(task)) {
    return event_ids
  }
  const [end] = await container.resolve(SHORTAGE_MODULE).readEnds(order_id)
  const agreed =
    end && (await closedWhen(task, { order_id, ...end }, container))
  try {
    const settled = await settleFollowUps(
      [
        agreed
          ? { dedupe_key, ...agreed }
          : {
              dedupe_key,
              cancel_reason: end?.end_reason ?? "stock_arrived",
              at: end?.ended_at,
            },
      ],
      container
    )
    return [...event_ids, ...settled.event_ids]
  } catch (error) {
    // A person was quicker to close it.
    if (
      error instanceof Refusal &&
      error.type === MedusaError.Types.NOT_ALLOWED
    ) {
      return event_ids
    }
    throw error
  }
}

async function changeData(
  { data }: Task,
  dedupe_key: string,
  told: Told[],
  container: MedusaContainer
): Promise<string[]> {
  if (JSON.stringify(toldIn(data)) === JSON.stringify(told)) {
    return []
  }
  const { event_ids } = await updateFollowUps(
    [{ dedupe_key, data: { ...data, lines: told }, change: "short_lines" }],
    container
  )
  return event_ids
}

function earliest(lines: readonly ShortLine[]): Date {
  return new Date(Math.min(...lines.map(({ since }) => since.getTime())))
}
