import { Checkbox, Hint, Label } from "@medusajs/ui"
import { useId } from "react"
import type {
  AdminSettleShortage,
  AdminShortageSettlement,
} from "../../../src/api/admin/shortages/types"
import { moneyText } from "../../../src/money"
import { useSettlementPreview } from "../../api/shortages"
import { useText, type Text } from "../../i18n/use-text"
import { refusalText } from "../../refusals/refusal-text"

/**
 * What it would come to, in words to read out: the new total, who pays or gets
 * back what, and what the agent should know.
 */
export const SettlementWords = ({
  orderId,
  body,
  onCaptureFirst,
}: {
  orderId: string
  body: AdminSettleShortage
  onCaptureFirst: (captures: boolean) => void
}) => {
  const t = useText()
  const captureId = useId()
  const { data, error } = useSettlementPreview(orderId, body)
  if (error) {
    return (
      <Hint variant="error" role="alert">
        {refusalText(t, error)}
      </Hint>
    )
  }
  if (!data) {
    return <p className="txt-compact-small text-ui-fg-subtle">…</p>
  }
  const asksToCapture =
    body.capture_first ||
    data.warnings.some(({ code }) => code === "payment_canceled")
  return (
    <div className="txt-compact-small flex flex-col gap-y-1" aria-live="polite">
      <p className="text-ui-fg-base">{totalText(t, data)}</p>
      {warningsOf(t, data).map((text) => (
        <p key={text} className="text-ui-tag-orange-text">
          {text}
        </p>
      ))}
      {asksToCapture && (
        <div className="flex items-center gap-x-2 pt-1">
          <Checkbox
            id={captureId}
            checked={body.capture_first ?? false}
            onCheckedChange={(checked) => onCaptureFirst(checked === true)}
          />
          <Label htmlFor={captureId} size="small">
            {t("offer.captureFirst")}
          </Label>
        </div>
      )}
    </div>
  )
}

function totalText(t: Text, settlement: AdminShortageSettlement): string {
  const { total_before, total_after, currency_code, money } = settlement
  const amount = (value: number) => moneyText(value, currency_code, t.locale)
  const difference = total_after - total_before
  return [
    difference === 0
      ? t("offer.sameTotal", { total: amount(total_after) })
      : t(difference > 0 ? "offer.dearer" : "offer.cheaper", {
          total: amount(total_after),
          before: amount(total_before),
          difference: amount(Math.abs(difference)),
        }),
    ...(money.kind === "none"
      ? []
      : [t(`offer.${money.kind}`, { amount: amount(money.amount) })]),
  ].join(" ")
}

function warningsOf(
  t: Text,
  { warnings, currency_code }: AdminShortageSettlement
): string[] {
  return warnings.map((warning) => {
    switch (warning.code) {
      case "promotion_lost":
      case "payment_canceled":
        return t(`offer.${warning.code}`, {
          amount: moneyText(warning.amount, currency_code, t.locale),
        })
      case "change_open":
        return t("offer.change_open", { name: warning.opened_by ?? "–" })
      case "unfinished":
        return t("offer.unfinished")
    }
  })
}
