import { useMemo } from "react"
import { useWatch, type Control } from "react-hook-form"
import { useText } from "../../i18n/use-text"
import { useSettled } from "../fields/use-settled"
import { definitionOf, type CalendarValues } from "./calendar-values"
import type { Preview } from "./preview-days"
import { usePreview } from "./queries"
import { refusalOf, type Refusal } from "./refusal-place"
import { hasWrongTimes, neverOpens } from "./week"

/** Longer than the pause before the next digit of a time. */
const SETTLED_AFTER_MS = 350

/** The preview of the edited calendar, or the server's error. */
export const useFormPreview = (
  control: Control<CalendarValues>
): {
  preview: Preview | undefined
  busy: boolean
  refusal: Refusal | null
} => {
  const t = useText()
  const [time_zone, week, exceptions] = useWatch({
    control,
    name: ["time_zone", "week", "exceptions"],
  })
  const definition = useMemo(
    () => definitionOf({ time_zone, week, exceptions }),
    [time_zone, week, exceptions]
  )
  const settled = useSettled(definition, SETTLED_AFTER_MS)
  const workable = !hasWrongTimes(week) && !neverOpens(week)
  const { data, error, isFetching } = usePreview(settled, workable)
  return {
    preview: data,
    busy: isFetching || settled !== definition,
    refusal:
      workable && error && settled === definition ? refusalOf(t, error) : null,
  }
}
