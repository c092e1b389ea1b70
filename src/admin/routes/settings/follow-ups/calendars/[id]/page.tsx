import type { UIMatch } from "react-router-dom"
import { CalendarBreadcrumb } from "../../../../../../../admin/settings/calendars/calendar-breadcrumb"
import { CalendarPage } from "../../../../../../../admin/settings/pages-when-opened"

const FollowUpsCalendarPage = () => <CalendarPage />

export const handle = {
  breadcrumb: (match?: UIMatch) => (
    <CalendarBreadcrumb id={match?.params.id ?? ""} />
  ),
}

export default FollowUpsCalendarPage
