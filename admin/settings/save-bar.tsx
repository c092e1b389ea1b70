import { Button, Text } from "@medusajs/ui"
import { useText } from "../i18n/use-text"

/** Stays in sight at the foot of a page for as long as something is not saved. */
export const SaveBar = ({
  shown,
  pending,
  onSave,
  onDiscard,
}: {
  shown: boolean
  pending: boolean
  onSave: () => void
  onDiscard: () => void
}) => {
  const t = useText()
  if (!shown) {
    return null
  }
  return (
    <div
      role="region"
      aria-label={t("settings.saveBar.label")}
      className="bg-ui-bg-base shadow-elevation-flyout sticky bottom-3 z-10 flex items-center justify-between gap-x-4 rounded-lg px-4 py-3"
    >
      <Text size="small" leading="compact" className="text-ui-fg-subtle">
        {t("settings.saveBar.changed")}
      </Text>
      <div className="flex gap-x-2">
        <Button
          type="button"
          size="small"
          variant="secondary"
          className="max-lg:min-h-10"
          disabled={pending}
          onClick={onDiscard}
        >
          {t("settings.saveBar.discard")}
        </Button>
        <Button
          type="button"
          size="small"
          className="max-lg:min-h-10"
          isLoading={pending}
          onClick={onSave}
        >
          {t("settings.saveBar.save")}
        </Button>
      </div>
    </div>
  )
}
