import { useParams } from "react-router-dom"
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
  if (data) {
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
