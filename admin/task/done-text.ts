import type { Command } from "../api/command"
import type { FollowUp } from "../api/follow-up"
import { momentText } from "../clock/moment-text"
import type { Kinds } from "../desk/kinds"
import type { Text } from "../i18n/use-text"
import { customerName } from "./customer-name"

/** A short title for the completed action. */
export function doneTitle(
  t: Text,
  { outcomeName }: Kinds,
  task: FollowUp,
  command: Command
): string {
  const name = customerName(t, task)
  switch (command.name) {
    case "claim":
      return t("done.claimed")
    case "calling":
      return t("history.calling")
    case "hang-up":
      return t("history.hung_up")
    case "assign":
      return task.assignee
        ? t("done.assigned", { name: task.assignee.name })
        : t("done.unassigned")
    case "attempts":
      return t("done.outcome", {
        name,
        outcome:
          command.body.complete_with === undefined
            ? t(`attempts.${command.body.outcome}`)
            : outcomeName(task.type, command.body.complete_with),
      })
    case "withdraw-attempt":
      return t("done.withdrawn", { name })
    case "complete":
      return t("done.outcome", {
        name,
        outcome: outcomeName(task.type, command.body.outcome),
      })
    case "wait":
      return t("done.outcome", { name, outcome: t("statuses.waiting") })
    case "resume":
      return t("done.resumed")
    case "cancel":
      return t("done.canceled")
    case "cancel-order":
      return t("done.orderCanceled", { name })
    case "reopen":
      return t("done.reopened")
    case "notes":
      return t("done.noted")
  }
}

/** Which task it was, or when one that is now waiting resumes. */
export function doneText(
  t: Text,
  { taskName }: Kinds,
  task: FollowUp,
  command: Command,
  now: number
): string | undefined {
  if (isOfOneTask(command)) {
    return taskName(task)
  }
  if (
    task.waiting_until === null ||
    (command.name !== "attempts" && command.name !== "wait")
  ) {
    return undefined
  }
  return t("done.back", {
    at: momentText(
      t,
      "at",
      Date.parse(task.waiting_until),
      now,
      task.calendar.time_zone
    ),
  })
}

/** The others of the call are left as they are. */
const isOfOneTask = (command: Command): boolean =>
  command.name === "attempts"
    ? command.body.complete_with !== undefined
    : ["complete", "cancel", "cancel-order", "reopen"].includes(command.name)
