import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { type FollowUpEventData, FollowUpEvents } from "../modules/follow-up"
import { syncCompletedTaskWorkflow } from "../workflows/follow-up/sync-completed-task"

/** Passes on what a completed task found out, such as a phone number. */
export default async function syncCompleted({
  event: { data },
  container,
}: SubscriberArgs<FollowUpEventData>): Promise<void> {
  await syncCompletedTaskWorkflow(container).run({ input: data })
}

export const config: SubscriberConfig = {
  event: FollowUpEvents.COMPLETED,
  context: { subscriberId: "follow-ups-completed" },
}
