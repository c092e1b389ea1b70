import { useText } from "../../i18n/use-text"
import { useCalendar } from "./queries"

/** The calendar's name; empty until it has loaded. */
export const CalendarBreadcrumb = ({ id }: { id: string }) => {
  const { data } = useCalendar(id)
  return <>{data?.name}</>
}

export const CreateCalendarBreadcrumb = () => {
  const t = useText()
  return <>{t("settings.calendars.createTitle")}</>
}
