import { Text } from "@medusajs/ui"
import type { AdminFollowUpScriptPreviewResponse } from "../../../src/api/admin/follow-ups/scripts/types"
import { useText } from "../../i18n/use-text"
import { PreviewOrder } from "./preview-order"
import { refusalText } from "../../refusals/refusal-text"

/** A text rendered for a real order. */
export const TextPreview = ({
  empty,
  preview,
  error,
  onOrder,
}: {
  empty: boolean
  preview: AdminFollowUpScriptPreviewResponse["preview"] | undefined
  error: Error | null
  onOrder: (id: string | null) => void
}) => {
  const t = useText()
  return (
    <div className="flex min-w-0 flex-col gap-y-2">
      <div className="flex min-h-7 flex-wrap items-center justify-between gap-x-2">
        <Text size="small" leading="compact" weight="plus">
          {t("settings.scripts.preview")}
        </Text>
        <PreviewOrder
          shown={preview?.order?.display_id ?? null}
          onOrder={onOrder}
        />
      </div>
      <div
        data-preview
        dir="auto"
        className="bg-ui-bg-subtle txt-small text-ui-fg-base min-h-40 whitespace-pre-wrap break-words rounded-lg border px-3 py-2"
      >
        {error && !preview ? (
          <span className="text-ui-fg-subtle">{refusalText(t, error)}</span>
        ) : empty ? (
          <span className="text-ui-fg-subtle">
            {t("settings.scripts.nothingToShow")}
          </span>
        ) : preview && preview.faults.length > 0 ? (
          <span className="text-ui-fg-subtle">
            {t("settings.scripts.mendFirst")}
          </span>
        ) : (
          preview?.text
        )}
      </div>
      {preview && !preview.order && !empty && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("settings.scripts.noOrders")}
        </Text>
      )}
    </div>
  )
}
