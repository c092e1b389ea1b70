import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "../../clock"
import { type Command, FOLLOW_UP_MODULE } from "../../modules/follow-up"

/** The result of changing tasks by their keys. */
export type ChangedByKey = {
  /** The tasks with these keys. */
  ids: string[]
  /** Keys that no task has. */
  unknown_keys: string[]
  /** To be delivered with `deliverEventsStep`. */
  event_ids: string[]
}

/**
 * Runs a command on each task that has one of these keys, one after the other.
 *
 * @throws Refusal if a task's state does not allow its command
 */
export async function changeByKey(
  changes: readonly { dedupe_key: string; command: Command }[],
  container: MedusaContainer
): Promise<ChangedByKey> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const now = clockOf(container).now()
  const keys = changes.map(({ dedupe_key }) => dedupe_key)
  const tasks = await followUp.findTasks({ dedupe_key: keys })
  const changed: ChangedByKey = { ids: [], unknown_keys: [], event_ids: [] }
  for (const { dedupe_key, command } of changes) {
    const task = tasks.find((task) => task.dedupe_key === dedupe_key)
    if (!task) {
      changed.unknown_keys.push(dedupe_key)
      continue
    }
    const { event_ids } = await followUp.runCommand(
      { task_id: task.id, command, actor_id: null },
      now
    )
    changed.ids.push(task.id)
    changed.event_ids.push(...event_ids)
  }
  return changed
}
