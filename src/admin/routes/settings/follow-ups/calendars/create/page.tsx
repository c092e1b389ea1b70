import { CreateCalendarBreadcrumb } from "../../../../../../../admin/settings/calendars/calendar-breadcrumb"
import { inWideWindow } from "../../../../../../../admin/settings/in-wide-window"
import { CreateCalendarPage } from "../../../../../../../admin/settings/pages-when-opened"

const FollowUpsCreateCalendarPage = () => <CreateCalendarPage />

export const handle = {
  breadcrumb: () => inWideWindow(<CreateCalendarBreadcrumb />),
}

export default FollowUpsCreateCalendarPage
