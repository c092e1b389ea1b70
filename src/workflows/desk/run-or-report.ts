import type { MedusaContainer } from "@medusajs/framework/types"

import { type CommandRequest, FOLLOW_UP_MODULE } from "../../modules/follow-up"
import { clockOf } from "../../clock"
import { reportError } from "./report-error"

/**
 * Runs a command of the shop itself on one of many tasks. A task that cannot be
 * decided is reported and does not block the others.
 *
 * @returns the events to deliver
 */
export async function runOrReport(
  request: CommandRequest,
  container: MedusaContainer
): Promise<string[]> {
  try {
    const { event_ids } = await container
      .resolve(FOLLOW_UP_MODULE)
      .runCommand(request, clockOf(container).now())
    return event_ids
  } catch (error) {
    reportError(
      `${request.command.kind} failed on task ${request.task_id} and will be tried again`,
      error,
      container
    )
    return []
  }
}
