import type { MedusaContainer } from "@medusajs/framework/types"
import {
  FOLLOW_UP_MODULE,
  isVisible,
  type Task,
  wrongNumbers,
} from "../../../../../modules/follow-up"
import { peopleById } from "../../present-people"
import { presentAttempt } from "../../present-history"
import type { AdminFollowUpCallSheetResponse } from "../../types"

type CallSheet = AdminFollowUpCallSheetResponse["call_sheet"]

/** What a person reads before a call. */
const MOST_ATTEMPTS = 50

/**
 * Attempts on this customer's tasks, those that may be seen, newest first, and
 * whether one of them found this task's number to be wrong.
 */
export async function attemptsOnCustomer(
  task: Task,
  visible_to: string | null | undefined,
  container: MedusaContainer
): Promise<Pick<CallSheet, "attempts" | "phone_was_wrong">> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const tasks = task.customer_id
    ? await followUp.findTasks({ customer_id: [task.customer_id] })
    : [task]
  const byId = new Map(
    tasks
      .filter((task) => isVisible(task, visible_to))
      .map((task) => [task.id, task])
  )
  const attempts = await followUp.listFollowUpAttempts(
    { task_id: [...byId.keys()], withdrawn_at: null },
    { order: { attempted_at: "DESC", id: "DESC" }, take: MOST_ATTEMPTS }
  )
  const people = await peopleById(
    attempts.map(({ actor_id }) => actor_id),
    container
  )
  const isWrong = wrongNumbers(
    [...byId.values()],
    task.country_code ?? followUp.settings.default_country
  )
  return {
    attempts: attempts.map((attempt) => {
      const about = byId.get(attempt.task_id) ?? task
      return {
        ...presentAttempt(attempt, people),
        task_type: about.type,
        order_display_id: about.order_display_id,
      }
    }),
    phone_was_wrong: task.phone !== null && isWrong(task.phone),
  }
}
