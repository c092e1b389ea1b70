import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Phone } from "@medusajs/icons"
import { QueueBreadcrumb } from "../../../../admin/queue/queue-breadcrumb"
import { QueuePage } from "../../../../admin/queue/when-opened"

const FollowUpsPage = () => <QueuePage />

export const config = defineRouteConfig({
  label: "menu.queue",
  icon: Phone,
  translationNs: "followUps",
})

export const handle = {
  breadcrumb: () => <QueueBreadcrumb />,
}

export default FollowUpsPage
