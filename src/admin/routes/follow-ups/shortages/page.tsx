import { defineRouteConfig } from "@medusajs/admin-sdk"
import { MenuBreadcrumb } from "../../../../../admin/queue/menu-breadcrumb"
import { OwnerPage } from "../../../../../admin/shortage/when-opened"

const FollowUpsShortagesPage = () => <OwnerPage />

export const config = defineRouteConfig({
  label: "menu.shortages",
  translationNs: "followUps",
})

export const handle = {
  breadcrumb: () => <MenuBreadcrumb of="shortages" />,
}

export default FollowUpsShortagesPage
