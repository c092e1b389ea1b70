import { CannedAnswersPage } from "../../../../../../admin/settings/pages-when-opened"
import { SettingsBreadcrumb } from "../../../../../../admin/settings/settings-breadcrumb"

const FollowUpsCannedAnswersPage = () => <CannedAnswersPage />

export const handle = {
  breadcrumb: () => <SettingsBreadcrumb tab="cannedAnswers" />,
}

export default FollowUpsCannedAnswersPage
