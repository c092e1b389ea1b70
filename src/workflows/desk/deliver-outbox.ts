import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { KindOutbox } from "../../desk/handlers"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { FOLLOW_UP_MODULE } from "../../modules/follow-up"
import { clockOf } from "../../clock"
import type { WaitingItem } from "../../postgres/outbox"
import { beginWithin } from "./begin-within"
import { patienceOf } from "./patience"
import { withTimeout } from "./with-timeout"
import { runCustomAction } from "./run-custom-action"
import { sendMessage } from "./send-message"
import { sendNotices } from "./send-notices"
import { reportError } from "./report-error"

/** Events per call to the bus. */
const EVENTS_AT_ONCE = 500

/** Concurrent actions of extensions: the clock waits for the slowest. */
const ACTIONS_AT_ONCE = 50

/**
 * Delivers what was committed, each item with its id as the idempotency key:
 * events to the event bus, messages to the notification module, notices to the notification module once they have
 * been gathered, custom actions to extensions. Delivered items are deleted.
 * Failed ones stay and are retried by later ticks, at growing intervals; the
 * change itself stands.
 */
export const deliverEventsStep = createStep(
  "deliver-events",
  async (event_ids: string[], { container }) => {
    await deliverOutbox(event_ids, container)
    return new StepResponse(event_ids.length)
  }
)

/** The same, outside a workflow. */
export async function deliverOutbox(
  event_ids: string[],
  container: MedusaContainer
): Promise<void> {
  if (event_ids.length === 0) {
    return
  }
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const patience = patienceOf(container)
  const taken: WaitingItem[] = []
  const isTaken = await orReport(container, event_ids.length, async () => {
    taken.push(
      ...(await followUp.takeOutbox(
        event_ids,
        clockOf(container).now(),
        followUp.gathered
      ))
    )
  })
  if (!isTaken) {
    return
  }
  const ofKind = (kind: WaitingItem["kind"]) =>
    taken.filter((waiting) => waiting.kind === kind)
  /** An item that ends after its time limit is still deleted. */
  const handOver = (
    waiting: WaitingItem[],
    hand: () => Promise<void>,
    limit_ms: number,
    receiver: string
  ) =>
    orReport(container, waiting.length, () =>
      withTimeout(
        hand().then(() => followUp.forgetOutbox(waiting.map(({ id }) => id))),
        limit_ms,
        `${receiver} gave no answer within ${limit_ms} ms`
      )
    )

  const handNotices = () =>
    Promise.all(
      byAttempts(ofKind("notification")).map((notices) =>
        handOver(
          notices,
          () => sendNotices(notices, container),
          patience.notices_ms,
          "The notification module"
        )
      )
    )
  const handEvents = async () => {
    for (const events of chunksOf(ofKind("event"), EVENTS_AT_ONCE)) {
      const isUp = await handOver(
        events,
        () => emit(events, container),
        patience.event_bus_ms,
        "The event bus"
      )
      if (!isUp) {
        break
      }
    }
  }
  const handActions = async () => {
    const left = await beginWithin(
      ofKind("action"),
      ACTIONS_AT_ONCE,
      patience.actions_begin_ms,
      (action) =>
        handOver(
          [action],
          () => runCustomAction(action, container),
          patience.action_ms,
          `The escalation action "${action.name}"`
        )
    )
    if (left.length > 0) {
      await followUp.returnOutbox(left.map(({ id }) => id))
    }
  }
  const handMessages = () =>
    Promise.all(
      ofKind("message").map((message) =>
        handOver(
          [message],
          () => sendMessage(message, container),
          patience.notices_ms,
          "The notification module"
        )
      )
    )
  await Promise.all([
    handNotices(),
    handMessages(),
    handEvents(),
    handActions(),
  ])
}

/**
 * Retries are not mixed with new items, as they may have been delivered before.
 */
function byAttempts(waiting: WaitingItem[]): WaitingItem[][] {
  const counts = new Set(waiting.map(({ attempts }) => attempts))
  return [...counts].map((count) =>
    waiting.filter(({ attempts }) => attempts === count)
  )
}

function chunksOf(waiting: WaitingItem[], size: number): WaitingItem[][] {
  return Array.from({ length: Math.ceil(waiting.length / size) }, (_, index) =>
    waiting.slice(index * size, (index + 1) * size)
  )
}

async function emit(
  events: Pick<WaitingItem, "id" | "name" | "data">[],
  container: MedusaContainer
): Promise<void> {
  await container.resolve(Modules.EVENT_BUS).emit(
    events.map(({ id, name, data }) => ({
      name,
      data,
      metadata: { idempotency_key: id },
    }))
  )
}

/** @returns whether it succeeded */
async function orReport(
  container: MedusaContainer,
  count: number,
  act: () => Promise<void>
): Promise<boolean> {
  try {
    await act()
    return true
  } catch (error) {
    reportError(
      `${count} events could not be delivered and will be tried again`,
      error,
      container
    )
    return false
  }
}

/**
 * Delivers the outbox of another module; failed items are taken again later.
 */
export async function deliverKindOutbox(
  outbox: KindOutbox,
  now: Date,
  container: MedusaContainer
): Promise<void> {
  const taken = await outbox.take(now, container)
  const events = taken.filter(({ kind }) => kind === "event")
  if (events.length > 0) {
    const { event_bus_ms } = patienceOf(container)
    await orReport(container, events.length, async () => {
      await withTimeout(
        emit(events, container),
        event_bus_ms,
        `The event bus gave no answer within ${event_bus_ms} ms`
      )
      await outbox.forget(
        events.map(({ id }) => id),
        container
      )
    })
  }
  for (const item of taken.filter(({ kind }) => kind !== "event")) {
    await orReport(container, 1, async () => {
      await outbox.deliver?.(item, container)
      await outbox.forget([item.id], container)
    })
  }
}
