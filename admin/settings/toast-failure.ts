import { toast } from "@medusajs/ui"
import type { Text } from "../i18n/use-text"
import { refusalText } from "../refusals/refusal-text"

/** Says in a toast why a change of the settings failed. */
export function toastFailure(t: Text, error: unknown): void {
  toast.error(t("settings.failed"), { description: refusalText(t, error) })
}
