import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import {
  type FollowUpEventData,
  FollowUpEvents,
} from "../modules/follow-up/events"
import { followCompletedTaskWorkflow } from "../workflows/follow-up/follow-completed-task"

/** Tasks that were completed: what was learned goes on from there. */
export default async function followCompleted({
  event: { data },
  container,
}: SubscriberArgs<FollowUpEventData>): Promise<void> {
  await followCompletedTaskWorkflow(container).run({ input: data })
}

export const config: SubscriberConfig = {
  event: FollowUpEvents.COMPLETED,
  context: { subscriberId: "follow-ups-completed" },
}
