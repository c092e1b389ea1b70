import { inWideWindow } from "../../../../../../admin/settings/in-wide-window"
import { CannedAnswersPage } from "../../../../../../admin/settings/pages-when-opened"
import { SettingsBreadcrumb } from "../../../../../../admin/settings/settings-breadcrumb"

const FollowUpsCannedAnswersPage = () => <CannedAnswersPage />

export const handle = {
  breadcrumb: () => inWideWindow(<SettingsBreadcrumb tab="cannedAnswers" />),
}

export default FollowUpsCannedAnswersPage
