import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { FOLLOW_UP_MODULE } from "../../../modules/follow-up"
import { clockOf } from "../../../modules/follow-up/clock"
import type FollowUpModuleService from "../../../modules/follow-up/service"

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
  const followUp = container.resolve<FollowUpModuleService>(FOLLOW_UP_MODULE)
  const asked = user_ids ?? (await followUp.listAssignees())
  const gone = await usersWhoAreGone(asked, container)
  const event_ids: string[] = []
  for (const { id, assignee_id } of await followUp.listTasksAssignedTo(gone)) {
    const change = await followUp.runCommand(
      {
        task_id: id,
        command: { kind: "release", user_id: assignee_id },
        actor_id: null,
      },
      clockOf(container).now()
    )
    event_ids.push(...change.event_ids)
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
