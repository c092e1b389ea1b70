import { PlaybookBreadcrumb } from "../../../../../../../admin/settings/playbooks/playbook-breadcrumb"
import { PlaybookPage } from "../../../../../../../admin/settings/pages-when-opened"

const FollowUpsPlaybookPage = () => <PlaybookPage />

export const handle = {
  breadcrumb: ({ params }: { params: { id?: string } }) => (
    <PlaybookBreadcrumb id={params.id ?? ""} />
  ),
}

export default FollowUpsPlaybookPage
