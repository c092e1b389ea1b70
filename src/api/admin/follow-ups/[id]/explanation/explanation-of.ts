import type { MedusaContainer } from "@medusajs/framework/types"
import type { ExplainedSpan } from "../../../../../business-time"
import {
  FOLLOW_UP_MODULE,
  naming,
  type Task,
} from "../../../../../modules/follow-up"
import type {
  AdminFollowUpExplanationResponse,
  AdminFollowUpExplanationStep,
} from "../../types"

/** Explains the task's deadlines from what is stored. */
export async function explanationOf(
  task: Task,
  container: MedusaContainer
): Promise<AdminFollowUpExplanationResponse["explanation"]> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const rulesOf = await followUp.rulesOf([task])
  const { playbook, calendar } = rulesOf(task)
  const deadlines = await followUp.explainDeadlines(task)
  return {
    opened_at: task.opened_at.toISOString(),
    time_zone: calendar.definition.time_zone,
    playbook: naming(playbook),
    calendar: naming(calendar),
    deadlines: deadlines.map(({ from, at, spans, ...explained }) => ({
      ...explained,
      from: from.toISOString(),
      at: at.toISOString(),
      steps: spans.map(toStep),
    })),
  }
}

function toStep(span: ExplainedSpan): AdminFollowUpExplanationStep {
  const { start, end } = span
  if (span.type === "open") {
    return { kind: "window", start, end, business_seconds: span.seconds }
  }
  const { reason } = span
  return {
    kind: "closed",
    start,
    end,
    reason: reason.type === "no_windows_on_weekday" ? "day_off" : reason.type,
    label: reason.type === "exception" ? reason.label : null,
  }
}
