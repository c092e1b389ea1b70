import type {
  RetryLadder,
  RetryStep,
} from "../../../src/api/admin/follow-ups/playbooks/types"
import type { Text } from "../../i18n/use-text"
import { workingTimeText } from "../fields/working-time-text"

export function retryStepText(t: Text, step: RetryStep): string {
  return step.kind === "after"
    ? t("settings.playbooks.retry.after", {
        time: workingTimeText(t, step.minutes),
      })
    : t("settings.playbooks.retry.nextMorning")
}

/**
 * When each attempt is due: `after 30 min, after 2 h, on the next working
 * morning`.
 */
export function ladderText(
  t: Text,
  { steps, max_attempts }: RetryLadder
): string {
  const tries = steps.map((step) => retryStepText(t, step)).join(", ")
  return max_attempts === null
    ? t("settings.playbooks.retry.ladder", { tries })
    : t("settings.playbooks.retry.ladderUpTo", { tries, count: max_attempts })
}
