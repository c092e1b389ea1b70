import { clx } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { useText } from "../i18n/use-text"
import { TOUCH_HEIGHT } from "../task/touch-height"

export const SETTINGS_PATHS = {
  playbooks: "/settings/follow-ups",
  calendars: "/settings/follow-ups/calendars",
  cannedAnswers: "/settings/follow-ups/canned-answers",
  sharedContacts: "/settings/follow-ups/shared-contacts",
  deliveryWindows: "/settings/follow-ups/delivery-windows",
} as const

export type SettingsTab = keyof typeof SETTINGS_PATHS

const TABS: readonly SettingsTab[] = [
  "playbooks",
  "calendars",
  "cannedAnswers",
  "sharedContacts",
  "deliveryWindows",
]

/** In a narrow window, the last tabs are out of sight. */
const show = (link: HTMLElement | null) => {
  const tabs = link?.parentElement
  if (tabs) {
    const padding = parseFloat(getComputedStyle(tabs).paddingLeft)
    tabs.scrollTo(link.offsetLeft - tabs.offsetLeft - padding, 0)
  }
}

/** Each tab is a page, so these are links styled as tabs. */
export const SettingsTabs = ({ tab }: { tab: SettingsTab }) => {
  const t = useText()
  return (
    <nav
      aria-label={t("settings.title")}
      className="flex gap-x-1 overflow-x-auto px-5 py-3 max-lg:px-3"
    >
      {TABS.map((name) => (
        <Link
          key={name}
          ref={name === tab ? show : undefined}
          to={SETTINGS_PATHS[name]}
          aria-current={name === tab ? "page" : undefined}
          className={clx(
            TOUCH_HEIGHT,
            "txt-compact-small-plus text-ui-fg-subtle hover:text-ui-fg-base inline-flex shrink-0 items-center rounded-full border border-transparent px-2.5 py-1 outline-none transition-fg",
            "focus-visible:border-ui-border-interactive focus-visible:shadow-borders-focus",
            "aria-[current=page]:bg-ui-bg-base aria-[current=page]:text-ui-fg-base aria-[current=page]:shadow-elevation-card-rest"
          )}
        >
          {t(`settings.tabs.${name}`)}
        </Link>
      ))}
    </nav>
  )
}
