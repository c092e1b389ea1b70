import { Text, toast } from "@medusajs/ui"
import { useEffect } from "react"
import { useText } from "../i18n/use-text"
import { SmallButton } from "../task/small-button"

/** Stays visible at the bottom of a page with unsaved changes. */
export const SaveBar = ({
  shown,
  pending,
  problem,
  onSave,
  onDiscard,
}: {
  shown: boolean
  pending: boolean
  /** A short reason why it cannot be saved. */
  problem?: string
  onSave: () => void
  onDiscard: () => void
}) => {
  const t = useText()
  useEffect(() => {
    // The last toast would cover the save button.
    if (shown) {
      toast.dismiss()
    }
  }, [shown])
  if (!shown) {
    return null
  }
  return (
    <div
      role="region"
      aria-label={t("settings.saveBar.label")}
      className="bg-ui-bg-base shadow-elevation-flyout sticky bottom-3 flex items-center justify-between gap-x-4 rounded-lg px-4 py-3"
    >
      <Text
        size="small"
        leading="compact"
        role="status"
        className={problem ? "text-ui-fg-error" : "text-ui-fg-subtle"}
      >
        {problem ?? t("settings.saveBar.changed")}
      </Text>
      <div className="flex shrink-0 gap-x-2">
        <SmallButton disabled={pending} onClick={onDiscard}>
          {t("settings.saveBar.discard")}
        </SmallButton>
        <SmallButton variant="primary" isLoading={pending} onClick={onSave}>
          {t("settings.saveBar.save")}
        </SmallButton>
      </div>
    </div>
  )
}
