import { inWideWindow } from "../../../../../../admin/settings/in-wide-window"
import { SharedContactsPage } from "../../../../../../admin/settings/pages-when-opened"
import { SettingsBreadcrumb } from "../../../../../../admin/settings/settings-breadcrumb"

const FollowUpsSharedContactsPage = () => <SharedContactsPage />

export const handle = {
  breadcrumb: () => inWideWindow(<SettingsBreadcrumb tab="sharedContacts" />),
}

export default FollowUpsSharedContactsPage
