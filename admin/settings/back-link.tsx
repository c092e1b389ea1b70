import { ArrowUturnLeft } from "@medusajs/icons"
import { Link } from "react-router-dom"
import { useText } from "../i18n/use-text"
import { TOUCH_HEIGHT } from "../task/touch-height"
import { SETTINGS_PATHS, type SettingsTab } from "./settings-tabs"

/** Back from a playbook, calendar or canned answer to its list. */
export const BackLink = ({ tab }: { tab: SettingsTab }) => {
  const t = useText()
  return (
    <Link
      to={SETTINGS_PATHS[tab]}
      className={`${TOUCH_HEIGHT} txt-compact-small text-ui-fg-subtle hover:text-ui-fg-base focus-visible:shadow-borders-focus -ml-1 inline-flex items-center gap-x-1 self-start rounded px-1 outline-none`}
    >
      <ArrowUturnLeft aria-hidden />
      {t(`settings.tabs.${tab}`)}
    </Link>
  )
}
