/* eslint-disable @medusajs/route-dynamic-folder-syntax -- The rule does not know optional parameters, which Medusa's routes have. */
import { PlaybookBreadcrumb } from "../../../../../../../admin/settings/playbooks/playbook-breadcrumb"
import { inWideWindow } from "../../../../../../../admin/settings/in-wide-window"
import { PlaybookPage } from "../../../../../../../admin/settings/pages-when-opened"

const FollowUpsPlaybookPage = () => <PlaybookPage />

export const handle = {
  breadcrumb: ({ params }: { params: { id?: string } }) =>
    inWideWindow(params.id && <PlaybookBreadcrumb id={params.id} />),
}

export default FollowUpsPlaybookPage
