import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createStep,
  createWorkflow,
  type ReturnWorkflow,
  StepResponse,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { type RefusalPath, refuseUnstorable } from "../../refusals"
import { clockOf } from "../../clock"
import { type Command, FOLLOW_UP_MODULE } from "../../modules/follow-up"
import { deliverEventsStep } from "../desk/deliver-outbox"

/** The result of changing tasks by their keys. */
export type ChangedByKey = {
  /** The tasks with these keys. */
  ids: string[]
  /** Keys that no task has. */
  unknown_keys: string[]
  /** To be delivered with `deliverEventsStep`. */
  event_ids: string[]
}

/** The tasks with these keys, and the keys that no task has. */
export type FoundByKey = Omit<ChangedByKey, "event_ids">

/**
 * What happens to the task with a key, and who does it; else a program. With the
 * same `key` again, it happens once.
 */
export type Commanded = {
  command: Command
  user_id?: string | null
  key?: string
}

/** Of the changes in the workflow's input. */
const PATH: RefusalPath = ["follow_ups"]

/**
 * The step that changes tasks by their keys, for use within another workflow,
 * which delivers the `event_ids`.
 *
 * @param toCommand - maps one of the step's inputs to the command, and to who gives
 * it; gets its path as well, for messages
 */
export const changeByKeyStep = <Change extends { dedupe_key: string }>(
  name: string,
  toCommand: (change: Change, path: RefusalPath) => Commanded
) => {
  const change = changerByKey(toCommand)
  return createStep(
    name,
    async (changes: Change[], { container }) =>
      new StepResponse(await change(changes, container))
  )
}

/** The same without the workflow engine, which may need Redis. */
export function changerByKey<Change extends { dedupe_key: string }>(
  toCommand: (change: Change, path: RefusalPath) => Commanded
) {
  return async (
    changes: Change[],
    container: MedusaContainer
  ): Promise<ChangedByKey> => {
    refuseUnstorable(changes, PATH)
    return await changeByKey(
      changes.map((change, index) => ({
        dedupe_key: change.dedupe_key,
        ...toCommand(change, [...PATH, index]),
      })),
      container
    )
  }
}

/** The workflow of such a step, which delivers the events. */
export function changeByKeyWorkflow<Change extends { dedupe_key: string }>(
  name: string,
  step: ReturnType<typeof changeByKeyStep<Change>>
): ReturnWorkflow<{ follow_ups: Change[] }, FoundByKey, []> {
  return createWorkflow(
    { name },
    (input: WorkflowData<{ follow_ups: Change[] }>) => {
      const changed = step(input.follow_ups)
      deliverEventsStep(
        transform({ changed }, ({ changed }) => changed.event_ids)
      )
      const result = transform(
        { changed },
        ({ changed: { ids, unknown_keys } }) => ({ ids, unknown_keys })
      )
      return new WorkflowResponse(result)
    }
  )
}

/**
 * Runs a command on each task that has one of these keys, one after the other.
 *
 * @throws Refusal if a task's state does not allow its command
 */
async function changeByKey(
  changes: readonly ({ dedupe_key: string } & Commanded)[],
  container: MedusaContainer
): Promise<ChangedByKey> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const now = clockOf(container).now()
  const keys = changes.map(({ dedupe_key }) => dedupe_key)
  const tasks = await followUp.findTasks({ dedupe_key: keys })
  const changed: ChangedByKey = { ids: [], unknown_keys: [], event_ids: [] }
  for (const { dedupe_key, command, user_id = null, key } of changes) {
    const task = tasks.find((task) => task.dedupe_key === dedupe_key)
    if (!task) {
      changed.unknown_keys.push(dedupe_key)
      continue
    }
    const { event_ids } = await followUp.runCommand(
      {
        task_id: task.id,
        command,
        actor_id: user_id,
        idempotency_key: key,
        // It is done: see `refuseDeedDuringCall`.
        knows_of_call: true,
      },
      now
    )
    changed.ids.push(task.id)
    changed.event_ids.push(...event_ids)
  }
  return changed
}
