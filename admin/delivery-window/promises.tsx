import { Badge } from "@medusajs/ui"
import type { AdminDeliveryPromise } from "../../src/api/admin/delivery-windows/texts/types"
import { momentText } from "../clock/moment-text"
import { useMinute } from "../clock/use-now"
import { useText } from "../i18n/use-text"

/** Every time that the customer was told, and whether it was kept. */
export const Promises = ({
  promises,
  timeZone,
}: {
  promises: readonly AdminDeliveryPromise[]
  timeZone: string
}) => {
  const t = useText()
  const now = useMinute()
  const when = (at: string) =>
    momentText(t, "when", Date.parse(at), now, timeZone)
  return promises.length === 0 ? null : (
    <ol
      aria-label={t("delivery.promises.title")}
      className="txt-compact-small flex list-none flex-col gap-y-2"
    >
      {promises.map((promise) => (
        <li key={promise.id} className="flex flex-col gap-y-0.5">
          <span className="text-ui-fg-base flex items-center gap-x-2">
            {t.of("deliveryMessages", promise.kind)}
            {promise.kept !== null && (
              <Badge size="2xsmall" color={promise.kept ? "green" : "red"}>
                {t(
                  promise.kept
                    ? "delivery.promises.kept"
                    : "delivery.promises.broken"
                )}
              </Badge>
            )}
          </span>
          <span className="text-ui-fg-subtle">
            {[
              [promise.from_at, promise.to_at]
                .flatMap((at) => at ?? [])
                .map(when)
                .join(" – "),
              promise.told_at &&
                promise.channel &&
                t("delivery.promises.told", {
                  channel: t.of("deliveryChannels", promise.channel),
                  time: when(promise.told_at),
                }),
              promise.not_sent && t.of("deliveryNotSent", promise.not_sent),
            ]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </li>
      ))}
    </ol>
  )
}
