import type { FollowUp } from "../api/follow-up"
import type { Text } from "../i18n/use-text"

/** The customer's display name. */
export function customerName(
  t: Text,
  task: Pick<FollowUp, "customer_name" | "email">
): string {
  return task.customer_name ?? task.email ?? t("task.noName")
}
