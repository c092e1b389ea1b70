import type { RefObject } from "react"
import { useKinds } from "../desk/use-kinds"
import { useText } from "../i18n/use-text"
import { Key } from "../keyboard/key"
import { useKeys } from "../keyboard/use-keys"
import { SmallButton } from "../task/small-button"
import { FormFrame } from "./form-frame"

/** Only the first nine reasons have a shortcut. */
const KEYED = 9

/** Asks for the reason to cancel the task. */
export const CancelForm = ({
  pending,
  sheet,
  onChoose,
  onBack,
}: {
  pending: boolean
  sheet: RefObject<Element>
  onChoose: (reason: string) => void
  onBack: () => void
}) => {
  const t = useText()
  const { cancelReasons, cancelReasonName } = useKinds()
  useKeys(
    Object.fromEntries(
      cancelReasons
        .slice(0, KEYED)
        .map((reason, index) => [String(index + 1), () => onChoose(reason)])
    ),
    sheet
  )
  return (
    <FormFrame
      title={t("forms.cancel")}
      hint={t("forms.cancelKeepsOrder")}
      pending={pending}
      onBack={onBack}
    >
      <div className="flex flex-wrap gap-2">
        {cancelReasons.map((reason, index) => (
          <SmallButton
            key={reason}
            disabled={pending}
            autoFocus={index === 0}
            onClick={() => onChoose(reason)}
          >
            <span className="inline-block first-letter:uppercase">
              {t.of("cancelChoices", reason, cancelReasonName(reason))}
            </span>
            {index < KEYED && <Key name={String(index + 1)} />}
          </SmallButton>
        ))}
      </div>
    </FormFrame>
  )
}
