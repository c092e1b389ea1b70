import { defineRouteConfig } from "@medusajs/admin-sdk"
import { PlaybooksPage } from "../../../../../admin/settings/pages-when-opened"
import { SettingsBreadcrumb } from "../../../../../admin/settings/settings-breadcrumb"

const FollowUpsSettingsPage = () => <PlaybooksPage />

export const config = defineRouteConfig({
  label: "menu.settings",
  translationNs: "followUps",
})

export const handle = {
  breadcrumb: () => <SettingsBreadcrumb />,
}

export default FollowUpsSettingsPage
