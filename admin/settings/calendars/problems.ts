import type { CalendarDraft } from "./draft"
import { isWrong, neverOpens, windowProblems } from "./week"
import { WEEKDAYS } from "../../../src/business-time/definition"

/** What keeps a draft from being saved, as far as the page can tell. */
export type DraftProblems = {
  nameless: boolean
  /** Some window of the week is no window. */
  wrongTimes: boolean
  /** No weekday is worked: the server refuses such a calendar. */
  neverOpens: boolean
}

export function problemsOf(draft: CalendarDraft): DraftProblems {
  return {
    nameless: draft.name.trim() === "",
    wrongTimes: WEEKDAYS.some((day) =>
      windowProblems(draft.week[day]).some(isWrong)
    ),
    neverOpens: neverOpens(draft.week),
  }
}

/** Whether the server could reckon with its hours. */
export function isWorkable({ wrongTimes, neverOpens }: DraftProblems): boolean {
  return !wrongTimes && !neverOpens
}
