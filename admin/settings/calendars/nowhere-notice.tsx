import { InformationCircle } from "@medusajs/icons"
import { Button, Text } from "@medusajs/ui"
import { useText } from "../../i18n/use-text"

/** No task runs under this calendar, and what would change that is further down. */
export const NowhereNotice = ({ onChoose }: { onChoose: () => void }) => {
  const t = useText()
  return (
    <div className="bg-ui-tag-blue-bg text-ui-tag-blue-text shadow-elevation-card-rest flex flex-wrap items-center gap-x-4 gap-y-3 rounded-lg px-6 py-4 max-lg:px-4">
      <InformationCircle aria-hidden className="shrink-0" />
      <div className="min-w-0 flex-1 basis-72">
        <Text size="small" weight="plus">
          {t("settings.calendars.nowhere.title")}
        </Text>
        <Text size="small">{t("settings.calendars.nowhere.text")}</Text>
      </div>
      <Button
        type="button"
        size="small"
        variant="secondary"
        className="max-lg:min-h-10"
        onClick={onChoose}
      >
        {t("settings.calendars.nowhere.choose")}
      </Button>
    </div>
  )
}
