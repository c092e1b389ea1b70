import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { clockOf } from "../../../clock"
import {
  DELIVERY_WINDOW_MODULE,
  type NotSent,
  type ToTellCustomer,
} from "../../../modules/delivery-window"
import {
  contactOf,
  customerLanguages,
  FOLLOW_UP_MODULE,
} from "../../../modules/follow-up"
import { servedChannels } from "../../../shop/channels"
import { loadOrders, type OrderFacts } from "../../../shop/orders"
import { isWithoutProvider, notifyOnce } from "../../desk/notify-once"
import { reportError } from "../../desk/report-error"
import { asHtml } from "../../desk/send-message"
import { calendarFile } from "./calendar-entry"
import { CHANNELS, MESSAGE_KINDS, type MessageKind } from "./message-kinds"
import { messageFacts } from "./message-facts"
import { writeMessage } from "./message-text"

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
    await send(kind, told, order, way, item, container)
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

type Way = { channel: "email" | "sms"; to: string }

async function wayTo(
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

async function send(
  kind: MessageKind,
  told: ToTellCustomer,
  order: OrderFacts,
  { channel, to }: Way,
  item: Item,
  container: MedusaContainer
): Promise<void> {
  const { promised, window } = told
  const now = clockOf(container).now()
  const is_window = kind === "agreed" || kind === "canceled"
  const { shop, address, factsOf } = await messageFacts(
    order,
    {
      from_at: window.starts_at,
      to_at: window.ends_at,
      expected_at:
        is_window || promised.from_at !== null ? null : promised.to_at,
      time_zone: window.time_zone,
      is_moved: promised.sequence > 0,
      link: "",
    },
    now,
    container
  )
  const { settings } = container.resolve(FOLLOW_UP_MODULE)
  const { subject, text } = writeMessage(
    kind,
    await container.resolve(DELIVERY_WINDOW_MODULE).readTexts(),
    customerLanguages(
      {
        locale: order.locale,
        country_code: order.shipping_address?.country_code ?? null,
      },
      settings.language
    ),
    factsOf
  )
  const ics =
    channel === "email" && is_window
      ? calendarFile({
          order_id: order.id,
          sequence: promised.sequence + (kind === "canceled" ? 1 : 0),
          is_canceled: kind === "canceled",
          summary: subject,
          description: text,
          location: address.join(", "),
          starts_at: window.starts_at,
          ends_at: window.ends_at,
          shop,
          now,
        })
      : null
  const notification = {
    to,
    channel,
    template: `delivery-window-${kind.replaceAll("_", "-")}`,
    content: {
      ...(channel === "email" && { subject }),
      text,
      html: asHtml(text),
    },
    data: {
      subject,
      text,
      order_id: order.id,
      window_starts_at: window.starts_at.toISOString(),
      window_ends_at: window.ends_at.toISOString(),
      // Providers that take no attachments may send it in their own way.
      ...(ics && { ics }),
    },
    ...(ics && {
      attachments: [
        {
          content: Buffer.from(ics).toString("base64"),
          filename: "delivery.ics",
          content_type: `text/calendar; charset=utf-8; method=${kind === "canceled" ? "CANCEL" : "PUBLISH"}`,
          disposition: "attachment",
        },
      ],
    }),
    trigger_type: `delivery_window.${kind}`,
    resource_id: order.id,
    resource_type: "order",
    ...(order.customer && { receiver_id: order.customer.id }),
  }
  const keys = Array.from(
    { length: (item.attempts ?? 0) + 1 },
    (_, index) => `delivery-window:${item.id}:${index + 1}`
  )
  await notifyOnce(channel, [{ notification, keys }], container)
}

function isUnderWay(error: unknown): boolean {
  return (
    MedusaError.isMedusaError(error) &&
    error.type === MedusaError.Types.CONFLICT
  )
}
