import type { MedusaContainer } from "@medusajs/framework/types"
import { SHORTAGE_TASK } from "../../../desk/resolve-shortage"
import { FOLLOW_UP_MODULE } from "../../../modules/follow-up"
import type { Offer } from "../../../modules/shortage"
import { reportError } from "../../desk/report-error"
import { resumeTaskWorkflow } from "../../follow-up/resume-task"

/**
 * Brings the order's task back to the desk when a customer has answered by the
 * link, and somebody must now call them, or what they took could not be carried
 * out.
 */
export async function tellDesk(
  { order_id }: Offer,
  container: MedusaContainer
): Promise<void> {
  try {
    const [task] = await container
      .resolve(FOLLOW_UP_MODULE)
      .findTasks({ dedupe_key: [`${SHORTAGE_TASK}:${order_id}`] })
    if (task?.status === "waiting") {
      await resumeTaskWorkflow(container).run({
        input: { id: task.id, actor_id: null },
      })
    }
  } catch (error) {
    reportError(
      `a customer has answered about ${order_id}, and the task could not be resumed`,
      error,
      container
    )
  }
}
