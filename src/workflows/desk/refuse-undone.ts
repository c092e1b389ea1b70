import type { MedusaContainer } from "@medusajs/framework/types"
import { type CommandRequest, FOLLOW_UP_MODULE } from "../../modules/follow-up"
import { Refusal } from "../../refusals"
import { type Kind, kindsOf } from "./kinds"
import { patienceOf } from "./patience"
import { reportError } from "./report-error"
import { withTimeout } from "./with-timeout"

/**
 * Refuses an outcome that says what nobody has done yet. If a kind of work does
 * not answer in time, the person is believed.
 *
 * @throws Refusal `outcome_undone`
 */
export async function refuseUndone(
  { task_id, command }: CommandRequest,
  container: MedusaContainer
): Promise<void> {
  const field = command.kind === "complete" ? "outcome" : "complete_with"
  const outcome =
    command.kind === "complete"
      ? command.outcome
      : command.kind === "record_attempt"
        ? command.complete_with
        : null
  const doneIn = ({ declaration }: Kind, type?: string) =>
    declaration.task_types
      ?.filter((one) => type === undefined || one.type === type)
      .flatMap(({ outcomes }) => outcomes)
      .find((one) => one.outcome === outcome)?.done_in
  const kinds = kindsOf(container).filter((kind) => doneIn(kind))
  if (outcome === null || kinds.length === 0) {
    return
  }
  const [task] = await container
    .resolve(FOLLOW_UP_MODULE)
    .findTasks({ id: [task_id] })
  if (!task || task.status === "completed") {
    return
  }
  const kind = kinds.find((one) => doneIn(one, task.type))
  const section = kind && doneIn(kind, task.type)
  if (!section) {
    return
  }
  const { sheet_part_ms } = patienceOf(container)
  let is_undone = false
  try {
    is_undone =
      (await withTimeout(
        Promise.resolve(kind.handlers.is_undone?.(outcome, task, container)),
        sheet_part_ms,
        `it took more than ${sheet_part_ms / 1_000} seconds`
      )) ?? false
  } catch (error) {
    reportError(`whether ${outcome} is done is unknown`, error, container)
  }
  if (is_undone) {
    throw new Refusal("outcome_undone", { outcome, section }, [field])
  }
}
