import { Alert } from "@medusajs/ui"
import { useText } from "../../i18n/use-text"
import { SmallButton } from "../../task/small-button"
import { Notice } from "../notice"

/** Another user saved this calendar while it was being edited here. */
export const NewerNotice = ({
  pending,
  onTakeTheirs,
  onSaveMine,
}: {
  /** The chosen action is pending. */
  pending: boolean
  onTakeTheirs: () => void
  onSaveMine: () => void
}) => {
  const t = useText()
  return (
    <Alert
      variant="warning"
      role="alert"
      // It blocks saving, so a failed save moves the focus here.
      data-wrong
      tabIndex={-1}
      className="outline-none"
    >
      <Notice
        title={t("settings.calendars.newer.title")}
        text={t("settings.calendars.newer.text")}
      >
        <SmallButton isLoading={pending} onClick={onSaveMine}>
          {t("settings.calendars.newer.saveMine")}
        </SmallButton>
        <SmallButton disabled={pending} onClick={onTakeTheirs}>
          {t("settings.calendars.newer.takeTheirs")}
        </SmallButton>
      </Notice>
    </Alert>
  )
}

/** The calendar applies to nothing; links to the section that changes this. */
export const NowhereNotice = ({ onChoose }: { onChoose: () => void }) => {
  const t = useText()
  return (
    <Alert>
      <Notice
        title={t("settings.calendars.nowhere.title")}
        text={t("settings.calendars.nowhere.text")}
      >
        <SmallButton onClick={onChoose}>
          {t("settings.calendars.nowhere.choose")}
        </SmallButton>
      </Notice>
    </Alert>
  )
}
