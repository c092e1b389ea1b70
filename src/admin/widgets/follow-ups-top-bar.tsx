import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { TopBarWidget } from "../../../admin/top-bar/top-bar-widget"

const FollowUpsTopBarWidget = () => <TopBarWidget />

export const config = defineWidgetConfig({
  id: "follow-ups-top-bar",
  zone: "topbar",
})

export default FollowUpsTopBarWidget
