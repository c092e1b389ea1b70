import type { ReactNode } from "react"
import { SettingsTexts } from "./settings-texts"

/**
 * Medusa's top bar neither cuts nor wraps its breadcrumbs: in a narrow window
 * ours would lie over its buttons, so there is the page's own link back alone.
 */
export function inWideWindow(breadcrumb: ReactNode): ReactNode {
  return window.matchMedia("(min-width: 1024px)").matches ? (
    <SettingsTexts>{breadcrumb}</SettingsTexts>
  ) : null
}
