import type {
  CreateNotificationDTO,
  MedusaContainer,
} from "@medusajs/framework/types"
import {
  DELIVERY_WINDOW_MODULE,
  type ToTellCustomer,
} from "../../../modules/delivery-window"
import { customerLanguages, FOLLOW_UP_MODULE } from "../../../modules/follow-up"
import type { OrderFacts } from "../../../shop/orders"
import { asHtml } from "../../desk/send-message"
import { bookingLink, isMovable } from "../booking-link"
import { calendarFile } from "./calendar-entry"
import { messageFacts } from "./message-facts"
import type { MessageKind } from "./message-kinds"
import { writeMessage } from "./message-text"

/** How a customer is reached. */
export type Way = { channel: "email" | "sms"; to: string }

/**
 * A message as the notification module takes it. An e-mail about a window has
 * it as a file for the calendar, attached and in its data: providers differ in
 * what they do with attachments.
 */
export async function notificationOf(
  kind: MessageKind,
  { promised, window, agreed_by }: ToTellCustomer,
  order: OrderFacts,
  { channel, to }: Way,
  now: Date,
  container: MedusaContainer
): Promise<CreateNotificationDTO> {
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
      is_moved_by_shop: agreed_by === "shop",
      link:
        kind === "agreed" ? await linkOf(promised.booking_id, container) : "",
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
  return {
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
}

/** Where the customer may choose another window; empty if they may not. */
async function linkOf(
  booking_id: string,
  container: MedusaContainer
): Promise<string> {
  const module = container.resolve(DELIVERY_WINDOW_MODULE)
  const [booking] = await module.readBookings({ booking_ids: [booking_id] })
  const [window] = booking
    ? await module.listWindows({ window_ids: [booking.window_id] })
    : []
  return booking && window && isMovable(booking, window, container)
    ? (bookingLink(booking, container) ?? "")
    : ""
}
