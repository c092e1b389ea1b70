import { usePrompt } from "@medusajs/ui"
import type { AdminDeliveryWindowDryRunResponse } from "../../../src/api/admin/delivery-windows/templates/types"
import { useText } from "../../i18n/use-text"

/** More numbers nobody reads. */
const NAMED = 12

/**
 * Asks before changes that leave bookings without a place: whose they are, and
 * what will happen to them.
 *
 * @returns whether to go on
 */
export function useAskFirst() {
  const t = useText()
  const ask = usePrompt()
  return async (
    tried: readonly AdminDeliveryWindowDryRunResponse["dry_run"][]
  ): Promise<boolean> => {
    const count = tried.reduce((sum, { count }) => sum + count, 0)
    const over = tried.flatMap(({ over }) => over ?? [])
    const numbers = over.flatMap(({ display_id }) =>
      display_id === null ? [] : `#${display_id}`
    )
    return (
      count === 0 ||
      (await ask({
        variant: "confirmation",
        title: t("delivery.dryRun.title", { count }),
        description: [
          numbers.slice(0, NAMED).join(", ") +
            (numbers.length > NAMED ? " …" : ""),
          t("delivery.dryRun.text"),
        ]
          .filter(Boolean)
          .join(". "),
        confirmText: t("delivery.dryRun.save"),
        cancelText: t("settings.cancel"),
      }))
    )
  }
}
