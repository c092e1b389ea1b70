import { useEffect, useReducer, useState, type Dispatch } from "react"
import type {
  AdminFollowUpCalendar,
  AdminUpdateFollowUpCalendar,
} from "../../../src/api/admin/follow-ups/calendars/types"
import { changesTo, draftOf, type CalendarDraft } from "./draft"
import { edited, type Edit } from "./draft-reducer"

export type EditedCalendar = {
  draft: CalendarDraft
  edit: Dispatch<Edit>
  /** What is not saved yet; null for nothing. */
  changes: AdminUpdateFollowUpCalendar | null
  /** Somebody else has changed the calendar since editing began. */
  isOutdated: boolean
  /** Begins anew from what is saved. */
  restart: (from: AdminFollowUpCalendar) => void
}

/**
 * A calendar under one's hands. What arrives from the server meanwhile is taken
 * over only while nothing is edited.
 *
 * @param calendar - as the server has it
 */
export const useEditedCalendar = (
  calendar: AdminFollowUpCalendar
): EditedCalendar => {
  const [base, setBase] = useState(calendar)
  const [draft, edit] = useReducer(edited, calendar, draftOf)
  const changes = changesTo(base, draft)
  const untouched = changes === null

  const restart = (from: AdminFollowUpCalendar) => {
    setBase(from)
    edit({ what: "all", draft: draftOf(from) })
  }
  useEffect(() => {
    // What was saved here may arrive before the answer to an earlier question.
    const isOlder = calendar.updated_at < base.updated_at
    if (untouched && calendar !== base && !isOlder) {
      setBase(calendar)
      edit({ what: "all", draft: draftOf(calendar) })
    }
  }, [calendar, base, untouched])

  return {
    draft,
    edit,
    changes,
    isOutdated: !untouched && calendar.version !== base.version,
    restart,
  }
}
