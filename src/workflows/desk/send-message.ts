import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { clockOf } from "../../clock"
import { ATTEMPT_CHANNELS } from "../../desk/attempts"
import { FOLLOW_UP_MODULE } from "../../modules/follow-up"
import type { WaitingItem } from "../../postgres/outbox"
import { notifyOnce } from "./notify-once"

const item = z.object({
  name: z.enum(ATTEMPT_CHANNELS),
  data: z.object({ task_id: z.string(), attempt_id: z.string() }),
})

/** What is kept and shown of a provider's error. */
const LONGEST_ERROR = 500

/**
 * Sends the message of an attempt through the notification module, and keeps
 * with the attempt that it left. If the provider refuses it, the history says
 * so and the task is back where it was; it is not tried again, as somebody will
 * send it again, or another way. A try that a crash cut short is repeated.
 *
 * @throws MedusaError CONFLICT while an earlier try is under way
 */
export async function sendMessage(
  waiting: WaitingItem,
  container: MedusaContainer
): Promise<void> {
  const {
    name: channel,
    data: { task_id, attempt_id },
  } = item.parse(waiting)
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const message = await followUp.readMessage(attempt_id)
  if (message?.status !== "pending") {
    return
  }
  const { to, subject, text, customer_id } = message
  const notification = {
    to,
    channel,
    template: "follow-ups-message",
    content: { ...(subject && { subject }), text, html: asHtml(text) },
    data: { ...(subject && { subject }), text },
    trigger_type: "follow-up.attempted",
    resource_id: task_id,
    resource_type: "follow_up",
    ...(customer_id && { receiver_id: customer_id }),
  }
  const keys = Array.from(
    { length: waiting.attempts + 1 },
    (_, index) => `follow-up-message:${attempt_id}:${index + 1}`
  )
  try {
    await notifyOnce(channel, [{ notification, keys }], container)
  } catch (error) {
    if (isUnderWay(error)) {
      throw error
    }
    // It tells no event: nothing happened to the customer.
    await followUp.runCommand(
      {
        task_id,
        actor_id: null,
        command: {
          kind: "message_failed",
          attempt_id,
          channel,
          error: reasonOf(error),
        },
      },
      clockOf(container).now()
    )
    return
  }
  await followUp.markMessage(
    attempt_id,
    { status: "sent", error: null },
    clockOf(container).now()
  )
}

function isUnderWay(error: unknown): boolean {
  return (
    MedusaError.isMedusaError(error) &&
    error.type === MedusaError.Types.CONFLICT
  )
}

/** Without the notification's id, which Medusa writes before it. */
function reasonOf(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error)
  return said
    .replace(/^Failed to send notification with id \S+:\s*/, "")
    .slice(0, LONGEST_ERROR)
}

/** What an agent or a customer typed is text, never markup. */
export function asHtml(text: string): string {
  const escaped = text.replace(
    /[&<>]/g,
    (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign] ?? sign
  )
  return `<div style="white-space: pre-wrap">${escaped}</div>`
}
