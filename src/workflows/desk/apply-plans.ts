import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import {
  FOLLOW_UP_MODULE,
  type Plan,
  type Planning,
} from "../../modules/follow-up"
import { isBusy, Refusal } from "../../refusals"
import { assignableUsers } from "./assignable-users"
import { reportError } from "./report-error"

/** The result of applying plans. */
export type Applied = {
  /** The events to deliver. */
  event_ids: string[]
  /** The records whose plan was applied; the others failed with an error. */
  synced: string[]
}

/** The actor for one task; all other tasks are changed by the shop itself. */
export type Doer = { task_id: string; actor_id: string | null }

/**
 * Applies the plan of each record, which was made from facts read without a
 * lock. A refused command means that a person was quicker; the next run plans
 * from what is true then. A record that cannot be synced is reported and does
 * not affect the others.
 *
 * @param plans - by record id
 * @param by - set if a person caused the change of one of the tasks
 * @throws Refusal if the plugin's tables are busy: they are so for each record
 */
export async function applyPlans(
  plans: ReadonlyMap<string, Plan>,
  { book, now }: Pick<Planning, "book" | "now">,
  container: MedusaContainer,
  by?: Doer
): Promise<Applied> {
  const opens = [...plans.values()].some(({ open }) => open.length > 0)
  const people = opens ? await assignableUsers(book, container) : []
  const event_ids: string[] = []
  const synced: string[] = []
  for (const [id, plan] of plans) {
    try {
      event_ids.push(...(await applyPlan(plan, people, now, container, by)))
      synced.push(id)
    } catch (error) {
      if (isBusy(error)) {
        throw error
      }
      reportFailed(id, error, container)
    }
  }
  return { event_ids, synced }
}

/** Logs which record could not be synced because of an error. */
export function reportFailed(
  id: string,
  error: unknown,
  container: MedusaContainer
): void {
  reportError(`${id} could not be synced`, error, container)
}

async function applyPlan(
  { open, commands }: Plan,
  people: string[],
  now: Date,
  container: MedusaContainer,
  by?: Doer
): Promise<string[]> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const event_ids: string[] = []
  for (const { task_id, command } of commands) {
    try {
      const change = await followUp.runCommand(
        {
          task_id,
          command,
          actor_id: by?.task_id === task_id ? by.actor_id : null,
        },
        now
      )
      event_ids.push(...change.event_ids)
    } catch (error) {
      if (
        !(error instanceof Refusal) ||
        error.type !== MedusaError.Types.NOT_ALLOWED
      ) {
        throw error
      }
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .debug(`follow-ups: ${command.kind} on ${task_id}: ${error.code}`)
    }
  }
  if (open.length > 0) {
    const opened = await followUp.openTasks(open, now, people)
    event_ids.push(...opened.flatMap((change) => change.event_ids))
  }
  return event_ids
}
