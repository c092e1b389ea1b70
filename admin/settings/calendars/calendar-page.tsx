import { Container, Skeleton } from "@medusajs/ui"
import { useParams } from "react-router-dom"
import { useText } from "../../i18n/use-text"
import { PageError } from "../page-error"
import { CalendarEditor } from "./calendar-editor"
import { useCalendar } from "./queries"

/** The calendar that the address names. */
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
    <CalendarSkeleton />
  )
}

const CalendarSkeleton = () => (
  <div aria-hidden className="flex flex-col gap-y-3">
    <Container className="flex flex-col gap-y-3">
      <Skeleton className="h-6 w-48" />
      <Skeleton className="h-4 w-64" />
    </Container>
    <Container className="flex flex-col gap-y-4">
      {Array.from({ length: 7 }, (_, day) => (
        <Skeleton key={day} className="h-7 w-full" />
      ))}
    </Container>
  </div>
)
