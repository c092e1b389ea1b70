import { Alert } from "@medusajs/ui"
import type { AdminFollowUpAbsence } from "../../src/api/admin/follow-ups/absences/types"
import { useAbsenceChanges, useAbsences } from "../api/absences"
import { useText } from "../i18n/use-text"
import { SmallButton } from "../task/small-button"
import { Notice } from "./calendars/notices"
import { LookBack } from "./look-back"
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
  const from = new Date(first.left_out_from)
  const to = absences
    .map(({ left_out_to }) => left_out_to)
    .reduce((a, b) => (a > b ? a : b))
  const day = new Intl.DateTimeFormat(t.locale, { dateStyle: "medium" })
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
            from: day.format(from),
            to: day.format(new Date(to)),
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

function daysSince(from: Date): number {
  return Math.ceil((Date.now() - from.getTime()) / DAY_MS)
}
