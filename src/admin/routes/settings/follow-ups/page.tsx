import { defineRouteConfig } from "@medusajs/admin-sdk"
import { inWideWindow } from "../../../../../admin/settings/in-wide-window"
import { PlaybooksPage } from "../../../../../admin/settings/pages-when-opened"
import { SettingsBreadcrumb } from "../../../../../admin/settings/settings-breadcrumb"

const FollowUpsSettingsPage = () => <PlaybooksPage />

export const config = defineRouteConfig({
  label: "menu.settings",
  translationNs: "followUps",
})

export const handle = {
  breadcrumb: () => inWideWindow(<SettingsBreadcrumb />),
}

export default FollowUpsSettingsPage
