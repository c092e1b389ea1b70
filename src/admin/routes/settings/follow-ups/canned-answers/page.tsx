import { CannedAnswersPage } from "../../../../../../admin/settings/canned-answers/canned-answers-page"
import { SettingsBreadcrumb } from "../../../../../../admin/settings/settings-breadcrumb"

const FollowUpsCannedAnswersPage = () => <CannedAnswersPage />

export const handle = {
  breadcrumb: () => <SettingsBreadcrumb tab="cannedAnswers" />,
}

export default FollowUpsCannedAnswersPage
