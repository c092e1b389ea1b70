import { defineRouteConfig } from "@medusajs/admin-sdk"
import { DeliveriesBreadcrumb } from "../../../../../admin/delivery-window/deliveries-breadcrumb"
import { DeliveriesPage } from "../../../../../admin/delivery-window/when-opened"

const FollowUpsDeliveriesPage = () => <DeliveriesPage />

export const config = defineRouteConfig({
  label: "menu.deliveries",
  translationNs: "followUps",
})

export const handle = {
  breadcrumb: () => <DeliveriesBreadcrumb />,
}

export default FollowUpsDeliveriesPage
