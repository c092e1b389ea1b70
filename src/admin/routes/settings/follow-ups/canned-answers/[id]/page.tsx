import { CannedAnswerBreadcrumb } from "../../../../../../../admin/settings/canned-answers/canned-answer-breadcrumb"
import { inWideWindow } from "../../../../../../../admin/settings/in-wide-window"
import { CannedAnswerPage } from "../../../../../../../admin/settings/pages-when-opened"

const FollowUpsCannedAnswerPage = () => <CannedAnswerPage />

export const handle = {
  breadcrumb: ({ params }: { params: { id?: string } }) =>
    inWideWindow(<CannedAnswerBreadcrumb id={params.id ?? ""} />),
}

export default FollowUpsCannedAnswerPage
