import type { RetryRules } from "../../../src/api/admin/follow-ups/playbooks/types"

type CallingHours = NonNullable<RetryRules["calling_hours"]>

/** `00:00` to `23:59`. */
export function isTimeOfDay(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
}

/** Whether the start is before the end, within one day. */
export function areCallingHours({ start, end }: CallingHours): boolean {
  return isTimeOfDay(start) && isTimeOfDay(end) && start < end
}
