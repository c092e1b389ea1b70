import { Button } from "@medusajs/ui"
import { useText } from "../../i18n/use-text"
import { Notice } from "./notice"

/** No task runs under this calendar, and what would change that is further down. */
export const NowhereNotice = ({ onChoose }: { onChoose: () => void }) => {
  const t = useText()
  return (
    <Notice
      tone="hint"
      title={t("settings.calendars.nowhere.title")}
      text={t("settings.calendars.nowhere.text")}
    >
      <Button
        type="button"
        size="small"
        variant="secondary"
        className="max-lg:min-h-10"
        onClick={onChoose}
      >
        {t("settings.calendars.nowhere.choose")}
      </Button>
    </Notice>
  )
}
