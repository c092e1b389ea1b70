import { Button } from "@medusajs/ui"
import { useText } from "../../i18n/use-text"
import { Notice } from "./notice"

/** Somebody else saved this calendar while it was being edited here. */
export const NewerNotice = ({
  pending,
  onTakeTheirs,
  onSaveMine,
}: {
  /** What was asked for is under way. */
  pending: boolean
  onTakeTheirs: () => void
  onSaveMine: () => void
}) => {
  const t = useText()
  return (
    <Notice
      tone="warning"
      title={t("settings.calendars.newer.title")}
      text={t("settings.calendars.newer.text")}
    >
      <div className="flex flex-wrap gap-2">
        <Button
          type="button"
          size="small"
          variant="secondary"
          className="max-lg:min-h-10"
          isLoading={pending}
          onClick={onSaveMine}
        >
          {t("settings.calendars.newer.saveMine")}
        </Button>
        <Button
          type="button"
          size="small"
          variant="secondary"
          className="max-lg:min-h-10"
          disabled={pending}
          onClick={onTakeTheirs}
        >
          {t("settings.calendars.newer.takeTheirs")}
        </Button>
      </div>
    </Notice>
  )
}
