import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { type FollowUpEventData, FollowUpEvents } from "../modules/follow-up"
import { keepToldWorkflow } from "../workflows/delivery-window/tracking/keep-told"

/** Keeps the time that the customer of a late delivery was told on the phone. */
export default async function keepTold({
  event: { data },
  container,
}: SubscriberArgs<FollowUpEventData>): Promise<void> {
  await keepToldWorkflow(container).run({
    input: { id: data.id, type: data.type },
  })
}

export const config: SubscriberConfig = {
  event: FollowUpEvents.COMPLETED,
  context: { subscriberId: "follow-ups-delivery-window-told" },
}
