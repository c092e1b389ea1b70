import type { MedusaContainer } from "@medusajs/framework/types"
import { FOLLOW_UP_MODULE } from "../../../../../modules/follow-up"
import { Refusal } from "../../../../../refusals"

/** @throws Refusal if the provider refused the message that was just recorded */
export async function refuseUnsent(
  task_id: string,
  container: MedusaContainer
): Promise<void> {
  const message = await container
    .resolve(FOLLOW_UP_MODULE)
    .readLastMessage(task_id)
  if (message?.status === "failed") {
    throw new Refusal("message_failed", { error: message.error })
  }
}
