import { Alert, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useText } from "../../i18n/use-text"
import { SmallButton } from "../../task/small-button"

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

/** A notice with its actions. */
export const Notice = ({
  title,
  text,
  children,
}: {
  title: string
  text: string
  children: ReactNode
}) => (
  <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
    <div className="min-w-0 flex-1 basis-72">
      <Text size="small" weight="plus">
        {title}
      </Text>
      <Text size="small">{text}</Text>
    </div>
    <div className="flex flex-wrap gap-2">{children}</div>
  </div>
)
