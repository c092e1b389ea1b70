import type { MedusaContainer } from "@medusajs/framework/types"
import { type CommandRequest, FOLLOW_UP_MODULE } from "../../modules/follow-up"
import { usersThereAre } from "../../shop/users"
import { runOrReport } from "./run-or-report"

/**
 * Unassigns the active tasks of deleted users. Users who still exist keep
 * theirs.
 *
 * @param user_ids - null for everybody who has a task
 * @returns the events to deliver
 */
export async function releaseTasks(
  user_ids: string[] | null,
  container: MedusaContainer
): Promise<string[]> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const asked = user_ids ?? (await followUp.listAssignees())
  const there = await usersThereAre(asked, container)
  const gone = asked.filter((id) => !there.some((user) => user.id === id))
  const event_ids: string[] = []
  for (const { id, assignee_id } of await followUp.listTasksAssignedTo(gone)) {
    const request: CommandRequest = {
      task_id: id,
      command: { kind: "release", user_id: assignee_id },
      actor_id: null,
    }
    event_ids.push(...(await runOrReport(request, container)))
  }
  return event_ids
}
