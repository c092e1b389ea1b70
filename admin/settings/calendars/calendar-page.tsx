import { useParams } from "react-router-dom"
import { useTaskTypes } from "../../api/queries"
import { useText } from "../../i18n/use-text"
import { PageError } from "../page-error"
import { PageSkeleton } from "../page-skeleton"
import { CalendarEditor } from "./calendar-editor"
import { useCalendar } from "./queries"

/** The calendar in the address. */
export const CalendarPage = () => {
  const t = useText()
  const { id = "" } = useParams()
  const { data, error, refetch } = useCalendar(id)
  // The form starts with the name that they bring.
  const kinds = useTaskTypes()
  if (data && !kinds.isPending) {
    return <CalendarEditor key={data.id} calendar={data} />
  }
  return error ? (
    <PageError
      title={t("settings.calendars.error")}
      reason={error}
      onRetry={() => void refetch()}
    />
  ) : (
    <PageSkeleton />
  )
}
