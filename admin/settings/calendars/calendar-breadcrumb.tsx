import { useText } from "../../i18n/use-text"
import { useCalendar } from "./queries"

/** The calendar's name; nothing until it is known. */
export const CalendarBreadcrumb = ({ id }: { id: string }) => {
  const { data } = useCalendar(id)
  return <>{data?.name}</>
}

export const CreateCalendarBreadcrumb = () => {
  const t = useText()
  return <>{t("settings.calendars.createTitle")}</>
}
