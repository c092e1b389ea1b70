import type { ReactNode } from "react"
import { SettingsTexts } from "./settings-texts"

/**
 * Medusa's top bar neither truncates nor wraps breadcrumbs. In a narrow window
 * ours would cover its buttons, so only the page's back link is shown. It waits
 * for its texts: the top bar is outside the page that loads them.
 */
export function inWideWindow(breadcrumb: ReactNode): ReactNode {
  return window.matchMedia("(min-width: 1024px)").matches ? (
    <SettingsTexts>{breadcrumb}</SettingsTexts>
  ) : null
}
