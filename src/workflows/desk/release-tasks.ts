import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { type CommandRequest, FOLLOW_UP_MODULE } from "../../modules/follow-up"
import { runOrReport } from "./run-or-report"

/**
 * Leaves the active tasks of users who were deleted to nobody. A user who is
 * there keeps theirs.
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
  const gone = await usersWhoAreGone(asked, container)
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

async function usersWhoAreGone(
  ids: string[],
  container: MedusaContainer
): Promise<string[]> {
  if (ids.length === 0) {
    return []
  }
  const users = await container
    .resolve(Modules.USER)
    .listUsers({ id: ids }, { select: ["id"], take: ids.length })
  return ids.filter((id) => !users.some((user) => user.id === id))
}
