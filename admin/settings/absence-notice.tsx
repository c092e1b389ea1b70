import { Alert } from "@medusajs/ui"
import type { AdminFollowUpAbsence } from "../../src/api/admin/follow-ups/absences/types"
import { useAbsenceChanges, useAbsences } from "../api/absences"
import { serverNow } from "../clock/clock"
import { dateText } from "../clock/moment-text"
import { browserTimeZone } from "../clock/zoned"
import { useText } from "../i18n/use-text"
import { SmallButton } from "../task/small-button"
import { LookBack } from "./look-back"
import { Notice } from "./notice"
import { toastFailure } from "./toast-failure"

const DAY_MS = 86_400_000

/** Tells an admin what was left out after an absence, and offers the rest. */
export const AbsenceNotice = () => {
  const t = useText()
  const { data: absences = [] } = useAbsences()
  const { dismiss } = useAbsenceChanges()
  const [first] = absences
  if (!first) {
    return null
  }
  const from = Date.parse(first.left_out_from)
  const to = Math.max(
    ...absences.map(({ left_out_to }) => Date.parse(left_out_to))
  )
  const day = (at: number) => dateText(t, at, browserTimeZone())
  const what = [
    [countOf(absences, "order"), "settings.absence.orders"] as const,
    [countOf(absences, "customer"), "settings.absence.customers"] as const,
  ].flatMap(([count, key]) => (count > 0 ? t(key, { count }) : []))
  return (
    <div className="px-6 py-4 max-lg:px-4">
      <Alert variant="warning">
        <Notice
          title={t("settings.absence.title")}
          text={t("settings.absence.text", {
            from: day(from),
            to: day(to),
            what: new Intl.ListFormat(t.locale).format(what),
          })}
        >
          <LookBack days={daysSince(from)} />
          <SmallButton
            onClick={() => {
              dismiss().catch((error: unknown) => toastFailure(t, error))
            }}
          >
            {t("settings.absence.dismiss")}
          </SmallButton>
        </Notice>
      </Alert>
    </div>
  )
}

function countOf(
  absences: readonly AdminFollowUpAbsence[],
  wanted: AdminFollowUpAbsence["entity"]
): number {
  return absences
    .filter(({ entity }) => entity === wanted)
    .reduce((sum, { records }) => sum + records, 0)
}

function daysSince(from: number): number {
  return Math.ceil((serverNow() - from) / DAY_MS)
}
