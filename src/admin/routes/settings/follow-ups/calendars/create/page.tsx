import { CreateCalendarBreadcrumb } from "../../../../../../../admin/settings/calendars/calendar-breadcrumb"
import { CreateCalendarPage } from "../../../../../../../admin/settings/pages-when-opened"

const FollowUpsCreateCalendarPage = () => <CreateCalendarPage />

export const handle = {
  breadcrumb: () => <CreateCalendarBreadcrumb />,
}

export default FollowUpsCreateCalendarPage
