import { useMemo } from "react"
import { useText } from "../../i18n/use-text"
import { useSettled } from "../fields/use-settled"
import { definitionOf, type CalendarDraft } from "./draft"
import type { Preview } from "./preview-days"
import type { DraftProblems } from "./problems"
import { isWorkable } from "./problems"
import { usePreview } from "./queries"
import { refusalOf, type Refusal } from "./refusal-place"

/** Long enough for the next digit of a time. */
const SETTLED_AFTER_MS = 350

/** The next six weeks of a draft, and what the server has against it. */
export const useDraftPreview = (
  draft: CalendarDraft,
  problems: DraftProblems
): {
  preview: Preview | undefined
  busy: boolean
  refusal: Refusal | null
} => {
  const t = useText()
  const { time_zone, week, exceptions } = draft
  const definition = useMemo(
    () => definitionOf({ time_zone, week, exceptions }),
    [time_zone, week, exceptions]
  )
  const settled = useSettled(definition, SETTLED_AFTER_MS)
  const workable = isWorkable(problems)
  const { data, error, isFetching } = usePreview(settled, workable)
  return {
    preview: data,
    busy: isFetching || settled !== definition,
    refusal:
      workable && error && settled === definition ? refusalOf(t, error) : null,
  }
}
