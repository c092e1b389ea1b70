import type { Text } from "../../i18n/use-text"
import { endsNextDay, type Windows } from "./week"

/** `09:00–13:00, 14:00–18:00`; marks a window that ends the next day. */
export function hoursText(t: Text, windows: Windows): string {
  return windows.length === 0
    ? t("settings.calendars.closed")
    : windows
        .map((window) => {
          const hours = window.join("–")
          return endsNextDay(window)
            ? `${hours} (${t("settings.calendars.nextDay")})`
            : hours
        })
        .join(", ")
}
