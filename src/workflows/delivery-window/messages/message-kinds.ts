import type { ScriptVariableDeclaration } from "../../../desk/kind"
import { PROMISE_KINDS } from "../../../modules/delivery-window"

/** What customers are told: each promise, and that a window is no more. */
export const MESSAGE_KINDS = [...PROMISE_KINDS, "canceled"] as const

export type MessageKind = (typeof MESSAGE_KINDS)[number]

/** What the texts may say besides the variables of scripts. */
export const MESSAGE_VARIABLES: readonly ScriptVariableDeclaration[] = [
  { name: "delivery.date", example: "Friday, 27 November" },
  { name: "delivery.from", example: "14:00" },
  { name: "delivery.to", example: "16:00" },
  { name: "delivery.to_date", example: "Friday, 27 November" },
  { name: "delivery.expected_time", example: "15:40" },
  { name: "delivery.expected_date", example: "Saturday, 28 November" },
  { name: "delivery.minutes", example: 30 },
  { name: "delivery.is_moved", example: "yes" },
  { name: "delivery.is_moved_by_shop", example: "yes" },
  { name: "delivery.link", example: "https://shop.example/hooks/…" },
]

/**
 * The channels of each kind, the best one first: a window goes to the calendar,
 * so it is an e-mail; what is urgent is an SMS.
 */
export const CHANNELS: Readonly<
  Record<MessageKind, readonly ("email" | "sms")[]>
> = {
  agreed: ["email", "sms"],
  canceled: ["email", "sms"],
  on_the_way: ["sms", "email"],
  minutes: ["sms", "email"],
  late: ["sms", "email"],
}
