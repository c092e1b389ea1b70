import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { FOLLOW_UP_MODULE } from "../../../modules/follow-up"
import { Refusal } from "../../../modules/follow-up/decide/refusal"
import type { Plan, Planning } from "../../../modules/follow-up/plan"
import type FollowUpModuleService from "../../../modules/follow-up/service"
import { assignableUsers } from "./assignable-users"

/** What was done for some records. */
export type CarriedOut = {
  /** The events to deliver. */
  event_ids: string[]
  /** The records whose plan was carried out: an error kept back the others. */
  followed: string[]
}

/**
 * Carries out what was planned for each record, from facts that were read
 * without a lock. A command that is refused met a person who was quicker; the
 * next run plans from what is true then. A record that cannot be followed is
 * reported, and keeps the others from nothing.
 *
 * @param plans - by the record's id
 */
export async function carryOutPlans(
  plans: ReadonlyMap<string, Plan>,
  { book, now }: Pick<Planning, "book" | "now">,
  container: MedusaContainer
): Promise<CarriedOut> {
  const opens = [...plans.values()].some(({ open }) => open.length > 0)
  const people = opens ? await assignableUsers(book, container) : []
  const event_ids: string[] = []
  const followed: string[] = []
  for (const [id, plan] of plans) {
    try {
      event_ids.push(...(await carryOut(plan, people, now, container)))
      followed.push(id)
    } catch (error) {
      reportUnfollowed(id, error, container)
    }
  }
  return { event_ids, followed }
}

/** Says which record an error kept from being followed. */
export function reportUnfollowed(
  id: string,
  error: unknown,
  container: MedusaContainer
): void {
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .error(
      `follow-ups: ${id} could not be followed`,
      error instanceof Error ? error : undefined
    )
}

async function carryOut(
  { open, commands }: Plan,
  people: string[],
  now: Date,
  container: MedusaContainer
): Promise<string[]> {
  const followUp = container.resolve<FollowUpModuleService>(FOLLOW_UP_MODULE)
  const event_ids: string[] = []
  for (const { task_id, command } of commands) {
    try {
      const change = await followUp.runCommand(
        { task_id, command, actor_id: null },
        now
      )
      event_ids.push(...change.event_ids)
    } catch (error) {
      if (!(error instanceof Refusal)) {
        throw error
      }
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .debug(`follow-ups: ${command.kind} on ${task_id}: ${error.message}`)
    }
  }
  if (open.length > 0) {
    const opened = await followUp.openTasks(open, now, people)
    event_ids.push(...opened.flatMap((change) => change.event_ids))
  }
  return event_ids
}
