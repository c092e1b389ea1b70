import { useText } from "../i18n/use-text"
import type { SettingsTab } from "./settings-tabs"

/** The settings page, or one of its tabs. */
export const SettingsBreadcrumb = ({ tab }: { tab?: SettingsTab }) => {
  const t = useText()
  return <>{tab ? t(`settings.tabs.${tab}`) : t("settings.title")}</>
}
