import { toast } from "@medusajs/ui"
import { useRef } from "react"
import type { Command } from "../api/command"
import type { FollowUp } from "../api/follow-up"
import { useCommand } from "../api/use-command"
import { serverNow } from "../clock/clock"
import { momentText } from "../clock/moment-text"
import { useText, type Text } from "../i18n/use-text"
import { customerName } from "./customer-name"

/** @returns the task as it now is, or null where the server refused. */
export type RecordCommand = (
  task: FollowUp,
  command: Command
) => Promise<FollowUp | null>

/**
 * Sends a command and says how it ended. While a task's command is on its way,
 * a second one on the same task is dropped: it is a key pressed twice.
 */
export const useRecord = (): RecordCommand => {
  const t = useText()
  const send = useCommand()
  const busy = useRef(new Set<string>())

  const record: RecordCommand = async (task, command) => {
    if (busy.current.has(task.id)) {
      return null
    }
    busy.current.add(task.id)
    try {
      const changed = await send(task.id, command)
      toast.success(doneTitle(t, changed, command), {
        description: doneText(t, changed, command),
        dismissable: false,
        ...(changed.status === "completed" &&
          task.status !== "completed" && {
            action: {
              label: t("done.undo"),
              altText: t("done.undo"),
              onClick: () => void record(changed, { name: "reopen", body: {} }),
            },
          }),
      })
      return changed
    } catch (error) {
      toast.error(t("done.failed"), {
        description: error instanceof Error ? error.message : undefined,
        dismissable: false,
      })
      return null
    } finally {
      busy.current.delete(task.id)
    }
  }
  return record
}

function doneTitle(t: Text, task: FollowUp, command: Command): string {
  const name = customerName(t, task)
  switch (command.name) {
    case "claim":
      return t("done.claimed")
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
            : t.of("outcomes", command.body.complete_with),
      })
    case "complete":
      return t("done.outcome", {
        name,
        outcome: t.of("outcomes", command.body.outcome),
      })
    case "wait":
      return t("done.outcome", { name, outcome: t("statuses.waiting") })
    case "resume":
      return t("done.resumed")
    case "cancel":
      return t("done.canceled")
    case "reopen":
      return t("done.reopened")
    case "notes":
      return t("done.noted")
  }
}

/** When a task that now waits comes back by itself. */
function doneText(
  t: Text,
  task: FollowUp,
  command: Command
): string | undefined {
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
      serverNow(),
      task.calendar.time_zone
    ),
  })
}
