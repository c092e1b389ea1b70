import type { MedusaContainer } from "@medusajs/framework/types"

import {
  type CommandRequest,
  FOLLOW_UP_MODULE,
  type Judgement,
  type Task,
  triggerOfRequest,
} from "../../modules/follow-up"
import { assignableUsers } from "./assignable-users"
import { judgeRequests } from "./judge-requests"
import { reportError } from "./report-error"

/**
 * Reads what a wrong number needs to open the task that asks for another one,
 * before the command's transaction.
 *
 * @returns undefined for any other command
 */
export async function openingAfterWrongNumber(
  { task_id, command }: Pick<CommandRequest, "task_id" | "command">,
  now: Date,
  container: MedusaContainer
): Promise<CommandRequest["opening"]> {
  if (command.kind !== "record_attempt" || command.outcome !== "wrong_number") {
    return undefined
  }
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const task = await followUp.findTask(task_id)
  return {
    people: await assignableUsers(await followUp.readRuleBook(now), container),
    judgement: task ? await judge(task, container) : undefined,
  }
}

/** The person's action is recorded even if the order cannot be read. */
async function judge(
  task: Task,
  container: MedusaContainer
): Promise<Judgement | undefined> {
  const asking = { ...task, phone: null, phone_e164: null }
  try {
    const [judged] = await judgeRequests(
      [{ ...asking, playbook_id: undefined }],
      triggerOfRequest(task),
      container,
      { hasNoNumber: true }
    )
    return judged?.judgement
  } catch (error) {
    reportError(
      `the order or customer of task ${task.id} could not be read; whether to ask for another number is decided by the task alone`,
      error,
      container
    )
    return undefined
  }
}
