import { useText } from "../i18n/use-text"
import { SmallButton } from "./small-button"

/** Below a list of which only the first are shown. */
export const ShowAll = ({
  more,
  onShow,
}: {
  /** How many are not. */
  more: number
  onShow: () => void
}) => {
  const t = useText()
  return more > 0 ? (
    <SmallButton variant="transparent" className="-ml-2 w-fit" onClick={onShow}>
      {t("history.showAll", { count: more })}
    </SmallButton>
  ) : null
}
