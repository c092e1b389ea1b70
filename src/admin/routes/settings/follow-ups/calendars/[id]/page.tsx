import type { UIMatch } from "react-router-dom"
import { CalendarBreadcrumb } from "../../../../../../../admin/settings/calendars/calendar-breadcrumb"
import { inWideWindow } from "../../../../../../../admin/settings/in-wide-window"
import { CalendarPage } from "../../../../../../../admin/settings/pages-when-opened"

const FollowUpsCalendarPage = () => <CalendarPage />

export const handle = {
  breadcrumb: (match?: UIMatch) =>
    inWideWindow(<CalendarBreadcrumb id={match?.params.id ?? ""} />),
}

export default FollowUpsCalendarPage
