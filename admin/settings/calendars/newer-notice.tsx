import { ExclamationCircle } from "@medusajs/icons"
import { Button, Text } from "@medusajs/ui"
import { useText } from "../../i18n/use-text"

/** Somebody else saved this calendar while it was being edited here. */
export const NewerNotice = ({
  onTakeTheirs,
  onKeepMine,
}: {
  onTakeTheirs: () => void
  onKeepMine: () => void
}) => {
  const t = useText()
  return (
    <div
      role="alert"
      className="bg-ui-tag-orange-bg text-ui-tag-orange-text shadow-elevation-card-rest flex flex-wrap items-center gap-x-4 gap-y-3 rounded-lg px-6 py-4 max-lg:px-4"
    >
      <ExclamationCircle aria-hidden className="shrink-0" />
      <div className="min-w-0 flex-1 basis-72">
        <Text size="small" weight="plus">
          {t("settings.calendars.newer.title")}
        </Text>
        <Text size="small">{t("settings.calendars.newer.text")}</Text>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button
          type="button"
          size="small"
          variant="secondary"
          className="max-lg:min-h-10"
          onClick={onKeepMine}
        >
          {t("settings.calendars.newer.keepMine")}
        </Button>
        <Button
          type="button"
          size="small"
          variant="secondary"
          className="max-lg:min-h-10"
          onClick={onTakeTheirs}
        >
          {t("settings.calendars.newer.takeTheirs")}
        </Button>
      </div>
    </div>
  )
}
