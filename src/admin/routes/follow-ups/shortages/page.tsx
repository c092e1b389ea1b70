import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ShortagesBreadcrumb } from "../../../../../admin/shortage/shortages-breadcrumb"
import { OwnerPage } from "../../../../../admin/shortage/when-opened"

const FollowUpsShortagesPage = () => <OwnerPage />

export const config = defineRouteConfig({
  label: "menu.shortages",
  translationNs: "followUps",
})

export const handle = {
  breadcrumb: () => <ShortagesBreadcrumb />,
}

export default FollowUpsShortagesPage
