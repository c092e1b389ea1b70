import { inWideWindow } from "../../../../../../admin/settings/in-wide-window"
import { CalendarsPage } from "../../../../../../admin/settings/pages-when-opened"
import { SettingsBreadcrumb } from "../../../../../../admin/settings/settings-breadcrumb"

const FollowUpsCalendarsPage = () => <CalendarsPage />

export const handle = {
  breadcrumb: () => inWideWindow(<SettingsBreadcrumb tab="calendars" />),
}

export default FollowUpsCalendarsPage
