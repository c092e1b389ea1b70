import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { releaseTasksWorkflow } from "../workflows/follow-up/release-tasks"

/** Unassigns the tasks of a deleted user. */
export default async function releaseTasksOfUser({
  event: { data },
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await releaseTasksWorkflow(container).run({ input: { user_ids: [data.id] } })
}

export const config: SubscriberConfig = {
  event: "user.deleted",
  context: { subscriberId: "follow-ups-user" },
}
