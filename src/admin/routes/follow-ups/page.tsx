import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Phone } from "@medusajs/icons"
import { MenuBreadcrumb } from "../../../../admin/queue/menu-breadcrumb"
import { QueuePage } from "../../../../admin/queue/when-opened"

const FollowUpsPage = () => <QueuePage />

export const config = defineRouteConfig({
  label: "menu.queue",
  icon: Phone,
  translationNs: "followUps",
})

export const handle = {
  breadcrumb: () => <MenuBreadcrumb of="queue" />,
}

export default FollowUpsPage
