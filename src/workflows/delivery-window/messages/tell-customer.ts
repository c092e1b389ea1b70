import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { clockOf } from "../../../clock"
import {
  DELIVERY_WINDOW_MODULE,
  type NotSent,
  type ToTellCustomer,
} from "../../../modules/delivery-window"
import { contactOf, FOLLOW_UP_MODULE } from "../../../modules/follow-up"
import { servedChannels } from "../../../shop/channels"
import { loadOrders, type OrderFacts } from "../../../shop/orders"
import { isWithoutProvider, notifyOnce } from "../../desk/notify-once"
import { reportError } from "../../desk/report-error"
import { CHANNELS, MESSAGE_KINDS, type MessageKind } from "./message-kinds"
import { notificationOf, type Way } from "./notification"

/** Of the module's outbox, with how often delivery was tried before. */
type Item = {
  id: string
  name: string
  data: Record<string, unknown>
  attempts?: number
}

const itemSchema = z.object({
  name: z.enum(MESSAGE_KINDS),
  data: z.object({ promise_id: z.string() }),
})

/** After so many tries, within some two hours, it is no news any more. */
const MOST_TRIES = 5

/**
 * Tells the customer, once, and keeps that they were told. What is no longer
 * true, or cannot be sent, is not sent, and the promise says why.
 *
 * @throws whatever keeps it from being sent now; it is tried again then
 */
export async function tellCustomer(
  item: Item,
  container: MedusaContainer
): Promise<void> {
  const { name: kind, data } = itemSchema.parse(item)
  const module = container.resolve(DELIVERY_WINDOW_MODULE)
  const now = clockOf(container).now()
  const told = await module.readToTell(data.promise_id)
  if (!told || (kind !== "canceled" && told.promised.message !== "waiting")) {
    return
  }
  const leave = async (not_sent: NotSent) => {
    await module.markNotSent({ id: data.promise_id, not_sent, at: now })
  }
  const [order] = (
    await loadOrders([told.promised.order_id], container)
  ).values()
  if (!order || isOutdated(kind, told, order, now)) {
    return await leave("outdated")
  }
  const way = await wayTo(kind, order, container)
  if ("not_sent" in way) {
    return await leave(way.not_sent)
  }
  try {
    const notification = await notificationOf(
      kind,
      told,
      order,
      way,
      now,
      container
    )
    const keys = Array.from(
      { length: (item.attempts ?? 0) + 1 },
      (_, index) => `delivery-window:${item.id}:${index + 1}`
    )
    await notifyOnce(way.channel, [{ notification, keys }], container)
  } catch (error) {
    if (isWithoutProvider(error)) {
      return await leave("no_provider")
    }
    if ((item.attempts ?? 0) + 1 < MOST_TRIES || isUnderWay(error)) {
      throw error
    }
    reportError(
      `a message about order ${order.id} was refused ${MOST_TRIES} times and is given up`,
      error,
      container
    )
    return await leave("refused")
  }
  if (kind !== "canceled") {
    await module.markTold({
      id: data.promise_id,
      channel: way.channel,
      at: now,
    })
  }
}

/** Whether it is better not said any more. */
function isOutdated(
  kind: MessageKind,
  { promised, status }: ToTellCustomer,
  order: OrderFacts,
  now: Date
): boolean {
  return kind === "canceled"
    ? promised.to_at <= now
    : promised.replaced_at !== null ||
        promised.to_at <= now ||
        order.canceled_at !== null ||
        (status !== "confirmed" && status !== "late")
}

/** How a customer is reached with a message of this kind, or why they are not. */
export async function wayTo(
  kind: MessageKind,
  order: OrderFacts,
  container: MedusaContainer
): Promise<Way | { not_sent: NotSent }> {
  const served = servedChannels(container)
  const channels = CHANNELS[kind].filter((channel) => served.has(channel))
  if (channels.length === 0) {
    return { not_sent: "no_provider" }
  }
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const tasks = await followUp.findTasks({ order_id: [order.id] })
  const { email, phone_e164 } = contactOf(order, tasks, followUp.settings)
  const addresses = { email, sms: phone_e164 }
  for (const channel of channels) {
    const to = addresses[channel]
    if (to) {
      return { channel, to }
    }
  }
  return { not_sent: "no_address" }
}

function isUnderWay(error: unknown): boolean {
  return (
    MedusaError.isMedusaError(error) &&
    error.type === MedusaError.Types.CONFLICT
  )
}
