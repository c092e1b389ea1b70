import { DeliveryWindowsPage } from "../../../../../../admin/delivery-window/when-opened"
import { inWideWindow } from "../../../../../../admin/settings/in-wide-window"
import { SettingsBreadcrumb } from "../../../../../../admin/settings/settings-breadcrumb"

const FollowUpsDeliveryWindowsPage = () => <DeliveryWindowsPage />

export const handle = {
  breadcrumb: () => inWideWindow(<SettingsBreadcrumb tab="deliveryWindows" />),
}

export default FollowUpsDeliveryWindowsPage
