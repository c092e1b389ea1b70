import { CannedAnswerBreadcrumb } from "../../../../../../../admin/settings/canned-answers/canned-answer-breadcrumb"
import { CannedAnswerPage } from "../../../../../../../admin/settings/pages-when-opened"

const FollowUpsCannedAnswerPage = () => <CannedAnswerPage />

export const handle = {
  breadcrumb: ({ params }: { params: { id?: string } }) => (
    <CannedAnswerBreadcrumb id={params.id ?? ""} />
  ),
}

export default FollowUpsCannedAnswerPage
