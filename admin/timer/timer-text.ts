import { momentText } from "../clock/moment-text"
import type { Text } from "../i18n/use-text"
import { durationText, runningText } from "./duration-text"
import type { TimerReading } from "./reading"

/** A timer's text: the main part and the details. */
export type TimerText = { main: string; detail: string | null }

/**
 * @param outcomeName - the name of an outcome for the task's type
 * @param timeZone - of the timer's calendar
 */
export function timerText(
  t: Text,
  outcomeName: (outcome: string) => string,
  reading: TimerReading,
  now: number,
  timeZone: string
): TimerText {
  switch (reading.kind) {
    case "running":
      return {
        main: runningText(t, reading.seconds),
        detail: t(
          reading.countingTo === "resolution_limit" &&
            (reading.level === "on_track" || reading.level === "at_risk")
            ? "timer.toComplete"
            : `timer.${reading.level}`
        ),
      }
    case "closed":
      return {
        main:
          reading.opensAt === null
            ? t("timer.closed")
            : t("timer.opens", {
                at: momentText(t, "at", reading.opensAt, now, timeZone),
              }),
        detail: t(reading.level === "breached" ? "timer.late" : "timer.left", {
          duration: durationText(t, reading.seconds),
        }),
      }
    case "waiting":
      return {
        main:
          reading.until === null
            ? t("timer.waitingOpen")
            : momentText(t, "when", reading.until, now, timeZone),
        detail: reading.reason && t(`waitingReasons.${reading.reason}`),
      }
    case "due":
      return {
        main:
          reading.since === null
            ? t("timer.dueNow")
            : t("timer.due", {
                at: momentText(t, "at", reading.since, now, timeZone),
              }),
        detail: null,
      }
    case "met":
      return { main: t("timer.met"), detail: null }
    case "completed":
      return {
        main: reading.outcome
          ? outcomeName(reading.outcome)
          : t("timer.completed"),
        detail: null,
      }
    case "canceled":
      return { main: t("timer.canceled"), detail: null }
  }
}
