import { defineRouteConfig } from "@medusajs/admin-sdk"
import { MenuBreadcrumb } from "../../../../../admin/queue/menu-breadcrumb"
import { DeliveriesPage } from "../../../../../admin/delivery-window/when-opened"

const FollowUpsDeliveriesPage = () => <DeliveriesPage />

export const config = defineRouteConfig({
  label: "menu.deliveries",
  translationNs: "followUps",
})

export const handle = {
  breadcrumb: () => <MenuBreadcrumb of="deliveries" />,
}

export default FollowUpsDeliveriesPage
