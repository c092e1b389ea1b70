import type { RefObject } from "react"
import type { AdminCancelFollowUp } from "../../src/api/admin/follow-ups/types"
import { useText } from "../i18n/use-text"
import { Key } from "../keyboard/key"
import { useKeys } from "../keyboard/use-keys"
import { SmallButton } from "../task/small-button"
import { FormFrame } from "./form-frame"

type Reason = AdminCancelFollowUp["reason"]

const REASONS: readonly Reason[] = ["duplicate", "not_needed", "other"]

/** Asks why the task needs nobody any more. */
export const CancelForm = ({
  pending,
  sheet,
  onChoose,
  onBack,
}: {
  pending: boolean
  sheet: RefObject<Element>
  onChoose: (reason: Reason) => void
  onBack: () => void
}) => {
  const t = useText()
  useKeys(
    Object.fromEntries(
      REASONS.map((reason, index) => [
        String(index + 1),
        () => onChoose(reason),
      ])
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
        {REASONS.map((reason, index) => (
          <SmallButton
            key={reason}
            disabled={pending}
            autoFocus={index === 0}
            onClick={() => onChoose(reason)}
          >
            {t(`cancelChoices.${reason}`)}
            <Key name={String(index + 1)} />
          </SmallButton>
        ))}
      </div>
    </FormFrame>
  )
}
