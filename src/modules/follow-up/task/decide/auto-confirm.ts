import { AUTO_CONFIRMED } from "../../rules/playbooks/task-types"
import type { SafeReason } from "../../../../desk/playbook"
import { CLOSED } from "./closing"
import { activity, type Decision } from "./decision"
import { type ClockSituation, pausedAt } from "../clock/task-clock"

/**
 * A safe order needs no call: its task is completed as it is opened. This does
 * not count as a response, so it cannot be late.
 */
export function autoConfirm(
  situation: ClockSituation,
  reasons: SafeReason[],
  now: Date
): Decision {
  const { opened_at } = situation.task
  return {
    changes: {
      ...pausedAt(situation, opened_at),
      ...CLOSED,
      status: "completed",
      outcome: AUTO_CONFIRMED,
      responded_at: opened_at,
      completed_at: now,
    },
    attempt: null,
    activities: [
      activity("completed", now, { outcome: AUTO_CONFIRMED, reasons }),
    ],
  }
}
